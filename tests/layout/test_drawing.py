"""Facts about the drawings that the book depends on, read from the SVG itself."""

import re
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bindery.layout import drawing
from bindery.layout.drawing import Band, Form, accent_of
from bindery.layout.drawing.svg import number

SVG = "{http://www.w3.org/2000/svg}"
DRAWINGS: dict[str, Callable[..., str]] = {
    "answer_circle": drawing.answer_circle,
    "answer_square": drawing.answer_square,
    "check_bar": drawing.check_bar,
    "checkbox": drawing.checkbox,
    "clock": lambda **named: drawing.clock(90, **named),
    "cornell": drawing.cornell,
    "cover_tree": drawing.cover_tree,
    "crosses": drawing.crosses,
    "day_boxes": lambda **named: drawing.day_boxes(31, 16, **named),
    "dots": lambda **named: drawing.dots(160, 220, **named),
    "dotted_rule": lambda **named: drawing.dotted_rule(160, **named),
    "duplex_cross": drawing.duplex_cross,
    "large_tree": drawing.large_tree,
    "line_scale": drawing.line_scale,
    "lines": lambda **named: drawing.lines(112, 40, **named),
    "mark": lambda **named: drawing.mark("other-side", **named),
    "mark_box": drawing.mark_box,
    "mind_map": lambda **named: drawing.mind_map(6, 160, **named),
    "next_step_leaf": drawing.next_step_leaf,
    "numeral_leaf": drawing.numeral_leaf,
    "pathway_frame": lambda **named: drawing.pathway_frame(240, (Band(40, (40, 80)), Band(64)), **named),
    "person": drawing.person,
    "rule": lambda **named: drawing.rule(160, **named),
    "shape": lambda **named: drawing.shape(Form.DROP, 16, **named),
    "small_tree": drawing.small_tree,
    "squares": lambda **named: drawing.squares(112, 48, **named),
    "sum_box": drawing.sum_box,
    "tree_to_shade": drawing.tree_to_shade,
    "turning_arrow": drawing.turning_arrow,
    "who": lambda **named: drawing.who(["pair"], **named),
}
EVERY_DRAWING = pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS.keys())


def test_every_public_function_that_draws_is_looked_at_here() -> None:
    helpers = {"accent_of", "block", "leaf_spots", "leans_right", "line_count"}
    functions = {name for name in drawing.__all__ if type(getattr(drawing, name)).__name__ == "function"}
    assert functions - helpers == set(DRAWINGS)


@EVERY_DRAWING
def test_it_is_well_formed_and_one_unit_is_one_millimetre(draw: Callable[..., str]) -> None:
    root = etree.fromstring(draw())
    width, height = root.get("width", ""), root.get("height", "")
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == f"0 0 {width.removesuffix('mm')} {height.removesuffix('mm')}"
    assert width.endswith("mm")
    assert height.endswith("mm")


@EVERY_DRAWING
def test_it_has_no_ids_styles_or_scripts_and_no_long_numbers(draw: Callable[..., str]) -> None:
    text = draw()
    assert {element.tag for element in etree.fromstring(text).iter()} <= {f"{SVG}svg", f"{SVG}path"}
    assert not re.search(r'\b(id|style|class)="', text)
    assert not re.search(r"\d\.\d{4}|\de-|-0[ \"A-Z]|nan|inf", text)


@EVERY_DRAWING
def test_it_is_an_ornament_unless_it_has_a_title(draw: Callable[..., str]) -> None:
    ornament, picture = etree.fromstring(draw()), etree.fromstring(draw(title='A <b> & "c"'))
    assert (ornament.get("aria-hidden"), ornament.get("role")) == ("true", None)
    assert (picture.get("aria-hidden"), picture.get("role")) == (None, "img")
    assert picture.findtext(f"{SVG}title") == 'A <b> & "c"'


@EVERY_DRAWING
def test_it_is_the_same_every_time(draw: Callable[..., str]) -> None:
    assert draw() == draw()


@pytest.mark.parametrize("chapter", range(1, 11))
def test_accents_have_one_luminance_and_enough_contrast(chapter: int) -> None:
    value = accent_of(chapter).value
    assert _luminance(value) == pytest.approx(0.115, abs=0.002)
    assert _contrast(value, "#FFFFFF") >= 4.5
    assert _contrast(value, "#F2F1EE") >= 4.5


def test_accents_differ_and_begin_again_after_the_tenth() -> None:
    assert len({accent.value for accent in drawing.ACCENTS}) == 10
    assert accent_of(11) == accent_of(1)
    with pytest.raises(ValueError, match="from 1"):
        accent_of(0)


def test_colours_are_escaped() -> None:
    assert etree.fromstring(drawing.mark("read", colour='"><x/>')).find(f"{SVG}path") is not None


@pytest.mark.parametrize("kind", drawing.PAGE_KINDS)
def test_marks_fill_their_square(kind: drawing.PageKind) -> None:
    assert 'viewBox="0 0 4 4"' in drawing.mark(kind, 4)


def test_marks_of_different_acts_differ() -> None:
    marks = {kind: drawing.mark(kind) for kind in drawing.PAGE_KINDS}
    alike = [{a, b} for a, b in combinations(marks, 2) if marks[a] == marks[b]]
    assert alike == [{"look-up", "go-deeper"}]


@given(st.floats(-1000, 1000))
def test_numbers_are_short_and_near(value: float) -> None:
    text = number(value)
    assert re.fullmatch(r"-?\d+(\.\d{1,3})?", text)
    assert text != "-0"
    assert float(text) == pytest.approx(value, abs=0.0005001)


def _luminance(colour: str) -> float:
    """WCAG 2's relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
