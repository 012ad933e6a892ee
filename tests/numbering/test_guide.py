"""Notes for leaders: gathered behind everything that readers have, or nowhere."""

from pathlib import Path

import pytest

from bindery.build.reading import read_book
from bindery.findings import Report
from bindery.model.blocks import Block
from bindery.model.book import Book, Piece
from bindery.model.course_blocks import Facilitator
from bindery.model.inlines import CrossReference
from bindery.model.node import walk
from bindery.model.numbered import NumberedBook
from bindery.model.settings import PieceKind
from books import write_book
from epub.rich_book import RICH

READERS = "outputs: [{format: pdf, profile: print, paper: a4}, {format: epub}]\n"


def numbered(root: Path, *, for_leaders: bool) -> NumberedBook:
    edition = f"facilitator-guide: true\n{READERS}" if for_leaders else READERS
    write_book(root, {**RICH, "book/editions/standard.yaml": edition})
    return read_book("standard", root, Report())


@pytest.fixture(scope="module")
def leaders(tmp_path_factory: pytest.TempPathFactory) -> NumberedBook:
    return numbered(tmp_path_factory.mktemp("leaders"), for_leaders=True)


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> NumberedBook:
    return numbered(tmp_path_factory.mktemp("readers"), for_leaders=False)


def guide(book: Book) -> Piece:
    (piece,) = (piece for piece in book.pieces if piece.kind is PieceKind.FACILITATOR_GUIDE)
    return piece


def test_the_guide_holds_the_notes_of_the_chapters_behind_its_own_words(leaders: NumberedBook) -> None:
    first, notes = guide(leaders.book).blocks
    assert first.kind == "paragraph"
    assert isinstance(notes, Facilitator)
    assert (notes.title, notes.chapter) == ("A tea party", "one")


def test_the_guide_stands_last_but_for_the_back_cover(leaders: NumberedBook) -> None:
    kinds = [piece.kind for piece in leaders.book.back]
    assert kinds[-2:] == [PieceKind.FACILITATOR_GUIDE, PieceKind.BACK_COVER]


def test_readers_have_neither_guide_nor_notes(readers: NumberedBook) -> None:
    assert not any(isinstance(node, Facilitator) for node in walk(readers.book))
    assert not any(piece.kind is PieceKind.FACILITATOR_GUIDE for piece in readers.book.pieces)


def test_all_else_is_the_same_for_leaders_and_readers(leaders: NumberedBook, readers: NumberedBook) -> None:
    shared = [piece for piece in leaders.book.pieces if piece.kind is not PieceKind.FACILITATOR_GUIDE]
    assert [piece.blocks for piece in shared] == [piece.blocks for piece in readers.book.pieces]
    assert [piece.footnotes for piece in shared] == [piece.footnotes for piece in readers.book.pieces]
    assert leaders.index == readers.index
    numbers = {key: number for key, number in leaders.numbers.items() if key in readers.numbers}
    assert numbers == readers.numbers


def test_footnotes_go_into_the_guide_with_their_marks(leaders: NumberedBook) -> None:
    assert [note.label for note in guide(leaders.book).footnotes] == ["one.cups"]


def test_pages_in_a_table_for_leaders_are_numbers_alone(leaders: NumberedBook) -> None:
    pointers = [node for node in walk(guide(leaders.book)) if isinstance(node, CrossReference)]
    assert [(pointer.target, pointer.bare) for pointer in pointers] == [("map", True), ("first", True)]
    others = [node for piece in leaders.book.body for node in walk(piece) if isinstance(node, CrossReference)]
    assert others
    assert not any(pointer.bare for pointer in others)


def test_no_block_is_lost_or_doubled(leaders: NumberedBook) -> None:
    keys = [node.key for piece in leaders.book.pieces for node in walk(piece) if isinstance(node, Block)]
    assert len(set(keys)) == len(keys)
