"""Frames that are set closer, and room for notes that never opens a page, in pages of the engine."""

from itertools import product

import pytest

from bindery.pdf import Fence
from bindery.pdf.boxes import attribute, descendants, height, top
from bindery.pdf.engine import Engine
from bindery.pdf.positions import read
from pdf.sample_book import FOLDER, Chapter, footnote, paragraph, part

PAGE = 240.0
CSS = """
@page { size: A4; margin: 24mm 24mm 33mm }
.frame { --closest: 2; break-before: page; break-after: page }
.head { height: 40mm; padding-bottom: 20mm; --closer-1-height: 30mm; --closer-1-padding-bottom: 10mm }
.foot { height: 40mm; --closer-1-height: 36mm; --closer-2-height: 20mm }
.rest { --overleaf: never; padding-top: 0.01mm }
h1 { display: none }
"""


def frame(text: float, lines: int = 3, needed: int = 5, inner: str = "") -> str:
    """A frame of 100, 76 or 60 mm, and so many mm of text and lines between its head and its foot."""
    room = f'<div id="room" data-fill="{lines}" style="height: {lines * 8}mm"></div>'
    middle = f'<div style="height: {text}mm">{inner}</div>{room}'
    numbers = f'data-lines="{lines}" data-needed="{needed}"'
    bands = f'<div id="head" class="head"></div>{middle}<div id="foot" class="foot"></div>'
    return f'<section id="frame" class="frame" {numbers}>{bands}</section>'


def found(body: str) -> tuple[int, dict[str, float]]:
    """How many pages a chapter has, and the heights (mm) of what has a key."""
    sheets = Engine(Fence([FOLDER])).lay_out(part(Chapter("one", body, "right"), css=CSS))
    pages = [page._page_box for page in sheets.document.pages]
    keyed = (box for page in pages for box in descendants(page) if attribute(box, "id"))
    return len(pages), {attribute(box, "id"): height(box) for box in keyed}


def level(body: str) -> int:
    """How much closer the frame of a chapter is set."""
    heights = found(body)[1]
    levels = {(60.0, 40.0): 0, (40.0, 36.0): 1, (40.0, 20.0): 2}
    return levels[round(heights["head"], 3), round(heights["foot"], 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (0, 0),
        (PAGE - 100 - 40, 0),
        (PAGE - 100 - 40 + 0.1, 1),
        (PAGE - 76 - 40, 1),
        (PAGE - 76 - 40 + 0.1, 2),
    ],
)
def test_a_frame_is_set_as_close_as_the_lines_that_it_needs_ask_for(text: float, expected: int) -> None:
    assert level(frame(text)) == expected


@pytest.mark.parametrize("text", [PAGE - 60 - 40 + 0.1, PAGE - 60, PAGE])
def test_a_frame_without_room_at_the_closest_level_stays_closest(text: float) -> None:
    assert level(frame(text)) == 2


def test_a_frame_that_is_higher_than_its_page_goes_on_overleaf() -> None:
    assert found(frame(PAGE - 60 - 24))[0] == 1
    assert found(frame(PAGE - 60 - 24 + 1))[0] == 2


def test_the_level_does_not_depend_on_the_lines_that_a_frame_has_at_present() -> None:
    for text, lines in product((60.0, 100.0, 110.0, 130.0), (1, 3, 5, 9, 14)):
        assert level(frame(text, lines)) == level(frame(text))


def test_a_frame_that_is_tried_again_leaves_nothing_of_the_first_try_on_its_page() -> None:
    inner = '<p id="p" style="position: absolute">Placed.</p>' + paragraph("q", 9, footnote("f"))
    body = frame(PAGE - 60 - 60, inner=inner)
    sheets = Engine(Fence([FOLDER])).lay_out(part(Chapter("one", body, "right"), css=CSS))
    reading = read(sheets)
    boxes = [box for page in sheets.document.pages for box in descendants(page._page_box)]
    assert level(body) == 2
    assert [attribute(box, "id") for box in boxes].count("p") == 1
    assert [note.key for note in reading.footnotes] == ["f"]


def text_and_notes(free: float, lines: int) -> str:
    """Text that leaves so many mm of a page, a margin of 5 mm, and room for notes of so many lines."""
    text = f'<div style="height: {PAGE - free}mm; margin-bottom: 5mm"></div>'
    return f'{text}<div id="rest" class="rest" style="height: {lines * 8}mm"></div>'


@pytest.mark.parametrize("free", [0.0, 3.0, 5.0, 20.0])
def test_room_for_notes_without_lines_stays_on_the_page_that_text_fills(free: float) -> None:
    body = text_and_notes(free, 0) + '<p id="next" style="break-before: page">Next.</p>'
    sheets = Engine(Fence([FOLDER])).lay_out(part(Chapter("one", body, "right"), css=CSS))
    (rest,) = (
        box for box in descendants(sheets.document.pages[0]._page_box) if attribute(box, "id") == "rest"
    )
    assert len(sheets.document.pages) == 2
    assert top(rest) <= 24 + PAGE


def test_room_for_notes_with_lines_takes_the_room_that_it_has() -> None:
    assert found(text_and_notes(21.1, 2))[0] == 1
    assert found(text_and_notes(20.0, 2))[0] == 2


@pytest.mark.parametrize("style", ["columns: 2", "display: flex", "display: grid"])
def test_marked_boxes_that_stand_elsewhere_than_in_the_flow_stop_nothing(style: str) -> None:
    assert found(f'<div style="{style}">{frame(20)}{text_and_notes(200, 0)}</div>')[0]
