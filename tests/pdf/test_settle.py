from dataclasses import replace

from bindery.layout.adjustments import Adjustments
from bindery.model.pages import PageStart
from bindery.pdf.noted_pages import note_shifts
from bindery.pdf.readings import MOST_LINES, FillReading, PageReading, PartReading, Standing
from bindery.pdf.room import share
from bindery.pdf.settle import Step, settle

NOTHING: frozenset[str] = frozenset()


def page(*, free: float = 0.0, right: bool = True) -> PageReading:
    return PageReading("right" if right else "left", False, "one", PageStart(""), 24, 264, free)


def part(*pages: PageReading) -> PartReading:
    keys = {f"k{index}": index for index in range(len(pages))}
    sides = tuple(replace(page, side="left" if index % 2 else "right") for index, page in enumerate(pages))
    return PartReading("one", "right", False, sides, keys)


def step(reading: PartReading, old: Adjustments | None = None, given_up: frozenset[str] = NOTHING) -> Step:
    return settle([reading], old or Adjustments(), given_up, frozen=False)


def test_a_page_that_is_right_confirms_its_adjustments() -> None:
    first = step(part(page(), page())).adjustments
    assert step(part(page(), page()), first).adjustments == first


def test_a_prompt_takes_the_whole_lines_that_its_page_has_left() -> None:
    reading = replace(part(page(free=25)), fills=(FillReading("w", 0, 3),))
    assert step(reading).adjustments.lines == {"w": 6}


def test_prompts_on_one_page_share_its_lines_evenly() -> None:
    assert share([FillReading("a", 0, 3), FillReading("b", 0, 5)], 4 * 8) == {"a": 6, "b": 6}


def test_no_prompt_gets_more_lines_than_a_page_holds() -> None:
    assert share([FillReading("a", 0, 3)], 800) == {"a": MOST_LINES}


def test_lines_are_kept_while_nothing_else_moves() -> None:
    filled = replace(part(page(free=1)), fills=(FillReading("w", 0, 6),))
    first = step(filled, Adjustments(lines={"w": 6})).adjustments
    old = replace(first, lines={"w": 6})
    assert step(filled, old).adjustments == old


def test_lines_begin_anew_when_a_block_of_the_part_moves_to_another_page() -> None:
    filled = replace(part(page(free=1), page()), fills=(FillReading("w", 0, 6),))
    before = step(filled).adjustments
    moved = replace(filled, index_of={"k0": 0, "k1": 0})
    assert step(moved, replace(before, lines={"w": 6})).adjustments.lines == {}


def test_side_notes_that_touch_are_shifted_and_the_others_are_not_mentioned() -> None:
    notes = (Standing("a", 0, 30, 12), Standing("b", 0, 35, 8), Standing("c", 0, 100, 8))
    assert note_shifts(replace(part(page()), notes=notes)) == {"b": 9.67}


def late(reading: PartReading, old: Adjustments) -> Adjustments:
    return settle([reading], old, NOTHING, frozen=True).adjustments


def test_late_passes_leave_prompts_and_lines_alone() -> None:
    reading = replace(part(page(free=80), page()), fills=(FillReading("w", 0, 3), FillReading("v", 0, 5, 6)))
    old = replace(step(reading).adjustments, fewer={"v": 5}, lines={"w": 3})
    new = late(reading, old)
    assert (new.fewer, new.lines) == (old.fewer, old.lines)


def test_late_passes_take_lines_back_where_they_still_move_pages() -> None:
    filled = replace(part(page(free=80), page()), fills=(FillReading("w", 0, 6),))
    old = replace(step(filled).adjustments, lines={"w": 6})
    assert late(replace(filled, index_of={"k0": 0, "k1": 0}), old).lines == {}
