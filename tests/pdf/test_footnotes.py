"""Footnotes on the pages of their calls, in pages of the engine."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bindery.pdf import Fence
from bindery.pdf.boxes import attribute
from bindery.pdf.engine import Engine
from bindery.pdf.footnotes import MOST_EMPTY, last_block
from bindery.pdf.leftovers import displaced
from bindery.pdf.positions import read
from bindery.pdf.readings import PartReading
from pdf.sample_book import FOLDER, Chapter, footnote, paragraph, paragraphs, part, words

# What stands so many mm high before the paragraph with the call.
BEFORE = '<div id="before" style="height: {}mm"></div>'


def laid(body: str) -> PartReading:
    return read(Engine(Fence([FOLDER])).lay_out(part(Chapter("one", body, "right"))))


def last_of_the_first_page(body: str) -> str:
    sheets = Engine(Fence([FOLDER])).lay_out(part(Chapter("one", body, "right")))
    block = last_block(sheets.document.pages[0]._page_box)
    return attribute(block, "id") if block else ""


def test_the_block_to_move_overleaf_takes_its_heading_along() -> None:
    assert last_of_the_first_page(paragraphs("p", 2) + '<h2 id="h">Heading</h2>' + paragraph("q")) == "h"


def test_the_block_to_move_overleaf_is_not_inside_one_that_must_not_be_broken() -> None:
    frame = f'<div id="frame" style="break-inside: avoid">{paragraphs("q", 2)}</div>'
    assert last_of_the_first_page(paragraphs("p", 2) + frame) == "frame"


def test_what_opens_a_page_cannot_be_moved_overleaf() -> None:
    assert last_of_the_first_page(paragraph("after-the-title")) == ""
    assert last_of_the_first_page(paragraphs("p", 2)) == "p1"


# Without the cure, the notes of ten of these stand on the page after their calls.
@pytest.mark.parametrize("height", range(150, 225, 3))
def test_a_footnote_without_room_takes_its_paragraph_overleaf(height: int) -> None:
    body = BEFORE.format(height) + paragraph("p", 30, footnote("f", 60)) + paragraphs("q", 9)
    assert displaced(laid(body)) == []


def test_a_paragraph_that_moves_leaves_nothing_behind_and_is_there_once() -> None:
    body = BEFORE.format(200) + paragraph("p", 30, footnote("f", 60)) + paragraph("q")
    reading = laid(body)
    assert (reading.index_of["p"], reading.index_of["f"]) == (1, 1)
    assert [note.key for note in reading.footnotes] == ["f"]
    assert reading.pages[1].start.key == "p"


def test_a_footnote_goes_on_where_its_page_would_stay_empty_otherwise() -> None:
    long = f'<p id="p">{words("p", 193)}{footnote("f", 60)} {words("r", 200)}</p>'
    reading = laid(BEFORE.format(240 - MOST_EMPTY - 80) + long + paragraph("q"))
    assert [note.key for note in displaced(reading)] == ["f"]
    assert reading.pages[0].free < 10


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(20, 90), st.integers(0, 40)), min_size=8, max_size=30), st.integers(0, 60)
)
def test_footnotes_of_a_few_lines_always_stand_with_their_calls(
    shape: list[tuple[int, int]], height: int
) -> None:
    texts = (
        paragraph(f"p{index}", count, footnote(f"f{index}", note) if note > 10 else "")
        for index, (count, note) in enumerate(shape)
    )
    assert displaced(laid(BEFORE.format(height) + "".join(texts))) == []


@pytest.mark.parametrize("style", ["columns: 2", "display: flex", "display: grid", "display: inline-block"])
def test_a_footnote_that_nothing_can_bring_to_its_call_stops_nothing(style: str) -> None:
    inner = "".join(paragraph(f"p{index}", 50, footnote(f"f{index}", 60)) for index in range(9))
    for height in (120, 170, 200):
        assert laid(BEFORE.format(height) + f'<div style="{style}">{inner}</div>' + paragraph("q")).pages
