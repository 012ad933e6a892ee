"""How deep the headings are that blocks bring with them, so that no level is skipped."""

from collections.abc import Iterator

from bindery.model.blocks import Block, Heading
from bindery.model.book import Piece
from bindery.model.course_blocks import (
    Facilitator,
    GoDeeper,
    NextStep,
    OtherSide,
    Pathway,
    QuestionnaireBlock,
)
from bindery.model.node import walk

_SECOND = (OtherSide, GoDeeper, Facilitator)
_THIRD = (Pathway, QuestionnaireBlock, NextStep)


def heading_levels(piece: Piece) -> Iterator[tuple[str, int]]:
    """Key and level of every block with a heading; the title of the piece is level 1, a section of it level 2."""
    reached = 1
    for node in walk(piece):
        if isinstance(node, Block) and (level := _level(node, reached)):
            reached = level
            yield node.key, level


def _level(node: Block, reached: int) -> int:
    if isinstance(node, Heading):
        return node.level
    if isinstance(node, _SECOND):
        return 2
    return min(3, reached + 1) if isinstance(node, _THIRD) else 0
