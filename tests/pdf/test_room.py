from dataclasses import replace

import pytest

from bindery.layout.adjustments import Adjustments
from bindery.model.pages import PageStart
from bindery.pdf.readings import FillReading, PageReading, PartReading
from bindery.pdf.rhythm import LINE, missing
from bindery.pdf.room import is_steady, least, share
from bindery.pdf.settle import Step, settle


def page(free: float = 0.0) -> PageReading:
    return PageReading("right", False, "one", PageStart(""), 24, 264, free)


def part(*pages: PageReading, fills: tuple[FillReading, ...] = ()) -> PartReading:
    keys = {f"k{index}": index for index in range(len(pages))} | {"pathway": 0}
    sides = tuple(replace(page, side="left" if index % 2 else "right") for index, page in enumerate(pages))
    return PartReading("one", "right", False, sides, keys, fills=fills)


def after(
    reading: PartReading, old: Adjustments | None = None, given_up: frozenset[str] = frozenset()
) -> Step:
    return settle([reading], old or Adjustments(), given_up, frozen=False)


def prompt(lines: int, top: float, asked: int = 6) -> FillReading:
    return FillReading("w", 1, lines, asked, most=asked, top=top, height=lines * 8 + 3)


def test_lines_are_dealt_out_by_weight() -> None:
    fills = [FillReading("a", 0, 3, weight=1), FillReading("b", 0, 3, weight=2)]
    assert share(fills, 12 * 8) == {"a": 6, "b": 12}


def test_room_without_a_weight_takes_only_what_no_other_takes() -> None:
    fills = [FillReading("notes", 0, 0, weight=0), FillReading("question", 0, 4, most=6)]
    assert share(fills, 5 * 8) == {"notes": 3, "question": 6}


def test_a_prompt_of_so_many_lines_does_not_grow() -> None:
    assert after(part(page(), page(80), fills=(prompt(6, 100),))).adjustments.lines == {}


def test_a_prompt_alone_overleaf_shrinks_to_the_page_before() -> None:
    reading = part(page(50), page(240 - 51), fills=(prompt(6, 24),))
    assert after(reading).adjustments.fewer == {"w": 5}


def test_a_prompt_does_not_shrink_below_its_bounds() -> None:
    reading = part(page(30), page(240 - 51), fills=(prompt(6, 24),))
    assert after(reading).adjustments.fewer == {}


def test_a_prompt_that_other_text_follows_does_not_shrink() -> None:
    reading = part(page(50), page(100), fills=(prompt(6, 24),))
    assert after(reading).adjustments.fewer == {}


def test_a_prompt_that_stays_alone_gets_its_lines_back_and_is_not_tried_again() -> None:
    reading = part(page(50), page(240 - 43), fills=(prompt(5, 24),))
    back = after(reading, Adjustments(fewer={"w": 5}))
    assert back.adjustments.fewer == {}
    again = part(page(50), page(240 - 51), fills=(prompt(6, 24),))
    assert after(again, given_up=back.given_up).adjustments.fewer == {}


def test_a_prompt_keeps_two_thirds_of_its_lines_and_three_at_least() -> None:
    assert [least(asked) for asked in (1, 2, 3, 4, 6, 12)] == [1, 2, 3, 3, 4, 8]


def test_room_waits_until_text_stands_still() -> None:
    shrinks = replace(prompt(6, 24), page=2)
    reading = part(page(40), page(50), page(240 - 51), fills=(FillReading("v", 0, 3), shrinks))
    first = after(reading).adjustments
    assert (first.lines, first.fewer) == ({}, {"w": 5})
    assert after(part(page(40), fills=(FillReading("v", 0, 3),)), first).adjustments.lines == {"v": 8}


def test_a_line_costs_nothing_where_words_have_made_its_room_higher() -> None:
    fills = [FillReading("a", 0, 3, words=34.0), FillReading("b", 0, 4)]
    assert share(fills, 0.0) == {"a": 4, "b": 4}
    assert share(fills, 6.0) == {"a": 5, "b": 4}


def test_what_is_missing_below_a_block_is_less_than_a_line_and_nothing_where_nobody_would_see_it() -> None:
    gaps = [missing(height) for height in (4 * LINE, 4.5 * LINE, 4 * LINE + 0.01, 0.25 * LINE)]
    assert gaps == pytest.approx([0, LINE / 2, 0, 0.75 * LINE])


def growing(lines: int, top: float, page: int = 0) -> FillReading:
    return FillReading(f"q{page}", page, lines, 4, 4, 8, top=top, height=lines * 8 + 8, least=4)


def flowing(free: float, head: float, *fills: FillReading) -> PartReading:
    """A page that leaves so much, and one that begins only because what opens it has no room there."""
    reading = part(page(free), page(200), fills=fills)
    first, second = reading.pages
    return replace(reading, pages=(first, replace(second, forced=False, head=head)))


def test_lines_are_steady_where_what_follows_would_not_have_room_without_them() -> None:
    assert is_steady(flowing(4, 60, growing(6, 24)))
    assert not is_steady(flowing(4, 20, growing(6, 24)))


def test_lines_before_a_page_that_begins_with_text_are_not_steady() -> None:
    assert not is_steady(flowing(4, 0, growing(6, 24)))
    assert is_steady(flowing(4, 0, growing(4, 24)))


def test_a_question_that_opens_a_page_is_steady_where_it_would_do_so_with_its_first_lines() -> None:
    reading = replace(flowing(20, 72, growing(8, 24, page=1)), pages=flowing(20, 72).pages)
    assert is_steady(reading)
    assert not is_steady(replace(reading, pages=flowing(50, 72).pages))


def test_lines_that_are_dealt_out_otherwise_now_are_not_steady() -> None:
    fills = (growing(6, 24), replace(growing(4, 80), key="other"))
    assert not is_steady(part(page(4), fills=fills))
    assert is_steady(part(page(4), fills=tuple(replace(fill, lines=5) for fill in fills)))
