"""Whether the bands of a scale cover every score that can be reached, once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from bindery.findings import Place
from bindery.model.questionnaire import Band

# A sum is a whole number; a mean is rounded to one decimal before it is looked up.
STEPS = {"sum": 1, "mean": 10}


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """A band and the place where it stands."""

    band: Band
    place: Place


@dataclass(frozen=True, slots=True)
class Reach:
    """The lowest and the highest score of a scale, counted in steps: ones for a sum, tenths for a mean."""

    low: int
    high: int
    steps: int

    def words(self, low: int, high: int) -> str:
        """A range of scores as the author would write it: `10`, `10 to 14`, `2.4 to 3.6`."""
        first, last = (f"{count / self.steps:.{0 if self.steps == 1 else 1}f}" for count in (low, high))
        return first if low == high else f"{first} to {last}"

    def __str__(self) -> str:
        """The whole range."""
        return self.words(self.low, self.high)


@dataclass(frozen=True, slots=True)
class BandFault:
    """A finding to be: its code, what is wrong with which scores, and where."""

    code: str
    message: str
    place: Place


def reach(ranges: Iterable[tuple[int, int]], method: str) -> Reach:
    """What a scale of items with these lowest and highest marks can come to; reversing an item changes nothing."""
    lows, highs = zip(*ranges, strict=True)
    steps = STEPS[method]
    count = 1 if method == "sum" else len(lows)
    return Reach(
        _rounded(Fraction(sum(lows) * steps, count)), _rounded(Fraction(sum(highs) * steps, count)), steps
    )


def faults(bands: Iterable[PlacedBand], reached: Reach) -> Iterator[BandFault]:
    """What is wrong with the bands of one scale: upside down, gaps, overlaps, scores that nobody can have."""
    counted = [(*_counted(placed.band, reached.steps), placed) for placed in bands]
    turned = [placed for low, high, placed in counted if low > high]
    for placed in turned:
        yield BandFault("Q023", f'the band "{placed.band.name}" ends before it begins', placed.place)
    if counted and not turned:
        yield from _seams(sorted(counted, key=lambda entry: entry[:2]), reached)


def _seams(bands: list[tuple[int, int, PlacedBand]], reached: Reach) -> Iterator[BandFault]:
    covered, before = reached.low - 1, None
    for low, high, placed in bands:
        if low > covered + 1 and covered < reached.high:
            scores = reached.words(covered + 1, min(low - 1, reached.high))
            yield BandFault("Q021", f"no band for a score of {scores}", placed.place)
        shared = max(low, reached.low), min(high, covered, reached.high)
        if before and shared[0] <= shared[1]:
            scores = reached.words(*shared)
            message = f'the bands "{before.band.name}" and "{placed.band.name}" both hold a score of {scores}'
            yield BandFault("Q022", message, placed.place)
        if low < reached.low or high > reached.high:
            message = f'the band "{placed.band.name}" holds scores that nobody can have'
            yield BandFault("Q024", message, placed.place)
        if high > covered:
            covered, before = high, placed
    if covered < reached.high:
        yield BandFault(
            "Q021", f"no band for a score of {reached.words(covered + 1, reached.high)}", bands[-1][2].place
        )


def _counted(band: Band, steps: int) -> tuple[int, int]:
    low, high = Fraction(str(band.minimum)), Fraction(str(band.maximum))
    return ceil(low * steps), floor(high * steps)


def _rounded(count: Fraction) -> int:
    return floor(count + Fraction(1, 2))
