"""The leader's copy has every page of the readers' under the same number."""

import shutil
from pathlib import Path

import pytest

from bindery.build.printing import PressRoom
from bindery.build.reading import read_book
from bindery.findings import Report
from bindery.model.edition import Output
from bindery.model.pages import PageMap
from bindery.model.settings import PieceKind
from bindery.pdf import Crew
from books import write_book
from epub.rich_book import RICH

pytestmark = pytest.mark.slow
PROJECT = Path(__file__).parents[2]
OUTPUTS = "outputs: [{format: pdf, profile: print, paper: a4}]\n"


class Silence:
    def stage(self, words: str) -> None:
        """Say nothing."""


def pages(root: Path, name: str) -> PageMap:
    report = Report()
    numbered = read_book(name, root, report)
    with Crew() as hands:
        printed = PressRoom(root, hands, report, Silence()).print(numbered, Output("pdf"))
    assert not report.has_errors
    guides = [p for p in numbered.book.pieces if p.kind is PieceKind.FACILITATOR_GUIDE]
    assert len(guides) == (name == "leaders")
    return printed.printed.pages


def check_same_pages(root: Path, choice: str) -> None:
    (root / "book/editions/readers.yaml").write_text(f"{choice}facilitator-guide: false\n{OUTPUTS}")
    (root / "book/editions/leaders.yaml").write_text(f"{choice}facilitator-guide: true\n{OUTPUTS}")
    readers, leaders = pages(root, "readers"), pages(root, "leaders")
    (cover,) = [page.piece for page in readers.pages[-1:]]
    here = {key: readers.label_of(key) for key in readers.index_of if not key.startswith(cover)}
    assert here == {key: leaders.label_of(key) for key in here}
    last = max(readers.index_of[key] for key in here)
    assert readers.pages[: last + 1] == leaders.pages[: last + 1]
    assert len(leaders.pages) > len(readers.pages)


def test_a_book_with_one_of_everything_keeps_its_pages(tmp_path: Path) -> None:
    write_book(tmp_path, RICH)
    check_same_pages(tmp_path, "")


def test_a_chapter_of_the_shipped_book_keeps_its_pages(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "book", tmp_path / "book")
    check_same_pages(tmp_path, "chapters: [01-what-is-collaboration]\n")
