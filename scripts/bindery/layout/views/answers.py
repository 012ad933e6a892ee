"""Measures of what is answered by hand: scales, scoring pages, trackers. All in mm."""

from dataclasses import dataclass
from math import ceil
from typing import Literal

from bindery.layout.views.questionnaires import ScaleView, ScoringView, SubscaleView
from bindery.layout.views.scales import widest_word
from bindery.model.journal import MOST_CIRCLES, PagePart
from bindery.model.questionnaire import Element

# The design, part 6.8, has 9 + 68 + 5 x 13.6 + 2 + 13 = 160; heads of 8.5 pt want 14, and the items give way.
_MARKS, _MARK = 96.0, 14.0
_RATING = 11.2
_CIRCLE = 6.4
# Source: the design, part 6.12: seven days of 12.
_TRACKER, _DAY = 112.0, 12.0
Part = Literal["", "roots", "trunk", "branches"]
# The tree to shade has twenty shapes in each of its parts.
_SHAPES = 20
_PARTS: tuple[Part, ...] = ("branches", "trunk", "roots")


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of equal width to mark in, and the diameter of their circles."""

    width: float
    circle: float


def scale_columns(scale: ScaleView) -> Columns:
    """The columns of a matrix: one for each answer, wide enough for the longest word over them where that can be."""
    answers = scale.element.columns
    wanted = max(_MARK, widest_word([choice.text for choice in answers]))
    return _columns(len(answers), wanted, _MARKS)


def tracker_columns(part: PagePart) -> Columns:
    """The columns of a tracker: one for each day."""
    return _columns(len(part.columns), _DAY, _TRACKER)


def boxes_across(part: PagePart) -> int:
    """How many boxes stand beside each other where a tracker has more days than one row holds."""
    return ceil(len(part.columns) / ceil(len(part.columns) / MOST_CIRCLES))


def rating_marks(element: Element) -> range:
    """The figures of a rating or a slider, from the lowest to the highest."""
    if element.type == "rating":
        return range(element.rate_min, element.rate_max + 1)
    return range(element.min, element.max + 1, element.step)


@dataclass(frozen=True, slots=True)
class Marks:
    """The figures of a rating in a row: the diameter of their circles, and the width of the row."""

    values: range
    circle: float
    width: float


def rating_row(element: Element) -> Marks:
    """A rating as a row of circles."""
    values = rating_marks(element)
    columns = _columns(len(values), _RATING, _TRACKER)
    return Marks(values, columns.circle, round(columns.width * len(values), 3))


def tree_zones(scoring: ScoringView) -> tuple[SubscaleView, ...]:
    """The subscales in the order of the tree from top to bottom; none when they are not its three parts of twenty."""
    by_part = {scale.subscale.part: scale for scale in scoring.subscales if scale.maximum == _SHAPES}
    fits = len(scoring.subscales) == len(_PARTS) and set(by_part) == set(_PARTS)
    return tuple(by_part[part] for part in _PARTS) if fits else ()


def _columns(count: int, largest: float, room: float) -> Columns:
    width = round(min(largest, room / max(1, count)), 3)
    return Columns(width, min(_CIRCLE, round(width * 0.8, 3)))
