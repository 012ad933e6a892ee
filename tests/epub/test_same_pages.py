"""The real book, printed and as an e-book: both have all of it, and each page begins where its marker stands."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from bindery.build.promises import promises_of
from bindery.checks import agreement, parity
from bindery.checks.archive import EpubFile, elements, open_epub
from bindery.checks.epub_facts.pages import page_list
from bindery.checks.marked_words import MarkedWords
from bindery.checks.pdf_facts.opened import opened
from bindery.checks.pdf_text.words import PrintedWords
from bindery.checks.same_pages import strays
from bindery.checks.verdict import Expected, Judge, Outcome, Subject
from checks.epubs import subject
from epub.conftest import Built

pytestmark = pytest.mark.slow
TYPE = "{http://www.idpf.org/2007/ops}type"
NAMES = ("standard", "half")
KINDS = {
    *("chapter", "question", "questionnaire", "scoring page", "pathway", "figure", "note", "reference"),
    *("glossary entry", "journal", "write", "definition", "go-deeper", "next-step"),
}


@pytest.fixture(params=NAMES)
def built(request: pytest.FixtureRequest, editions: Mapping[str, Built]) -> Built:
    return editions[request.param]


@pytest.mark.parametrize("judge", [parity.EPUB, parity.PDF], ids=["epub", "pdf"])
def test_all_of_the_manuscript_is_there(judge: Judge, built: Built) -> None:
    path = built.pdf if judge.suffix == ".pdf" else built.epub
    promises = promises_of(built.numbered)
    assert {promised.kind for promised in promises if promised.suffix == judge.suffix} >= KINDS
    [(verdict,)] = judge.judge([subject(path, Expected(contents=promises))])
    assert (verdict.outcome, verdict.findings) == (Outcome.PASSED, ())


def test_half_of_the_chapters_are_only_half(editions: Mapping[str, Built]) -> None:
    standard, half = (editions[name] for name in NAMES)
    contents = promises_of(standard.numbered)
    [(verdict,)] = parity.EPUB.judge([subject(half.epub, Expected(contents=contents))])
    missing = {each.message.split()[2] for each in verdict.findings if "the chapter " in each.message}
    left_out = {piece.id for piece in standard.numbered.book.body} - {
        piece.id for piece in half.numbered.book.body
    }
    assert missing == left_out


def test_every_page_begins_at_its_marker(built: Built) -> None:
    verdict = agreement.agree(subject(built.epub), [subject(built.pdf)])
    assert (verdict.outcome, verdict.findings) == (Outcome.PASSED, ())


def test_front_matter_has_roman_folios_and_the_rest_arabic(built: Built) -> None:
    labels = [entry.label for entry in page_list(open_epub(built.epub))]
    first = labels.index("1")
    assert labels[0] == "i"
    assert set("".join(labels[:first])) <= set("ivxl")
    assert [int(label) for label in labels[first:]] == list(range(1, len(labels) - first + 1))


def test_the_printed_edition_is_named(built: Built) -> None:
    [named] = open_epub(built.epub).metadata("pageBreakSource")
    assert named == "Working Together, A4 edition 0.1"


def test_a_marker_moved_by_a_paragraph_is_found(built: Built) -> None:
    """But for a label of two words or a title that print has not, there is no place where it would not be noticed."""
    with opened(Subject(built.pdf, "book.pdf")) as pdf:
        printed = PrintedWords(pdf)
        found = [any(strays(printed, words)) for words in _moved(built.epub)]
    assert len(found) > 15
    assert found.count(False) <= len(found) // 10


def _moved(path: Path) -> Iterator[MarkedWords]:
    """The e-book with one marker, every third in turn, behind the next paragraph."""
    for number in range(len(MarkedWords(open_epub(path)).markers))[::3]:
        book = open_epub(path)
        if _move(list(_breaks(book))[number]):
            words = MarkedWords(book)
            offsets = [marker.offset for marker in words.markers]
            if all(before <= after for before, after in pairwise(offsets)):
                yield words


def _breaks(book: EpubFile) -> Iterator[etree._Element]:
    for name in book.spine:
        yield from (inner for inner in elements(book.documents[name]) if inner.get(TYPE) == "pagebreak")


def _move(marker: etree._Element) -> bool:
    behind = marker.xpath(
        "following::*[self::h:p or self::h:h2 or self::h:li][normalize-space()]", namespaces=HTML
    )
    before, parent = marker.getprevious(), marker.getparent()
    if not isinstance(behind, list) or not behind or parent is None:
        return False
    if before is not None:
        before.tail = (before.tail or "") + (marker.tail or "")
    else:
        parent.text = (parent.text or "") + (marker.tail or "")
    marker.tail = None
    behind[0].addnext(marker)
    return True


HTML = {"h": "http://www.w3.org/1999/xhtml"}
