"""The manuscript as the e-book has it: without what only paper needs, and with the terms of the index."""

from collections.abc import Iterator
from dataclasses import replace

from bindery.checks.pdf_text.manuscript import manuscript
from bindery.checks.pdf_text.passage import Manuscript, Passage, condensed
from bindery.model.blocks import Block
from bindery.model.book import Piece
from bindery.model.course_blocks import JournalBlock
from bindery.model.node import Node, rebuild, walk
from bindery.model.numbered import NumberedBook
from bindery.model.settings import PieceKind

_ON_PAPER_ONLY = (PieceKind.PRINT_CHECK, PieceKind.HALF_TITLE)


def ebook_manuscript(numbered: NumberedBook) -> Manuscript:
    """The manuscript of a book that is chosen for its edition and for the e-book."""
    book = numbered.book
    front, body, back = (tuple(filter(_is_on_screen, part)) for part in (book.front, book.body, book.back))
    whole_book = replace(book, front=front, body=body, back=back)
    shown = replace(numbered, book=rebuild(whole_book, _without_folds))
    whole = manuscript(shown)
    # The words of the cover are in its picture.
    covers = {node.key: piece.id for piece in shown.book.pieces for node in _blocks_of_cover(piece)}
    passages = (replace(passage, key=covers.get(passage.key, passage.key)) for passage in whole.passages)
    return replace(whole, passages=(*passages, *_of_index(shown)))


def _without_folds(node: Node) -> tuple[Node, ...]:
    """A page on a screen is not folded."""
    if not isinstance(node, JournalBlock) or node.page_kind is None:
        return (node,)
    parts = tuple(part for part in node.page_kind.parts if part.type != "fold")
    return (replace(node, page_kind=replace(node.page_kind, parts=parts)),)


def _is_on_screen(piece: Piece) -> bool:
    return piece.kind not in _ON_PAPER_ONLY


def _blocks_of_cover(piece: Piece) -> Iterator[Block]:
    if piece.kind is PieceKind.COVER:
        yield from (node for node in walk(piece) if isinstance(node, Block))


def _of_index(numbered: NumberedBook) -> Iterator[Passage]:
    for piece in numbered.book.pieces:
        if piece.kind is PieceKind.INDEX:
            for entry in numbered.index:
                for line in (entry, *entry.entries):
                    yield Passage(piece.id, piece.place, (condensed(line.words),))
