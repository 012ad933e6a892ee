from dataclasses import replace

from bindery.layout.adjustments import Adjustments
from bindery.model.pages import PageStart
from bindery.pdf.noted_pages import note_shifts
from bindery.pdf.readings import MOST_LINES, FillReading, FootnoteReading, PageReading, PartReading, Standing
from bindery.pdf.room import share
from bindery.pdf.settle import Step, settle

NOTHING: frozenset[str] = frozenset()


def page(*, free: float = 0.0, last_block: str = "", right: bool = True) -> PageReading:
    return PageReading("right" if right else "left", False, "one", PageStart(""), 24, 264, free, last_block)


def part(*pages: PageReading) -> PartReading:
    keys = {f"k{index}": index for index in range(len(pages))}
    sides = tuple(replace(page, side="left" if index % 2 else "right") for index, page in enumerate(pages))
    return PartReading("one", "right", False, sides, keys)


def step(reading: PartReading, old: Adjustments | None = None, given_up: frozenset[str] = NOTHING) -> Step:
    return settle([reading], old or Adjustments(), given_up, frozen=False)


def test_a_page_that_is_right_confirms_its_adjustments() -> None:
    first = step(part(page(), page())).adjustments
    assert step(part(page(), page()), first).adjustments == first


def test_a_footnote_on_the_next_page_takes_the_last_block_of_its_page_with_it() -> None:
    reading = replace(part(page(last_block="p7"), page()), footnotes=(FootnoteReading("f", 0, 1, 250, 8),))
    assert step(reading).adjustments.breaks == {"p7"}


def test_a_new_break_takes_back_later_breaks_and_the_lines_of_its_part() -> None:
    reading = replace(
        part(page(last_block="k0"), page(), page()),
        footnotes=(FootnoteReading("f", 0, 1, 250, 8),),
        fills=(FillReading("w", 2, 9),),
    )
    old = Adjustments(breaks=frozenset({"k2"}), lines={"w": 9})
    new = step(reading, old).adjustments
    assert (set(new.breaks), dict(new.lines)) == ({"k0"}, {})


def test_a_footnote_on_its_page_needs_no_break() -> None:
    reading = replace(part(page(last_block="p7")), footnotes=(FootnoteReading("f", 0, 0, 250, 8),))
    assert step(reading).adjustments.breaks == NOTHING


def test_a_break_that_leaves_most_of_a_page_empty_is_taken_back_and_not_tried_again() -> None:
    reading = part(page(free=100, last_block="k0"), page())
    taken_back = step(reading, Adjustments(breaks=frozenset({"k1"})))
    assert (taken_back.adjustments.breaks, taken_back.given_up) == (NOTHING, frozenset({"k1"}))
    displaced = replace(part(page(last_block="k1"), page()), footnotes=(FootnoteReading("f", 0, 1, 250, 8),))
    assert step(displaced, given_up=taken_back.given_up).adjustments.breaks == NOTHING


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


def test_late_passes_leave_breaks_and_lines_alone() -> None:
    reading = replace(
        part(page(free=80, last_block="p7"), page()),
        footnotes=(FootnoteReading("f", 0, 1, 250, 8),),
        fills=(FillReading("w", 0, 3),),
    )
    old = replace(step(reading).adjustments, breaks=frozenset({"k1"}), lines={"w": 3})
    new = late(reading, old)
    assert (new.breaks, new.lines) == (old.breaks, old.lines)


def test_late_passes_take_lines_back_where_they_still_move_pages() -> None:
    filled = replace(part(page(free=80), page()), fills=(FillReading("w", 0, 6),))
    old = replace(step(filled).adjustments, lines={"w": 6})
    assert late(replace(filled, index_of={"k0": 0, "k1": 0}), old).lines == {}
