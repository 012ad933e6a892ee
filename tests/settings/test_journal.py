"""What a guided journal page needs of the 240 mm that it has."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bindery.findings import Report
from bindery.model.journal import JournalKind, PagePart
from bindery.settings import validate
from bindery.settings.documents import read_document
from bindery.settings.journal import PAGE_HEIGHT, height_of

ROOT = Path(__file__).parents[2]

parts = st.lists(
    st.builds(
        PagePart,
        type=st.sampled_from(["lines", "box", "tracker", "line-scale", "mind-map", "fold"]),
        title=st.text("ab ", min_size=1, max_size=100),
        help=st.text("ab ", max_size=100),
        lines=st.integers(1, 28),
        rows=st.integers(1, 20),
    ),
    max_size=6,
)


def page(given_parts: list[PagePart]) -> JournalKind:
    return JournalKind("week", "A week", "guided", parts=tuple(given_parts))


def test_ten_lines_are_eighty_millimetres_below_the_prompt() -> None:
    assert height_of(page([PagePart("lines", "What happened?", lines=10)])) == 24 + 80


def test_fields_stand_beside_the_prompt_as_long_as_there_is_room() -> None:
    field = PagePart("field", "To")
    assert [height_of(page([field] * count)) for count in range(5)] == [24, 24, 24, 32, 40]


def test_a_month_of_a_habit_takes_more_room_than_a_week() -> None:
    days = tuple(map(str, range(1, 32)))
    assert height_of(page([PagePart("tracker", "Days", rows=4, columns=days[:7])])) == 24 + 16 + 4 * 12
    assert round(height_of(page([PagePart("tracker", "Days", rows=9, columns=days)]))) == 24 + 8 + 192


def test_words_that_are_taller_than_their_room_count() -> None:
    assert height_of(page([PagePart("lines", "Why? " * 24, lines=1)])) > 24 + 8


@given(parts, parts)
def test_parts_add_up(first: list[PagePart], second: list[PagePart]) -> None:
    together = height_of(page([*first, *second]))
    assert abs(together - (height_of(page(first)) + height_of(page(second)) - height_of(page([])))) < 0.001


def test_the_guided_pages_of_the_book_fit() -> None:
    for path in (ROOT / "book/journal").glob("*.yaml"):
        report = Report()
        located = read_document(path, ROOT, report)
        kind = validate(JournalKind, located, report) if located else None
        assert kind
        assert height_of(kind) <= PAGE_HEIGHT
