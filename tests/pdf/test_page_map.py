import pytest
from hypothesis import given
from hypothesis import strategies as st

from bindery.model.pages import PageStart
from bindery.pdf.page_map import Extent, Numbering, extent_of, folio, number_parts, page_map, roman
from bindery.pdf.readings import PageReading, PartReading, Side


def test_roman_figures_are_those_of_front_matter() -> None:
    numbers = (1, 2, 3, 4, 5, 6, 9, 14, 40, 49, 99, 399)
    expected = "i ii iii iv v vi ix xiv xl xlix xcix cccxcix"
    assert " ".join(roman(number) for number in numbers) == expected


def test_folios_are_roman_in_the_front_and_arabic_in_the_body() -> None:
    assert [folio(4, in_roman=True), folio(4, in_roman=False)] == ["iv", "4"]


def test_the_body_begins_again_at_1_on_a_right_hand_page() -> None:
    extents = [
        Extent("front", 3, "right", True),
        Extent("half", 1, "right", False),
        Extent("one", 5, "left", False),
    ]
    numbering = number_parts(extents)
    assert numbering.first_numbers == {"front": 1, "half": 1, "one": 2}
    assert numbering.fillers == {"front"}


def test_the_body_begins_at_2_on_a_left_hand_page() -> None:
    extents = [Extent("front", 3, "right", True), Extent("one", 5, "left", False)]
    assert number_parts(extents).first_numbers["one"] == 2


def test_a_part_that_ends_on_the_wrong_side_gets_a_filler_and_the_next_number_counts_it() -> None:
    extents = [
        Extent("half", 1, "right", False),
        Extent("one", 4, "left", False),
        Extent("two", 3, "left", False),
    ]
    assert number_parts(extents).fillers == frozenset()
    extents[1] = Extent("one", 5, "left", False)
    numbering = number_parts(extents)
    assert numbering.fillers == {"one"}
    assert numbering.first_numbers == {"half": 1, "one": 2, "two": 8}


def test_a_part_that_may_begin_on_either_side_needs_no_filler_before_it() -> None:
    extents = [
        Extent("one", 3, "right", False),
        Extent("lists", 2, None, False),
        Extent("two", 1, "left", False),
    ]
    numbering = number_parts(extents)
    assert numbering.first_numbers == {"one": 1, "lists": 4, "two": 6}
    assert numbering.fillers == frozenset()


def test_a_book_does_not_begin_on_the_left() -> None:
    with pytest.raises(ValueError, match="right-hand"):
        number_parts([Extent("one", 1, "left", False)])


@st.composite
def books(draw: st.DrawFn) -> list[Extent]:
    sides: st.SearchStrategy[Side | None] = st.sampled_from(("left", "right", None))
    fronts = draw(st.integers(0, 2))
    count = draw(st.integers(max(1, fronts), 8))
    return [
        Extent(f"p{index}", draw(st.integers(1, 9)), draw(sides) if index else "right", index < fronts)
        for index in range(count)
    ]


def laid_out(extents: list[Extent], numbering: Numbering) -> list[PartReading]:
    """The parts as the engine would lay them out: each begins on its side, or on that of its number, and alternates."""
    parts = []
    for extent in extents:
        first = extent.first_side or ("right" if numbering.first_numbers[extent.slug] % 2 else "left")
        right, floats = first == "right", extent.first_side is None
        pages = [
            PageReading(
                "right" if (index % 2 == 0) == right else "left", False, extent.slug, PageStart(""), 0, 1, 0
            )
            for index in range(extent.pages + (extent.slug in numbering.fillers))
        ]
        index_of = {f"{extent.slug}-{index}": index for index in range(len(pages))}
        parts.append(PartReading(extent.slug, first, extent.roman, tuple(pages), index_of, floats=floats))
    return parts


@given(books())
def test_sides_alternate_through_the_book_and_right_hand_pages_are_odd(extents: list[Extent]) -> None:
    numbering = number_parts(extents)
    pages = page_map(laid_out(extents, numbering), numbering).pages
    numerals = [roman(number) for number in range(1, 100)]
    numbers = [int(page.label) if page.label.isdigit() else numerals.index(page.label) + 1 for page in pages]
    assert [page.side for page in pages] == (["right", "left"] * len(pages))[: len(pages)]
    assert all(
        (page.side == "right") == (number % 2 == 1) for page, number in zip(pages, numbers, strict=True)
    )


@given(books())
def test_folios_go_on_without_a_gap_within_roman_and_within_arabic(extents: list[Extent]) -> None:
    numbering = number_parts(extents)
    labels = [page.label for page in page_map(laid_out(extents, numbering), numbering).pages]
    front = [label for label in labels if not label.isdigit()]
    body = [int(label) for label in labels if label.isdigit()]
    assert front == [roman(number + 1) for number in range(len(front))]
    assert body == list(range(body[0], body[0] + len(body))) if body else True


@given(books())
def test_laying_out_with_the_fillers_asks_for_the_same_fillers(extents: list[Extent]) -> None:
    numbering = number_parts(extents)
    again = [extent_of(part, numbering.fillers) for part in laid_out(extents, numbering)]
    assert again == extents


def test_a_key_is_on_the_page_of_its_part_counted_through_the_book() -> None:
    extents = [Extent("half", 2, "right", False), Extent("one", 2, "right", False)]
    numbering = number_parts(extents)
    pages = page_map(laid_out(extents, numbering), numbering)
    assert (pages.index_of["one-1"], pages.label_of("one-1"), pages.label_of("nowhere")) == (3, "4", "")
