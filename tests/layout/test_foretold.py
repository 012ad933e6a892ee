"""Page numbers before there are pages: only how many figures they have is foretold."""

from dataclasses import replace

import pytest

from bindery.layout.foretold import foretold
from bindery.model.blocks import Block
from bindery.model.node import walk
from bindery.model.numbered import NumberedBook
from epub.rich_book import numbered_book


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> NumberedBook:
    return numbered_book(tmp_path_factory.mktemp("book"))


def test_every_block_behind_the_front_matter_has_a_page_and_they_follow_each_other(
    book: NumberedBook,
) -> None:
    pages = foretold(book)
    pieces = (*book.book.body, *book.book.back)
    keys = [node.key for piece in pieces for node in walk(piece) if isinstance(node, Block)]
    indices = [pages.index_of[key] for key in keys]
    assert indices == sorted(indices)
    assert set(pages.index_of) == {*keys, *(piece.id for piece in pieces)}


def test_a_number_has_as_many_zeros_as_figures(book: NumberedBook) -> None:
    labels = [page.label for page in foretold(book).pages]
    assert labels == ["0" * len(str(number)) for number in range(1, len(labels) + 1)]


def test_a_book_of_many_chapters_has_numbers_of_three_figures(book: NumberedBook) -> None:
    body = tuple(
        replace(piece, matter=replace(piece.matter, id=f"one-{copy}"))
        for copy in range(120)
        for piece in book.book.body
    )
    many = replace(book, book=replace(book.book, body=body))
    assert foretold(many).label_of(body[0].id) == "0"
    assert foretold(many).label_of(body[40].id) == "000"


def test_what_is_not_printed_is_on_no_page(book: NumberedBook) -> None:
    assert foretold(book).label_of("nowhere") == ""
