"""What is promised of a manuscript is all that is in it, and an e-book that lacks one of them fails its judge."""

from pathlib import Path

import pytest

from bindery.build.promises import promises_of
from bindery.build.reading import read_book
from bindery.checks import Promised, parity
from bindery.checks.verdict import Expected
from bindery.findings import Report
from checks.epubs import subject
from epub.rich_book import CHAPTER, made, numbered_book

KINDS = {
    *("cover", "chapter", "pathway", "figure", "note", "write", "journal", "questionnaire", "question"),
    *(
        "scoring page",
        "reference",
        "glossary entry",
        "index term",
        "epigraph",
        "definition",
        "example",
        "table",
    ),
}


@pytest.fixture(scope="module")
def ebook(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Promised, ...]]:
    folder = tmp_path_factory.mktemp("rich")
    path = folder / "rich.epub"
    path.write_bytes(made(folder / "book").content)
    return path, promises_of(read_book("standard", folder / "book", Report()))


def test_everything_is_promised_with_its_file_and_line(ebook: tuple[Path, tuple[Promised, ...]]) -> None:
    _, promises = ebook
    assert {promised.kind for promised in promises} >= KINDS
    assert {promised.suffix for promised in promises} == {".pdf", ".epub"}
    pathway = next(promised for promised in promises if promised.kind == "pathway")
    assert (pathway.key, pathway.phrases[0]) == ("map", "A map of cups")
    assert pathway.place.file == "book/chapters/01-one.md"
    assert pathway.place.line == 90


def test_what_is_for_paper_only_is_promised_for_paper_only(tmp_path: Path) -> None:
    numbered_book(tmp_path)
    promises = promises_of(read_book("standard", tmp_path, Report()))
    pieces = {suffix: {p.key for p in promises if p.suffix == suffix} for suffix in (".pdf", ".epub")}
    assert {"check", "half"} <= pieces[".pdf"]
    assert not {"check", "half"} & pieces[".epub"]


def test_the_e_book_keeps_every_promise(ebook: tuple[Path, tuple[Promised, ...]]) -> None:
    path, promises = ebook
    [(verdict,)] = parity.EPUB.judge([subject(path, Expected(contents=promises))])
    assert verdict.findings == ()


def test_a_broken_promise_is_found_by_its_key(
    ebook: tuple[Path, tuple[Promised, ...]], tmp_path: Path
) -> None:
    """Other words in one paragraph, and the e-book made of them is held against the manuscript."""
    _, promises = ebook
    path = tmp_path / "rich.epub"
    other = {"book/chapters/01-one.md": CHAPTER.replace("It was hot.", "It was cold.")}
    path.write_bytes(made(tmp_path / "other", other).content)
    [(verdict,)] = parity.EPUB.judge([subject(path, Expected(contents=promises))])
    [found] = verdict.findings
    assert found.message.endswith("is in rich.epub without “It was hot.”")
    assert (found.code, found.place.file, found.place.line) == ("C071", "book/chapters/01-one.md", 52)
