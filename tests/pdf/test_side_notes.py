from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bindery.pdf.side_notes import GAP, Placed, Span, place, shifts

PAGE = Span(24, 264)
ROUNDING = 1e-6


def span(top: float, height: float) -> Span:
    return Span(top, top + height)


def test_notes_that_have_room_stay_level_with_their_lines() -> None:
    notes = [span(30, 12), span(80, 12)]
    assert shifts(notes, place(notes, [], PAGE)) == (0, 0)


def test_a_note_is_pushed_below_the_one_before_it() -> None:
    placed = place([span(30, 12), span(35, 8)], [], PAGE)
    assert placed.tops == (30, 30 + 12 + GAP)


def test_notes_at_the_foot_are_pushed_up_from_it() -> None:
    placed = place([span(240, 20), span(250, 20)], [], PAGE)
    assert placed.tops == (264 - 20 - GAP - 20, 244)


def test_a_note_does_not_stand_beside_a_wide_figure() -> None:
    assert place([span(95, 12)], [Span(100, 160)], PAGE).tops == (160 + GAP,)


def test_below_a_figure_at_the_foot_there_is_no_room_so_the_note_goes_above_it() -> None:
    assert place([span(195, 12)], [Span(200, 264)], PAGE).tops == (200 - GAP - 12,)


def test_more_notes_than_page_are_reported_and_stay_below_the_head() -> None:
    placed = place([span(30, 100), span(40, 100), span(50, 100)], [], PAGE)
    assert not placed.fits
    assert min(placed.tops) >= PAGE.top


heights = st.floats(4, 60)
tops = st.floats(PAGE.top, 250)
many_notes = st.lists(st.builds(span, tops, heights), min_size=1, max_size=8).map(
    lambda notes: sorted(notes, key=lambda note: note.top)
)
walls = st.lists(st.builds(span, st.floats(24, 200), st.floats(10, 60)), max_size=2)


@st.composite
def pages(draw: st.DrawFn) -> tuple[list[Span], list[Span], Placed]:
    notes, figures = draw(many_notes), draw(walls)
    return notes, figures, place(notes, figures, PAGE)


@given(pages())
def test_where_all_fit_no_two_notes_touch_and_their_order_is_kept(
    page: tuple[list[Span], list[Span], Placed],
) -> None:
    notes, _, placed = page
    if placed.fits:
        standing = [span(top, note.bottom - note.top) for note, top in zip(notes, placed.tops, strict=True)]
        assert all(one.bottom + GAP <= two.top + ROUNDING for one, two in pairwise(standing))


@given(pages())
def test_where_all_fit_nothing_leaves_the_page(page: tuple[list[Span], list[Span], Placed]) -> None:
    notes, _, placed = page
    if placed.fits:
        bottoms = [top + note.bottom - note.top for note, top in zip(notes, placed.tops, strict=True)]
        assert min(placed.tops) >= PAGE.top - 0.01
        assert max(bottoms) <= PAGE.bottom + ROUNDING


@given(pages())
def test_where_all_fit_no_note_stands_beside_a_figure(page: tuple[list[Span], list[Span], Placed]) -> None:
    notes, figures, placed = page
    if placed.fits:
        for note, top in zip(notes, placed.tops, strict=True):
            bottom = top + note.bottom - note.top
            assert all(top >= wall.bottom - 0.02 or bottom <= wall.top + 0.02 for wall in figures)


@given(many_notes)
def test_notes_that_are_shorter_than_the_page_always_fit(notes: list[Span]) -> None:
    if sum(note.bottom - note.top + GAP for note in notes) <= PAGE.bottom - PAGE.top:
        assert place(notes, [], PAGE).fits
