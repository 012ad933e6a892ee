"""What the manuscript says, as plain text with its places: its paragraphs, headings and cells, and its titles."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bindery.findings import Place
from bindery.model.blocks import Block, Cell, DefinitionEntry, Heading, Paragraph, Table
from bindery.model.book import Book, Piece
from bindery.model.course_blocks import Epigraph, Facilitator, JournalBlock, Pathway, PullQuote, Write
from bindery.model.inlines import Citation, Code, Inline, Phrase, Text, plain_text
from bindery.model.node import Node, children, rebuild

LEFT_OUT = "\ufffc"
"""Stands where a reference, code, or words in another language were."""


class Sort(StrEnum):
    """What kind of text a passage is, by what it stands in; the values are said in counts."""

    PROSE = "prose"
    HEADING = "headings"
    PATHWAY = "pathways"
    PROMPT = "prompts"
    TABLE = "tables"
    PULL_QUOTE = "pull quotes"
    LEADERS = "notes for leaders"
    LABEL = "titles and descriptions"
    DATA = "questionnaires and other data"


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words in the house's language. `piece` is the slug of its piece, "" for data beside the text."""

    text: str
    place: Place
    piece: str
    sort: Sort


# What the text within a block counts as; the outermost one decides.
_SORTS: dict[type[Block], Sort] = {
    Pathway: Sort.PATHWAY,
    Write: Sort.PROMPT,
    JournalBlock: Sort.PROMPT,
    Table: Sort.TABLE,
    PullQuote: Sort.PULL_QUOTE,
    Facilitator: Sort.LEADERS,
}
_TITLES = ("title", "by", "work", "remark", "alt", "description")


def passages_of(book: Book) -> Iterator[Passage]:
    """Every passage of every piece, in reading order."""
    for piece in book.pieces:
        yield from _front_matter(piece)
        for block in (*piece.blocks, *piece.footnotes):
            yield from _within(block, piece.slug, Sort.PROSE)


def _front_matter(piece: Piece) -> Iterator[Passage]:
    matter = piece.matter
    aims = (aim.text for aim in matter.aims)
    for words in (matter.title, matter.summary, matter.aim, *aims, matter.tree_label, matter.tree_note):
        if words:
            yield Passage(words, piece.place, piece.slug, Sort.LABEL)


def _within(block: Block, piece: str, around: Sort) -> Iterator[Passage]:
    sort = _SORTS.get(type(block), around) if around is Sort.PROSE else around
    for name in _TITLES:
        words = getattr(block, name, "")
        if words and isinstance(words, str):
            yield Passage(words, block.place, piece, Sort.LABEL)
    inlines = _line(block)
    if inlines:
        of = Sort.HEADING if isinstance(block, Heading) and sort is Sort.PROSE else sort
        yield Passage(_words(inlines), block.place, piece, of)
    for child in children(block):
        if isinstance(child, Block):
            yield from _within(child, piece, sort)


def _line(block: Block) -> tuple[Inline, ...]:
    """The running text of the block itself."""
    match block:
        case Heading(inlines=inlines) | Paragraph(inlines=inlines) | Cell(inlines=inlines):
            return inlines
        case DefinitionEntry(term=inlines) | Epigraph(quotation=inlines) | Pathway(title=inlines):
            return inlines
        case _:
            return ()


def _words(inlines: tuple[Inline, ...]) -> str:
    own = (new for inline in inlines for new in _own(rebuild(inline, _own)))
    return plain_text(tuple(inline for inline in own if isinstance(inline, Inline)))


def _own(node: Node) -> tuple[Node, ...]:
    match node:
        case Code() | Citation():
            return (Text(LEFT_OUT),)
        case Phrase(language=language) if language:
            return (Text(LEFT_OUT),)
        case _:
            return (node,)
