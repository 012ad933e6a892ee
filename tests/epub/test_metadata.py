"""Every claim about accessibility is true of the book, and goes when it is not."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from lxml import etree

from bindery.epub.documents import Document
from bindery.epub.facts import Facts, facts_of
from bindery.epub.metadata import identifier_of, metadata_of
from bindery.model.book import Book
from epub.rich_book import made, numbered_book

ALL = Facts(*(True for _ in fields(Facts)))
HTML = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>{}</body></html>'


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return numbered_book(tmp_path_factory.mktemp("book")).book


def claims(book: Book, facts: Facts, name: str) -> list[str]:
    return [entry.value for entry in metadata_of(book, facts, "Printed") if entry.name == name]


@pytest.mark.parametrize(
    ("fact", "feature"),
    [
        ("headings", "structuralNavigation"),
        ("contents", "tableOfContents"),
        ("pictures", "alternativeText"),
        ("pictures_described", "alternativeText"),
        ("long_descriptions", "longDescription"),
        ("page_markers", "pageBreakMarkers"),
        ("page_list", "pageNavigation"),
        ("index", "index"),
        ("roles", "ARIA"),
        ("reflows", "displayTransformability"),
        ("in_order", "readingOrder"),
    ],
)
def test_a_feature_is_claimed_only_while_it_is_there(book: Book, fact: str, feature: str) -> None:
    assert feature in claims(book, ALL, "schema:accessibilityFeature")
    assert feature not in claims(book, replace(ALL, **{fact: False}), "schema:accessibilityFeature")


def test_text_alone_is_enough_only_where_pictures_are_described(book: Book) -> None:
    assert claims(book, ALL, "schema:accessModeSufficient") == ["textual", "textual,visual"]
    undescribed = replace(ALL, pictures_described=False)
    assert claims(book, undescribed, "schema:accessModeSufficient") == ["textual,visual"]
    without = replace(ALL, pictures=False)
    assert claims(book, without, "schema:accessMode") == ["textual"]


def test_printed_pages_are_named_only_where_they_are_listed(book: Book) -> None:
    assert claims(book, ALL, "pageBreakSource") == ["Printed"]
    assert not claims(book, replace(ALL, page_list=False), "pageBreakSource")
    assert "pages" not in claims(book, replace(ALL, page_list=False), "schema:accessibilitySummary")[0]


def test_no_hazard_is_claimed_only_while_nothing_moves(book: Book) -> None:
    assert claims(book, ALL, "schema:accessibilityHazard") == ["none"]
    moving = replace(ALL, still=False)
    assert claims(book, moving, "schema:accessibilityHazard") == ["unknown"]
    assert "flashes" not in claims(book, moving, "schema:accessibilitySummary")[0]


def test_what_people_vouch_for_is_told_when_they_say_so(tmp_path: Path) -> None:
    edition = (
        "certification: {standard: WCAG 2.2 Level AA, by: The Tea Club}\n"
        "outputs: [{format: pdf, profile: print, paper: a4}, {format: epub}]\n"
    )
    package = made(tmp_path, {"book/editions/standard.yaml": edition}).package
    [claim] = [meta for meta in package[0] if meta.get("property") == "dcterms:conformsTo"]
    assert claim.text == "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
    [by] = [meta for meta in package[0] if meta.get("property") == "a11y:certifiedBy"]
    assert (by.text, by.get("refines")) == ("The Tea Club", f"#{claim.get('id')}")


def test_nothing_is_claimed_that_no_program_can_know(book: Book) -> None:
    names = {entry.name for entry in metadata_of(book, ALL, "Printed")}
    assert not {name for name in names if "conformsTo" in name or "certif" in name}


@pytest.mark.parametrize(
    ("fact", "holds", "fails"),
    [
        (
            "pictures",
            '<img src="a" alt="A"/>',
            '<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true"/>',
        ),
        ("pictures_described", '<img src="a" alt="A"/>', '<img src="a"/>'),
        ("long_descriptions", "<figure><details/></figure>", "<details/>"),
        ("headings", "<h1>a</h1>", "<p>a</p>"),
        ("contents", '<nav epub:type="toc"><a href="a">a</a></nav>', "<nav/>"),
        ("page_markers", '<span epub:type="pagebreak"/>', "<span/>"),
        ("page_list", '<nav epub:type="page-list"><a href="a">a</a></nav>', "<nav/>"),
        ("index", '<section epub:type="index"/>', "<section/>"),
        ("roles", '<p role="note"/>', "<p/>"),
        ("still", "<p/>", '<audio src="a.mp3"/>'),
    ],
)
def test_facts_are_read_from_the_documents(fact: str, holds: str, fails: str) -> None:
    assert getattr(facts_of([document(holds)], ""), fact)
    assert not getattr(facts_of([document(fails)], ""), fact)


def document(body: str) -> Document:
    content = HTML.format(body).encode()
    return Document("a.xhtml", content, etree.fromstring(content))


@pytest.mark.parametrize("css", ["p { font-size: 12pt }", "p{margin:3.5px}", "p { width: 10cm }"])
def test_a_fixed_length_ends_the_claim_that_the_text_reflows(css: str) -> None:
    assert facts_of([], "p { margin: 0 1.5em; width: 80% } .h2mm { line-height: 1.4 }").reflows
    assert not facts_of([], css).reflows


@pytest.mark.parametrize(
    "css", ["p { position: absolute }", "p{order:2}", "p { flex-direction: row-reverse }"]
)
def test_what_css_moves_about_ends_the_claim_of_a_reading_order(css: str) -> None:
    assert facts_of([], "p { border: 0 } .order-2 { margin: 0 }").in_order
    assert not facts_of([], css).in_order


@pytest.mark.parametrize("css", ["p { animation: x 1s }", "p{transition:all 1s}"])
def test_what_css_moves_ends_the_claim_that_nothing_does(css: str) -> None:
    assert facts_of([], "p { margin: 0 }").still
    assert not facts_of([], css).still


def test_an_edition_has_its_own_identifier_and_keeps_it(book: Book) -> None:
    assert book.edition is not None
    other = replace(book, edition=replace(book.edition, name="other"))
    later = replace(book, settings=replace(book.settings, version="0.2"))
    assert identifier_of(book) == identifier_of(later) != identifier_of(other)


def test_the_package_says_who_what_and_in_which_language(tmp_path: Path) -> None:
    package = made(tmp_path).package
    text = [" ".join(str(part) for part in element.itertext()) for element in package[0]]
    for line in (
        "A rich book",
        "With one of everything",
        "Somebody else",
        "The Tea Club",
        "en-GB",
        "2026-01-02",
    ):
        assert line in text
    assert package.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-GB"
    assert "2026-01-02T00:00:00Z" in text
