"""Ruling, grids, frames, clocks and people: pitches and places."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bindery.layout.drawing import (
    FIRST_WITH_TEXT,
    Band,
    answer_circle,
    block,
    check_bar,
    clock,
    cornell,
    crosses,
    day_boxes,
    dots,
    leaf_spots,
    line_count,
    line_scale,
    lines,
    mind_map,
    pathway_frame,
    squares,
    who,
)
from bindery.layout.drawing.square import Form, form_path


def test_lines_are_eight_millimetres_apart_from_one_pitch_down() -> None:
    assert _levels(lines(160, 216)) == [8 * i for i in range(1, 28)]


def test_lines_beside_text_share_its_baseline() -> None:
    assert _levels(lines(112, 24, first=FIRST_WITH_TEXT)) == [6.943, 14.943, 22.943]


def test_lines_begin_where_asked() -> None:
    assert _levels(lines(112, 16, first=0)) == [0, 8, 16]
    assert _levels(lines(112, 7)) == []


@given(st.integers(0, 40))
def test_as_many_lines_are_counted_as_drawn(count: int) -> None:
    assert line_count(count * 8.0) == count == len(_levels(lines(112, count * 8.0)))


def test_a_month_is_boxes_of_seven_by_eight_in_two_rows() -> None:
    drawn = etree.fromstring(day_boxes(31, 16))
    assert (drawn.get("width"), drawn.get("height")) == ("112mm", "16mm")
    (boxes,) = drawn.findall("{*}path")
    places = re.findall(r"M([\d.]+) ([\d.]+)H", boxes.get("d", ""))
    assert len(places) == 31
    assert places[15:17] == [("105", "0"), ("0", "8")]


@given(st.integers(1, 10), st.integers(15, 27))
def test_the_leaves_of_a_mind_map_keep_apart_and_on_the_page(rays: int, lines_: int) -> None:
    height = lines_ * 8.0
    spots = leaf_spots(rays, height)
    assert all(0 <= x <= 160 - 32 + 0.001 and 0 <= y <= height - 16 + 0.001 for x, y in spots)
    for (x, y), (other_x, other_y) in combinations(spots, 2):
        assert abs(x - other_x) >= 32 or abs(y - other_y) >= 16


def test_a_mind_map_has_a_ray_and_a_leaf_for_each_word() -> None:
    rays, leaves, ring = _paths(mind_map(6, 160))
    assert (rays.count("L"), leaves.count("Z"), ring.count("Z")) == (6, 6, 1)


def test_the_dots_of_a_page_are_33_by_45_at_five_millimetres() -> None:
    places = [(float(x), float(y)) for x, y in re.findall(r"M([\d.-]+) ([\d.]+)h\.01", dots(160, 220))]
    xs, ys = sorted({x for x, _ in places}), sorted({y for _, y in places})
    assert (len(xs), len(ys), len(places)) == (33, 45, 33 * 45)
    assert {round(b - a, 3) for row in (xs, ys) for a, b in pairwise(row)} == {5}
    assert 'stroke-linecap="round"' in dots(160, 220)


def test_squared_paper_has_whole_squares_only() -> None:
    drawn = squares(112, 48)
    assert _levels(drawn) == [5 * i for i in range(10)]
    assert "M0 0L110 0" in drawn


def test_a_cornell_page_has_twenty_lines_and_six() -> None:
    ruled, rules = _paths(cornell())
    levels = [float(y) for y in re.findall(r"M48 ([\d.]+)L160 \1", ruled)]
    assert [y for y in levels if y < 168] == [8 * i for i in range(1, 21)]
    assert [y for y in levels if y > 168] == [176, 184, 192, 200, 208, 216]
    assert rules == "M0 0L160 0M0 168L160 168M44 0L44 168"
    with pytest.raises(ValueError, match="too few"):
        cornell(height=56)


def test_crosses_leave_out_what_type_covers() -> None:
    assert crosses().count("h2.2") == 11 * 16
    left = crosses(block(range(5), range(16)) | {(10, 15)})
    assert left.count("h2.2") == 11 * 16 - 81
    assert "M158.9 240h2.2" not in left


def test_measures_measure() -> None:
    assert "M0 2.5L50 2.5M0 0L0 5M50 0L50 5" in check_bar()
    assert re.findall(r"M([\d.]+) 1\.5", check_bar()) == ["10", "20", "30", "40"]
    assert re.findall(r"M([\d.]+) 1\.5", line_scale()) == ["25", "50", "75"]


def test_the_lines_of_a_frame_end_at_its_corners() -> None:
    frame, bands = _paths(pathway_frame(240, (Band(8), Band(40, (80,)), Band(236))))
    assert frame.count("A15.75 15.75") == 2
    assert "M0 40L160 40" in bands
    assert "M80 40L80 236" in bands
    assert "M0 8L157.856 8" in bands  # 16 - sqrt(16² - 8²) = 2.144 from the edge
    assert "M5.417 236L160 236" in bands


def test_a_clock_shows_a_third_of_an_hour_as_a_third_of_a_turn() -> None:
    assert _paths(clock(20, 8))[1] == "M4 4V0A4 4 0 0 1 7.464 6Z"


def test_hours_are_whole_clocks() -> None:
    widths = {minutes: etree.fromstring(clock(minutes, 8)).get("width") for minutes in (59, 60, 61, 121, 900)}
    assert widths == {59: "8mm", 60: "8mm", 61: "18mm", 121: "28mm", 900: "28mm"}
    with pytest.raises(ValueError, match="at least one minute"):
        clock(0)


@pytest.mark.parametrize(
    ("applies", "filled"),
    [(["alone"], [2]), (["pair"], [4]), (["group"], [6]), (["alone", "group"], [2, 6]), ([], [])],
)
def test_who_draws_all_groups_and_fills_those_that_apply(applies: list[str], filled: list[int]) -> None:
    paths = etree.fromstring(who(applies, colour="#123456")).findall("{*}path")
    assert sorted(path.get("d", "").count("M") for path in paths) == [2, 4, 6]
    assert [path.get("d", "").count("M") for path in paths if path.get("fill") == "#123456"] == filled


def test_who_refuses_other_words() -> None:
    with pytest.raises(ValueError, match="not crowd"):
        who(["crowd"])


def test_an_answer_circle_is_measured_to_the_outside_of_its_line() -> None:
    assert _paths(answer_circle())[0].startswith("M3.2 0.11A3.09 3.09")


@given(st.sampled_from(Form), st.floats(0, 50), st.floats(0, 50), st.floats(1, 50), st.floats(1, 50))
def test_a_form_stays_in_its_rectangle_and_comes_back_to_where_it_began(
    form: Form, x: float, y: float, width: float, height: float
) -> None:
    commands = form_path(form, x, y, width, height)
    arcs = re.findall(r"A[\d.]+ [\d.]+ 0 0 1 ([\d.]+) ([\d.]+)", commands)
    assert len(arcs) == sum(share > 0 for share in form.value)
    assert all(x - 0.001 <= float(u) <= x + width + 0.001 for u, _ in arcs)
    assert all(y - 0.001 <= float(v) <= y + height + 0.001 for _, v in arcs)
    assert commands.endswith("Z")


def _paths(drawing: str) -> list[str]:
    return [path.get("d", "") for path in etree.fromstring(drawing).findall("{*}path")]


def _levels(drawing: str) -> list[float]:
    """The heights of the level lines."""
    strokes = [stroke.replace("L", " ").split() for path in _paths(drawing) for stroke in path.split("M")[1:]]
    return [float(y1) for _, y1, _, y2 in strokes if y1 == y2]
