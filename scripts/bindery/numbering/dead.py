"""Pointers to what a book does not hold any more, made plain words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from bindery.findings import Place
from bindery.model.blocks import Block
from bindery.model.book import Book, Piece
from bindery.model.course_blocks import NextStep
from bindery.model.inlines import CrossReference, FootnoteCall, Phrase, Text
from bindery.model.node import Node, rebuild, walk
from bindery.model.numbered import Target


def ids(book: Book) -> Iterator[str]:
    """The ids of all pieces and blocks."""
    for piece in book.pieces:
        yield piece.id
        yield from (node.id for node in walk(piece) if isinstance(node, Block) and node.id)


def without_dead_references(
    book: Book,
    gone: Mapping[str, Target],
    tell: Callable[[Target, Place], None] = lambda _target, _place: None,
) -> Book:
    """The book with pointers to what is gone as plain words; `tell` hears of each, with its place."""

    def alive(node: Node) -> tuple[Node, ...]:
        match node:
            case CrossReference(target=name, children=words, place=place) if name in gone:
                tell(gone[name], place)
                return (Phrase(words or (Text(gone[name].label),), ""),)
            case NextStep(to=name, place=place) if name in gone:
                tell(gone[name], place)
                return (replace(node, to=""),)
            case _:
                return (node,)

    return rebuild(book, alive)


def without_uncalled_footnotes(book: Book) -> Book:
    """The book without the footnotes whose marks were taken out."""
    front, body, back = (tuple(map(_calm, part)) for part in (book.front, book.body, book.back))
    return replace(book, front=front, body=body, back=back)


def _calm(piece: Piece) -> Piece:
    called = {node.label for node in walk(piece) if isinstance(node, FootnoteCall)}
    return replace(piece, footnotes=tuple(note for note in piece.footnotes if note.label in called))
