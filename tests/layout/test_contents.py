"""The contents of a book of any length stand on pages whose tabs have room at the edge."""

from dataclasses import replace

import pytest

from bindery.layout.views.chapters import ContentsRow, ContentsView
from bindery.layout.views.contents import TABS, contents_pages, tab_down
from epub.rich_book import numbered_book


@pytest.fixture(scope="module")
def row(tmp_path_factory: pytest.TempPathFactory) -> ContentsRow:
    return ContentsRow(numbered_book(tmp_path_factory.mktemp("book")).book.body[0], 1, ())


@pytest.mark.parametrize("count", [1, 4, 5, 10, 14, 15, 46])
def test_every_chapter_has_a_row_and_tabs_have_room(row: ContentsRow, count: int) -> None:
    chapters = tuple(replace(row, number=number) for number in range(1, count + 1))
    pages = contents_pages(ContentsView((), chapters, ()))
    assert tuple(one for page in pages for one in page.rows) == chapters
    for page in pages:
        downs = [tab_down(tab.number) for tab in page.tabs]
        assert downs == sorted(set(downs))
        assert len(downs) <= TABS
        assert page.rows[:1] == () or page.rows[0] in page.tabs


def test_a_tab_beyond_the_last_place_begins_at_the_top_again() -> None:
    assert [tab_down(number) for number in (1, 2, TABS, TABS + 1)] == [0, 16, 16 * (TABS - 1), 0]
