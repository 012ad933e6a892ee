"""Printed pages marked in the book: a marker at the very character with which each page begins."""

from collections.abc import Mapping
from dataclasses import replace

from bindery.layout.print_face import PrintFace
from bindery.model.blocks import Block
from bindery.model.node import Node, rebuild
from bindery.model.numbered import NumberedBook
from bindery.model.pages import Page

Starts = Mapping[str, tuple[Page, ...]]


def with_page_marks(numbered: NumberedBook, face: PrintFace, template_keys: frozenset[str]) -> NumberedBook:
    """The same book with a marker for every printed page.

    `face` is the print face of the final layout: it tells how many characters a line has in print.
    `template_keys` are the places that only templates know; they write their markers themselves.
    """
    starts = _starts(face, _keys(numbered), template_keys)

    def change(node: Node) -> tuple[Node, ...]:
        return _marked(node, starts.get(node.key, ()), face) if isinstance(node, Block) else (node,)

    book = numbered.book
    pieces = {piece.slug: rebuild(piece, change) for piece in book.pieces}
    marked = replace(
        book,
        front=tuple(pieces[piece.slug] for piece in book.front),
        body=tuple(pieces[piece.slug] for piece in book.body),
        back=tuple(pieces[piece.slug] for piece in book.back),
    )
    return replace(numbered, book=marked)
