"""What the manuscript has is looked for in each finished file, and what is missing is named by key, file and line."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, String

from bindery.checks import parity
from bindery.checks.verdict import Expected, Judge, Outcome, Promised, Verdict
from bindery.findings import Place
from checks.epubs import subject, write_epub
from checks.pdfs import write_pdf

PLACE = Place("book/chapters/01-one.md", 7)
TERMS = (
    "EPUB/text/two.xhtml",
    "<h1>Two",
    "<dl><dt id='tea'>Tea</dt><dd>A drink.</dd><dt>Cup</dt></dl><h1>Two",
)


def promised(suffix: str, key: str, *phrases: str, kind: str = "note") -> Promised:
    return Promised(suffix, kind, key, phrases, PLACE)


def judged(judge: Judge, path: Path, *contents: Promised) -> Verdict:
    [(found,)] = judge.judge([subject(path, Expected(contents=contents))])
    return found


def named(pdf: pikepdf.Pdf) -> None:
    """A place on each page: `first`, `second`, `third`."""
    names = [
        part
        for name, page in zip(("first", "second", "third"), pdf.pages, strict=True)
        for part in (String(name), Array([page.obj, pikepdf.Name.Fit]))
    ]
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(names)))


EPUB_THERE = [
    promised(".epub", "two", "More words, and"),
    promised(".epub", "two", "a licence", "two"),
    promised(".epub", "tea", "A drink"),
]


@pytest.mark.parametrize("there", EPUB_THERE)
def test_what_is_in_the_e_book_is_found(there: Promised, tmp_path: Path) -> None:
    found = judged(parity.EPUB, write_epub(tmp_path / "a.epub", TERMS), there)
    assert (found.outcome, found.findings) == (Outcome.PASSED, ())


EPUB_MISSING = {
    "a.epub is gone": (promised(".epub", "three"), "the note three is not in a.epub"),
    "words": (promised(".epub", "two", "Fewer words"), "the note two is in a.epub without “Fewer words”"),
    "words elsewhere": (
        promised(".epub", "two", "Some words"),
        "the note two is in a.epub without “Some words”",
    ),
    "another term's": (promised(".epub", "tea", "Cup"), "the note tea is in a.epub without “Cup”"),
}


@pytest.mark.parametrize(("missing", "words"), EPUB_MISSING.values(), ids=EPUB_MISSING.keys())
def test_what_is_missing_in_the_e_book_is_named(missing: Promised, words: str, tmp_path: Path) -> None:
    [found] = judged(parity.EPUB, write_epub(tmp_path / "a.epub", TERMS), missing).findings
    assert (found.code, found.message, found.place) == ("C071", words, PLACE)


PDF_MISSING = {
    "its place": (promised(".pdf", "fourth"), "the note fourth is not in a.pdf"),
    "its words": (promised(".pdf", "second", "a shrub"), "the note second is in a.pdf without “a shrub”"),
    "words before it": (promised(".pdf", "second", "one"), "the note second is in a.pdf without “one”"),
}


@pytest.mark.parametrize(("missing", "words"), PDF_MISSING.values(), ids=PDF_MISSING.keys())
def test_what_is_missing_in_the_pdf_is_named(missing: Promised, words: str, tmp_path: Path) -> None:
    [found] = judged(parity.PDF, write_pdf(tmp_path / "a.pdf", named), missing).findings
    assert (found.code, found.message, found.place) == ("C071", words, PLACE)


def test_what_is_in_the_pdf_is_found_where_it_begins_or_overleaf(tmp_path: Path) -> None:
    there = (promised(".pdf", "second", "A Tree, with two bran-ches"), promised(".pdf", "second", "two"))
    assert judged(parity.PDF, write_pdf(tmp_path / "a.pdf", named), *there).outcome is Outcome.PASSED


def test_what_only_the_other_file_must_have_is_not_missed(tmp_path: Path) -> None:
    contents = (promised(".pdf", "nowhere"), promised(".epub", "two"))
    assert judged(parity.EPUB, write_epub(tmp_path / "a.epub"), *contents).outcome is Outcome.PASSED


@pytest.mark.parametrize("judge", [parity.EPUB, parity.PDF], ids=["epub", "pdf"])
def test_without_a_manuscript_nobody_knows(judge: Judge, tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "a.pdf") if judge.suffix == ".pdf" else write_epub(tmp_path / "a.epub")
    assert judged(judge, file).outcome is Outcome.SKIPPED


@pytest.mark.parametrize("judge", [parity.EPUB, parity.PDF], ids=["epub", "pdf"])
def test_a_broken_file_cannot_be_opened(judge: Judge, tmp_path: Path) -> None:
    path = tmp_path / f"a{judge.suffix}"
    path.write_bytes(b"nothing")
    [found] = judged(judge, path, promised(judge.suffix, "two")).findings
    assert found.code == "C002"
