"""The facilitator's guide: what the chapters hold for leaders, gathered where it moves no page of the reader's book."""

from collections.abc import Sequence
from dataclasses import replace

from bindery.model.blocks import Row, Table
from bindery.model.book import Book, Piece
from bindery.model.course_blocks import Facilitator
from bindery.model.inlines import CrossReference, FootnoteCall, Inline, Text
from bindery.model.node import Node, rebuild, walk
from bindery.model.settings import PieceKind


def has_guide(pieces: Sequence[Piece]) -> bool:
    """Whether there is a page for the guide among these."""
    return any(piece.kind is PieceKind.FACILITATOR_GUIDE for piece in pieces)


def with_guide(book: Book) -> Book:
    """The book with its notes for leaders in the guide, which stands last but for the back cover.

    The notes keep the order of the chapters. Everything before the guide is as in the book without it.
    """
    notes = tuple(
        replace(node, chapter=piece.id)
        for piece in book.pieces
        for node in walk(piece)
        if isinstance(node, Facilitator)
    )
    footnotes = tuple(note for piece in book.pieces for note in piece.footnotes)
    called = {node.label for note in notes for node in walk(note) if isinstance(node, FootnoteCall)}
    plain = without_guide(book)
    guide = next(piece for piece in book.back if piece.kind is PieceKind.FACILITATOR_GUIDE)
    filled = replace(
        guide,
        blocks=(*guide.blocks, *notes),
        footnotes=(*guide.footnotes, *(note for note in footnotes if note.label in called)),
    )
    cover = tuple(piece for piece in plain.back if piece.kind is PieceKind.BACK_COVER)
    rest = tuple(piece for piece in plain.back if piece not in cover)
    return replace(plain, back=(*rest, filled, *cover))


def without_guide(book: Book) -> Book:
    """The book without what is for leaders only."""
    bare = rebuild(book, lambda node: () if isinstance(node, Facilitator) else (node,))
    return replace(
        bare, back=tuple(piece for piece in bare.back if piece.kind is not PieceKind.FACILITATOR_GUIDE)
    )


def with_bare_pages(book: Book) -> Book:
    """The book with the last column of a leader's table telling pages by their numbers alone.

    The cells meant hold nothing but pointers without words of their own.
    """

    def changed(node: Node) -> tuple[Node, ...]:
        return (rebuild(node, _bare_rows),) if isinstance(node, Facilitator) else (node,)

    return rebuild(book, changed)


def _bare_rows(node: Node) -> tuple[Node, ...]:
    return (replace(node, rows=tuple(map(_bare_row, node.rows))),) if isinstance(node, Table) else (node,)


def _bare_row(row: Row) -> Row:
    *others, last = row.cells
    inlines = tuple(_bare(inline) for inline in last.inlines) if _is_pages(last.inlines) else last.inlines
    return replace(row, cells=(*others, replace(last, inlines=inlines)))


def _is_pages(inlines: Sequence[Inline]) -> bool:
    return all(
        (isinstance(inline, CrossReference) and not inline.children)
        or (isinstance(inline, Text) and not any(letter.isalnum() for letter in inline.value))
        for inline in inlines
    )


def _bare(inline: Inline) -> Inline:
    return replace(inline, bare=True) if isinstance(inline, CrossReference) else inline
