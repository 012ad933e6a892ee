"""A chapter's opener and its line in the contents."""

from collections.abc import Iterator
from dataclasses import dataclass

from bindery.model.blocks import Block, Heading
from bindery.model.book import Piece
from bindery.model.course_blocks import Epigraph, Pathway
from bindery.model.node import walk
from bindery.model.numbered import NumberedBook
from bindery.model.settings import Aim, PieceKind

PAGE_HEADING = 2


@dataclass(frozen=True, slots=True)
class OpenerView:
    """The two opening pages of a chapter, and the blocks that follow them. Minutes are 0 where there are none."""

    piece: Piece
    number: int
    aims: tuple[Aim, ...]
    epigraph: Epigraph | None
    read_minutes: int
    question_minutes: int
    pathways: int
    shortest: int
    longest: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A line of the contents: a piece and its number (0 when it is not a chapter), with its page headings."""

    piece: Piece
    number: int
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class ContentsView:
    """Chapters in the middle; other pieces before and after them."""

    before: tuple[ContentsRow, ...]
    chapters: tuple[ContentsRow, ...]
    after: tuple[ContentsRow, ...]


_NOT_LISTED = {
    PieceKind.COVER,
    PieceKind.PRINT_CHECK,
    PieceKind.HALF_TITLE,
    PieceKind.FRONTISPIECE,
    PieceKind.TITLE,
    PieceKind.IMPRINT,
    PieceKind.CONTENTS,
    PieceKind.BACK_COVER,
}


def opener_view(piece: Piece, numbered: NumberedBook) -> OpenerView:
    """A chapter split into its opener and the rest; the first epigraph before any heading belongs to the opener."""
    epigraph = next(_leading_epigraphs(piece.blocks), None)
    minutes = [node.minutes for node in walk(piece) if isinstance(node, Pathway)]
    return OpenerView(
        piece=piece,
        number=numbered.chapters[piece.slug],
        aims=piece.matter.aims,
        epigraph=epigraph,
        read_minutes=piece.matter.minutes.read,
        question_minutes=piece.matter.minutes.questions,
        pathways=len(minutes),
        shortest=min(minutes, default=0),
        longest=max(minutes, default=0),
        blocks=tuple(block for block in piece.blocks if block is not epigraph),
    )


def _leading_epigraphs(blocks: tuple[Block, ...]) -> Iterator[Epigraph]:
    for block in blocks:
        if isinstance(block, Epigraph):
            yield block
        if isinstance(block, Heading):
            return


def contents_view(numbered: NumberedBook) -> ContentsView:
    """The lines of the contents, in reading order."""
    book = numbered.book
    body = [_row(piece, numbered) for piece in book.body]
    return ContentsView(
        before=tuple(_row(piece, numbered) for piece in book.front if piece.kind not in _NOT_LISTED),
        chapters=tuple(body),
        after=tuple(_row(piece, numbered) for piece in book.back if piece.kind not in _NOT_LISTED),
    )


def _row(piece: Piece, numbered: NumberedBook) -> ContentsRow:
    headings = tuple(
        node for node in piece.blocks if isinstance(node, Heading) and node.level == PAGE_HEADING
    )
    return ContentsRow(piece, numbered.chapters.get(piece.slug, 0), headings)
