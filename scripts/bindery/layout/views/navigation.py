"""The contents of the e-book as a reading program shows them: pieces, and the headings in them, two levels deep."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bindery.layout.views.guide import session_title
from bindery.layout.views.outline import heading_levels
from bindery.model.blocks import Block
from bindery.model.book import Piece
from bindery.model.course_blocks import Facilitator, GoDeeper, NextStep, OtherSide
from bindery.model.node import walk
from bindery.model.numbered import NumberedBook
from bindery.numbering.labels import label_of

DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: its words, the key that it leads to, and the lines under it."""

    label: str
    key: str
    entries: tuple["Entry", ...] = ()


def piece_entry(piece: Piece, numbered: NumberedBook) -> Entry:
    """A piece with its page headings, and under each of them what stands there."""
    number = numbered.chapters.get(piece.slug)
    label = f"{number} {piece.matter.title}" if number else piece.matter.title
    return Entry(label, piece.id, tuple(_nested(piece, numbered)))


def _nested(piece: Piece, numbered: NumberedBook) -> Iterator[Entry]:
    open_entry: Entry | None = None
    for entry, level in _headings(piece, numbered):
        if level == DEEPEST and open_entry:
            open_entry = replace(open_entry, entries=(*open_entry.entries, entry))
            continue
        if open_entry:
            yield open_entry
        open_entry = entry
    if open_entry:
        yield open_entry


def _headings(piece: Piece, numbered: NumberedBook) -> Iterator[tuple[Entry, int]]:
    blocks = {node.key: node for node in walk(piece) if isinstance(node, Block)}
    for key, level in heading_levels(piece):
        if level <= DEEPEST:
            yield Entry(_label(blocks[key], numbered), key), level


def _label(block: Block, numbered: NumberedBook) -> str:
    words = numbered.book.wording
    match block:
        case Facilitator():
            return session_title(block, numbered)
        case OtherSide(title=""):
            return words.other_side
        case GoDeeper(title=""):
            return words.go_deeper
        case NextStep(title=title, to=to):
            title = title or (numbered.targets[to].label if to in numbered.targets else "")
            return f"{words.next_step}: {title}" if title else words.next_step
        case _:
            return label_of(block, numbered.numbers, words)
