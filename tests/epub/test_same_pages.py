"""The real book, printed and as an e-book: both have all of it, and each page begins where its marker stands."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from bindery.checks import agreement
from bindery.checks.archive import EpubFile, elements, open_epub
from bindery.checks.epub_facts import facts
from bindery.checks.epub_facts.manuscript import ebook_manuscript
from bindery.checks.epub_facts.pages import page_list
from bindery.checks.marked_words import MarkedWords
from bindery.checks.pdf_facts.opened import opened
from bindery.checks.pdf_text.page_words import PageWords
from bindery.checks.pdf_text.passage import Manuscript
from bindery.checks.same_pages import strays
from bindery.checks.verdict import Expected, Outcome
from bindery.findings import Finding
from bindery.numbering import for_format
from checks.epubs import subject
from epub.conftest import Built

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]
TYPE = "{http://www.idpf.org/2007/ops}type"
NAMES = ("standard", "half")


@pytest.fixture(params=NAMES)
def built(request: pytest.FixtureRequest, editions: Mapping[str, Built]) -> Built:
    return editions[request.param]


def judged(path: Path, contents: Manuscript) -> tuple[Finding, ...]:
    [(verdict,)] = facts.JUDGE.judge([subject(path, Expected(in_ebook=contents))])
    return verdict.findings


def contents(built: Built) -> Manuscript:
    return ebook_manuscript(for_format(built.numbered, "epub"))


def test_all_of_the_manuscript_is_in_the_e_book(built: Built) -> None:
    assert len(contents(built).passages) > 1000
    assert judged(built.epub, contents(built)) == ()


def test_half_of_the_chapters_are_only_half(editions: Mapping[str, Built]) -> None:
    standard, half = (editions[name] for name in NAMES)
    missing = {found.message.split()[0] for found in judged(half.epub, contents(standard))}
    chapters = [{piece.id for piece in built.numbered.book.body} for built in (standard, half)]
    assert missing & chapters[0] == chapters[0] - chapters[1] != set()


def test_every_item_of_a_scale_says_all_its_answers(built: Built) -> None:
    documents = open_epub(built.epub).documents.values()
    said = {
        key: " ".join("".join(map(str, element.itertext())).split())
        for root in documents
        for element in elements(root)
        if (key := element.get("id") or "").startswith("q.")
    }
    scales = [
        element
        for questionnaire in built.numbered.book.questionnaires
        for element in questionnaire.elements
        if element.rows and f"q.{element.name}" in said
    ]
    assert scales
    for element in scales:
        for row in element.rows:
            assert all(
                f"{choice.value} {choice.text}" in said[f"q.{row.value}"] for choice in element.columns
            )


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
    with opened(subject(built.pdf)) as pdf:
        printed = PageWords(pdf)
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
