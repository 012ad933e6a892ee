"""Bands tile the scores that can be reached, or the press says which score has none or two."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bindery.findings import Place
from bindery.model.questionnaire import Band
from bindery.settings.bands import PlacedBand, Reach, faults, reach

reaches = st.builds(
    lambda low, length, steps: Reach(low, low + length, steps),
    st.integers(-50, 50),
    st.integers(0, 60),
    st.sampled_from([1, 10]),
)


def band(low: int, high: int, steps: int, name: str = "B") -> PlacedBand:
    return PlacedBand(Band(name, low / steps, high / steps, "Words."), Place("q.yaml", 1))


def tiled(reached: Reach, cuts: set[int]) -> list[PlacedBand]:
    """Bands from the lowest score to the highest that end before each cut."""
    inner = sorted(cut for cut in cuts if reached.low < cut <= reached.high)
    return [
        band(low, high - 1, reached.steps) for low, high in pairwise([reached.low, *inner, reached.high + 1])
    ]


def codes(bands: list[PlacedBand], reached: Reach) -> list[str]:
    return [fault.code for fault in faults(bands, reached)]


@given(reaches, st.sets(st.integers(-50, 110), max_size=6), st.randoms())
def test_bands_that_tile_are_right_in_any_order(reached: Reach, cuts: set[int], random: object) -> None:
    bands = tiled(reached, cuts)
    random.shuffle(bands)  # type: ignore[attr-defined]
    assert codes(bands, reached) == []


@given(reaches, st.sets(st.integers(-50, 110), min_size=1, max_size=6), st.data())
def test_a_band_taken_away_leaves_a_gap(reached: Reach, cuts: set[int], data: st.DataObject) -> None:
    bands = tiled(reached, cuts)
    bands.pop(data.draw(st.integers(0, len(bands) - 1)))
    assert codes(bands, reached) == (["Q021"] if bands else [])


@given(reaches, st.sets(st.integers(-50, 110), max_size=6), st.data())
def test_a_band_laid_over_others_overlaps_with_every_one_it_touches(
    reached: Reach, cuts: set[int], data: st.DataObject
) -> None:
    low = data.draw(st.integers(reached.low, reached.high))
    high = data.draw(st.integers(low, reached.high))
    bands = tiled(reached, cuts)
    found = codes([*bands, band(low, high, reached.steps)], reached)
    assert found
    assert set(found) == {"Q022"}


@given(reaches, st.lists(st.tuples(st.integers(-60, 120), st.integers(0, 40)), min_size=1, max_size=5))
def test_gaps_and_overlaps_are_found_just_when_a_score_that_can_be_had_has_no_band_or_two(
    reached: Reach, given_bands: list[tuple[int, int]]
) -> None:
    ranges = [(low, low + length) for low, length in given_bands]
    found = set(codes([band(low, high, reached.steps) for low, high in ranges], reached))
    counts = [sum(low <= score <= high for low, high in ranges) for score in range(-60, 170)]
    reachable = counts[reached.low + 60 : reached.high + 61]
    assert ("Q021" in found) == (0 in reachable)
    assert ("Q022" in found) == any(count > 1 for count in reachable)


@given(reaches)
def test_a_band_turned_round_is_said_to_be_so_and_nothing_else(reached: Reach) -> None:
    assert codes([band(reached.high + 1, reached.low, reached.steps)], reached) == ["Q023"]


def test_a_band_beyond_reach_is_noticed_on_either_side() -> None:
    assert codes([band(3, 20, 1)], Reach(4, 20, 1)) == ["Q024"]
    assert codes([band(4, 21, 1)], Reach(4, 20, 1)) == ["Q024"]


def test_four_items_of_one_to_five_reach_from_four_to_twenty() -> None:
    assert str(reach([(1, 5)] * 4, "sum")) == "4 to 20"
    assert str(reach([(1, 5)] * 4, "mean")) == "1.0 to 5.0"


def test_a_mean_of_unlike_items_is_rounded_to_one_decimal() -> None:
    assert str(reach([(0, 10), (1, 5), (1, 5)], "mean")) == "0.7 to 6.7"


def test_tenths_are_counted_exactly() -> None:
    bands = [
        PlacedBand(Band("B", low, high, "W"), Place("q")) for low, high in [(1, 2.3), (2.4, 3.6), (3.7, 5)]
    ]
    assert codes(bands, reach([(1, 5)] * 4, "mean")) == []


def test_hundredths_between_two_bands_are_no_gap_since_no_mean_falls_there() -> None:
    bands = [PlacedBand(Band("B", low, high, "W"), Place("q")) for low, high in [(1, 2.95), (3, 5)]]
    assert codes(bands, reach([(1, 5)] * 4, "mean")) == []
