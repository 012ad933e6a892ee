"""Facts read from the finished sample with a reader that shares no code with the press."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bindery.findings import CannotGoOn, Report
from bindery.layout.adjustments import Adjustments
from bindery.layout.part import PrintPart
from bindery.pdf import Order, Printed, print_book
from bindery.pdf.press import PASSES
from pdf.sample_book import (
    FOLDER,
    IMPRINT,
    Chapter,
    fill,
    footnote,
    note,
    paragraph,
    paragraphs,
    part,
    printed,
    question,
    room,
    sample,
)
from pdf.workshop import OwnHands, workshop

MM = 72 / 25.4
Words = list[dict[str, Any]]


def quiet(_: str) -> None:
    """Tell nobody."""


def compact(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="session")
def texts(book: Printed) -> list[str]:
    document = pypdfium2.PdfDocument(book.pdf)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


@pytest.fixture(scope="session")
def words(book: Printed) -> list[Words]:
    with pdfplumber.open(BytesIO(book.pdf)) as document:
        return [page.extract_words() for page in document.pages]


def test_the_sample_has_what_the_tests_are_about(book: Printed) -> None:
    adjustments = book.adjustments
    assert adjustments.lines
    assert adjustments.fillers
    assert len(book.pages.pages) > 20


def test_every_folio_is_printed_once_at_the_outer_edge(book: Printed, words: list[Words]) -> None:
    for page, found in zip(book.pages.pages, words, strict=True):
        edge = [word for word in found if word["top"] > 270 * MM]
        assert [word["text"] for word in edge] == [page.label]
        outer = edge[0]["x0"] < 30 * MM if page.side == "left" else edge[0]["x1"] > 180 * MM
        assert outer


def test_the_book_begins_on_the_right_and_sides_alternate(book: Printed) -> None:
    sides = [page.side for page in book.pages.pages]
    assert sides == (["right", "left"] * len(sides))[: len(sides)]


def test_every_page_begins_with_the_words_that_the_page_map_says(book: Printed, texts: list[str]) -> None:
    blocks = dict(_blocks(sample(book.adjustments)))
    checked = 0
    for page, text in zip(book.pages.pages, texts, strict=True):
        expected = blocks.get(page.start.key, "")[page.start.offset :][:12]
        if expected:
            assert compact(text).startswith(expected), page
            checked += 1
    assert checked > len(book.pages.pages) / 2


def _blocks(parts: list[PrintPart]) -> Iterator[tuple[str, str]]:
    for one in parts:
        html = re.sub(r'<span class="note".*?</span></span>|<span class="footnote".*?</span>', "", one.html)
        for key, inner in re.findall(r'<p id="([^"]+)">(.*?)</p>', html):
            yield key, compact(re.sub(r"<[^>]+>", "", inner))


def test_printed_page_numbers_are_the_right_ones(book: Printed, texts: list[str]) -> None:
    told = {number for text in texts for number in re.findall(r"page\s(\w+)", text)}
    assert told == {book.pages.label_of("c1-9")}


def test_every_footnote_stands_on_the_page_of_its_call(book_report: Report) -> None:
    assert not [finding for finding in book_report if finding.code == "P010"]


def test_side_notes_do_not_touch_and_stay_on_the_page(
    words: list[Words],
) -> None:
    for found in words:
        column = sorted(
            {
                round(word["bottom"] / MM, 2)
                for word in found
                if word["x1"] < 66 * MM and word["top"] > 20 * MM
            }
        )
        lines = [line for line in column if line < 270]
        assert all(one + 3.9 < two for one, two in pairwise(lines))
        assert max(lines, default=0) < 264.5


def test_prompts_leave_less_than_a_line_of_their_page_free(book: Printed) -> None:
    assert all(count > 3 for count in book.adjustments.lines.values())


def test_printing_again_gives_the_same_bytes(book: Printed) -> None:
    assert printed().pdf == book.pdf


def test_a_part_that_did_not_change_is_laid_out_once_more_at_most_to_be_written() -> None:
    hands = OwnHands()
    printed([part(Chapter("one", paragraph("p"), "right"))], hands=hands)
    assert hands.laid == ["one", "one"]


def test_a_guess_of_parts_that_did_not_change_needs_no_layout() -> None:
    hands = OwnHands()
    shop = workshop(FOLDER, hands=hands)
    first = print_book(Order(sample, {}, IMPRINT), shop, Report(), quiet)
    hands.laid.clear()
    again = print_book(Order(sample, {}, IMPRINT, first.adjustments), shop, Report(), quiet)
    assert (again.pdf, hands.laid) == (first.pdf, [])


def roomy(shape: Sequence[int], adjustments: Adjustments) -> list[PrintPart]:
    """A chapter of two texts with room for notes; its pages are listed on its last.

    A text has a paragraph of so many words for each number; a heading for 0, a question of so many lines below 0.
    """
    half = len(shape) // 2
    texts = [
        "".join(_block(f"{name}{index}", count, adjustments) for index, count in enumerate(counts))
        for name, counts in (("a", shape[:half]), ("b", shape[half:]))
    ]
    body = f'{texts[0]}{room("r", adjustments)}<div id="two" style="break-before: page">{texts[1]}</div>'
    listed = ", ".join(adjustments.pages.label_of(key) or "00" for key in ("two", "last"))
    last = f'{room("s", adjustments)}<p id="last" style="break-before: page">{listed}</p>'
    return [part(Chapter("one", body + last, "right"), adjustments)]


def _block(key: str, count: int, adjustments: Adjustments) -> str:
    if count < 0:
        return question(key, adjustments, -count)
    return paragraph(key, count) if count else f'<h2 id="{key}">Heading</h2>'


def of_shape(shape: Sequence[int], guess: Adjustments, hands: OwnHands | None = None) -> Printed:
    order = Order(lambda adjustments: roomy(shape, adjustments), {}, IMPRINT, guess)
    return print_book(order, workshop(FOLDER, hands=hands), Report(), quiet)


def test_a_guess_that_is_confirmed_is_laid_out_once_though_words_have_changed() -> None:
    first, hands = of_shape([60] * 12, Adjustments()), OwnHands()
    assert set(first.adjustments.lines) == {"r", "s"}
    of_shape([61, *[60] * 11], first.adjustments, hands)
    assert hands.laid == ["one"]


def test_a_guess_is_not_tried_where_lines_may_have_moved_pages() -> None:
    def prompts(adjustments: Adjustments) -> list[PrintPart]:
        text = paragraph("q", 400).replace("<p ", '<p style="orphans: 14; widows: 14" ')
        body = paragraphs("p", 9) + fill("w", adjustments) + text
        return [part(Chapter("one", body, "right"), adjustments)]

    first = print_book(Order(prompts, {}, IMPRINT), workshop(FOLDER), Report(), quiet)
    assert first.adjustments.lines["w"] > 3
    hands = OwnHands()
    order = Order(prompts, {}, IMPRINT, first.adjustments)
    again = print_book(order, workshop(FOLDER, hands=hands), Report(), quiet)
    assert (again.pdf, len(hands.laid)) == (first.pdf, 2)


SHAPE = st.lists(st.integers(10, 160) | st.integers(-9, 0), min_size=2, max_size=18)


@settings(max_examples=25, deadline=None)
@given(SHAPE, SHAPE, st.integers(0, 15), st.booleans())
def test_no_guess_changes_what_is_printed(one: list[int], other: list[int], at: int, edited: bool) -> None:
    if edited:
        other = [*one[:at], *other[:1], *one[at + 1 :]]
    guess = of_shape(one, Adjustments()).adjustments
    assert of_shape(other, guess).pdf == of_shape(other, Adjustments()).pdf


def test_a_wrong_guess_changes_nothing_in_what_is_printed(book: Printed) -> None:
    pages = replace(book.pages, index_of=dict.fromkeys(book.pages.index_of, 0))
    guess = replace(book.adjustments, pages=pages, lines={})
    again = print_book(Order(sample, {}, IMPRINT, guess), workshop(FOLDER), Report(), quiet)
    assert again.pdf == book.pdf


def test_page_numbers_that_never_rest_are_an_error_and_give_no_book() -> None:
    passes = 0

    def restless(_: Adjustments) -> list[PrintPart]:
        nonlocal passes
        passes += 1
        extra = '<p style="break-before: page">x</p>' * (passes % 2)
        return [part(Chapter("one", paragraph("p") + extra, "right"))]

    report = Report()
    with pytest.raises(CannotGoOn):
        print_book(Order(restless, {}, IMPRINT), workshop(FOLDER), report, quiet)
    assert passes == PASSES
    assert [finding.code for finding in report] == ["P014"]


def test_a_footnote_longer_than_a_quarter_page_is_remarked(book_report: Report) -> None:
    report = Report()
    printed([part(Chapter("one", paragraph("p", inner=footnote("f", 400)), "right"))], report)
    assert "P011" in {finding.code for finding in report}
    assert "P011" not in {finding.code for finding in book_report}


def test_more_side_notes_than_page_are_remarked() -> None:
    report = Report()
    many = "".join(note(f"n{index}", 120) for index in range(6))
    printed([part(Chapter("one", paragraph("p", inner=many), "right"))], report)
    assert "P012" in {finding.code for finding in report}


def test_what_is_higher_than_a_page_stops_the_press() -> None:
    report = Report()
    with pytest.raises(CannotGoOn):
        printed([part(Chapter("one", '<div style="height: 300mm">x</div>', "right"))], report)
    assert "P013" in {finding.code for finding in report}


def test_what_is_placed_by_hand_and_goes_on_overleaf_stops_the_press() -> None:
    report = Report()
    placed = f'<div style="position: absolute; top: 200mm">{paragraphs("p", 4)}</div>'
    sheet = f'<div style="position: relative; height: 200mm">{placed}</div>'
    with pytest.raises(CannotGoOn):
        printed([part(Chapter("one", sheet + paragraph("q"), "right"))], report)
    assert "P013" in {finding.code for finding in report}
