"""Questionnaires and kinds of journal page, put into the blocks that name them."""

from collections.abc import Mapping
from dataclasses import replace

from bindery.findings import Report
from bindery.intake.closest import suggestion_or_list
from bindery.model.blocks import Block
from bindery.model.book import Piece
from bindery.model.course_blocks import JournalBlock, QuestionnaireBlock, SideNote
from bindery.model.journal import JournalKind
from bindery.model.node import Node, rebuild, walk
from bindery.model.questionnaire import Questionnaire


def attach(
    piece: Piece,
    questionnaires: Mapping[str, Questionnaire],
    kinds: Mapping[str, JournalKind],
    broken: frozenset[str],
    report: Report,
) -> Piece:
    """The piece with what its blocks name; unknown names are reported and their blocks left out.

    `broken` are names whose files have findings of their own.
    """

    def unknown(code: str, what: str, block: Block, name: str, known: Mapping[str, object]) -> None:
        if name not in broken:
            report.add(code, f'there is no {what} "{name}"', block.place, suggestion_or_list(name, known))

    def attached(node: Node) -> tuple[Node, ...]:
        match node:
            case QuestionnaireBlock(name=name):
                if name in questionnaires:
                    return (replace(node, questionnaire=questionnaires[name]),)
                unknown("A005", "questionnaire", node, name, questionnaires)
                return ()
            case JournalBlock(name=name):
                if name in kinds:
                    return (replace(node, page_kind=kinds[name]),)
                unknown("A006", "kind of journal page", node, name, kinds)
                return ()
            case _:
                return (node,)

    _check_side_notes(piece, report)
    return rebuild(piece, attached)


_FILLS_PAGES = ("journal", "pathway", "questionnaire", "go-deeper", "next-step", "page-break")


def _check_side_notes(piece: Piece, report: Report) -> None:
    for node in (piece, *walk(piece)):
        blocks = getattr(node, "blocks", ())
        for block, following in zip(blocks, (*blocks[1:], None), strict=False):
            if isinstance(block, SideNote) and (following is None or following.kind in _FILLS_PAGES):
                hint = "move it before the paragraph that it belongs to"
                report.add(
                    "A009", "nothing follows that this side note could stand beside", block.place, hint
                )
