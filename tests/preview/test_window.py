"""A window holds the pages around a place, and numbers them as the whole chapter does."""

from collections.abc import Sequence

import pytest

from bindery.layout.part import PrintPart
from bindery.model.pages import PageStart
from bindery.pdf.readings import PageReading, PartReading, Side
from bindery.preview.window import Window, window_on

HTML = """<!DOCTYPE html><html><head></head><body><section class="chapter">
<div class="opener"><p id="quote">Q</p></div>
<div class="flow chapter-text">
<p id="a">A<span class="footnote" id="n">note</span></p><p id="b">B</p><p id="c">C</p><p id="d">D</p>
<div><p id="e">E</p></div><p id="f">F</p><p id="g">G</p>
</div></section><section class="filler">Notes</section></body></html>"""
# The opener takes page 0; c begins page 2, e goes on from page 3 to page 4.
PAGES = {"a": 1, "n": 1, "b": 1, "c": 2, "d": 2, "e": 3, "f": 4, "g": 5}
STARTS = ["", "a", "c", "e", "e", "g"]


def reading() -> PartReading:
    sides: tuple[Side, Side] = ("left", "right")
    pages = tuple(
        PageReading(sides[index % 2], False, "one", PageStart(key, 5 * (index == 4)), 25, 270, 0)
        for index, key in enumerate(STARTS)
    )
    return PartReading("one", "left", False, pages, PAGES)


def window(*keys: str, html: str = HTML) -> Window | None:
    return window_on(PrintPart("one", html, "left", roman=False), reading(), keys, first_number=10)


def text_in(found: Window | None, letters: str = "ABCDEFG") -> Sequence[str]:
    assert found is not None
    return [letter for letter in letters if f">{letter}<" in found.part.html]


@pytest.mark.parametrize(
    ("key", "first", "place", "text"),
    [("d", 2, 2, "CDE"), ("c", 2, 2, "CDE"), ("e", 3, 3, "EF"), ("f", 3, 4, "EFG"), ("g", 5, 5, "G")],
)
def test_it_begins_with_a_page_and_goes_on_to_the_next(key: str, first: int, place: int, text: str) -> None:
    found = window(key)
    assert text_in(found) == list(text)
    assert found is not None
    assert (found.first, found.place) == (first, place)
    assert found.part.first_side == ("left", "right")[first % 2]
    assert f"counter-reset: page {10 + first} " in found.part.html
    assert "counter-reset: footnote 1 " in found.part.html


def test_a_block_inside_another_is_found_by_the_first_key_that_stands_anywhere() -> None:
    assert window("nowhere", "e") == window("e")


def test_a_new_block_stands_where_the_one_before_it_stood() -> None:
    html = HTML.replace('<p id="d">', '<p id="new">N</p><p id="d">')
    assert text_in(window("new", html=html), "CNDE") == list("CNDE")


def test_opener_and_filler_are_left_out() -> None:
    found = window("g")
    assert found is not None
    assert ">Q<" not in found.part.html
    assert "Notes" not in found.part.html


def test_what_stands_in_the_opener_is_shown_with_the_page_after_it() -> None:
    found = window("new", "quote")
    assert text_in(found, "QABCDEFG") == list("QAB")
    assert found is not None
    assert (found.first, found.place, found.part.first_side) == (0, 0, "left")


def test_there_is_none_without_running_text_or_for_a_key_that_is_not_in_it() -> None:
    assert window("nowhere") is None
    assert window("a", html="<p id='a'>A</p>") is None
