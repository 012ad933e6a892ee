"""Side notes on one page: moved just so far that none touches another, a wide figure, or the edge of the page."""

from collections.abc import Sequence
from dataclasses import dataclass

# Half a line of text; source: the spacing scale of the design.
GAP = 2.667
# mm below which nobody sees a difference.
_SAME = 0.01


@dataclass(frozen=True, slots=True)
class Span:
    """From an upper edge to a lower one, in mm."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Placed:
    """The upper edges of the notes, in the order in which they were given, and whether all have room."""

    tops: tuple[float, ...]
    fits: bool


def place(notes: Sequence[Span], walls: Sequence[Span], page: Span) -> Placed:
    """Where each note goes: where it stands or below, and higher only where the page would not hold the rest.

    `notes` are in reading order. What has no room is left as near its place as the page allows, and `fits` is false.
    """
    heights = [note.bottom - note.top for note in notes]
    walls = sorted(walls, key=lambda wall: wall.top)
    pushed = _pushed_down(notes, heights, walls)
    latest = _latest(heights, walls, page.bottom)
    tops = [min(low, high) for low, high in zip(pushed, latest, strict=True)]
    # A note may stand where its line stands, even when that is a hair above the text block.
    ceiling = min([page.top, *(note.top for note in notes)])
    fits = all(top >= ceiling - _SAME for top in tops)
    return Placed(tuple(max(top, ceiling) for top in tops), fits)


def shifts(notes: Sequence[Span], placed: Placed) -> tuple[float, ...]:
    """How far each note moves down (up when negative), in mm to two decimals."""
    return tuple(round(top - note.top, 2) for note, top in zip(notes, placed.tops, strict=True))


def _pushed_down(notes: Sequence[Span], heights: list[float], walls: Sequence[Span]) -> list[float]:
    tops: list[float] = []
    for note, height in zip(notes, heights, strict=True):
        after = tops[-1] + heights[len(tops) - 1] + GAP if tops else note.top
        top = max(note.top, after)
        for wall in walls:
            if _touches(top, height, wall):
                top = wall.bottom + GAP
        tops.append(top)
    return tops


def _latest(heights: list[float], walls: Sequence[Span], floor: float) -> list[float]:
    """The lowest place of each note that leaves room for those after it."""
    tops: list[float] = []
    for height in reversed(heights):
        top = floor - height
        for wall in reversed(walls):
            if _touches(top, height, wall):
                top = wall.top - GAP - height
        tops.append(top)
        floor = top - GAP
    return tops[::-1]


def _touches(top: float, height: float, wall: Span) -> bool:
    return top < wall.bottom + GAP - _SAME and top + height > wall.top - GAP + _SAME
