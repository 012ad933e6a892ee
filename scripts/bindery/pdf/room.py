"""Room to write: lines dealt out to those who want them, and prompts that shrink rather than go overleaf."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from bindery.pdf.readings import FillReading, PageReading, PartReading

# mm between two lines for a pen; source: the design, one idea.
RULING = 8.0
# mm by which a sum of heights may fall short of whole lines.
ROUNDED = 1e-6
# What a prompt may lose before it is moved overleaf after all: a third of its lines, and never one of the last three.
LEAST_SHARE, LEAST_LINES = 2 / 3, 3
# mm above a prompt: an empty line of text, which the top of a page swallows.
_ABOVE = 5.334
# mm that may stay empty at the foot of a page on which a prompt stands alone.
_SLACK = 16.0


@dataclass(frozen=True, slots=True)
class Shrunk:
    """Prompts that get fewer lines than asked, and the marks of those with which it did not help."""

    fewer: Mapping[str, int]
    given_up: frozenset[str] = frozenset()


def more_lines(part: PartReading) -> dict[str, int]:
    """The lines of all that takes what its page has left."""
    lines: dict[str, int] = {}
    for index in sorted({fill.page for fill in part.fills}):
        fills = [fill for fill in part.fills if fill.page == index and fill.may_grow]
        shared = share(fills, part.pages[index].free)
        lines |= {fill.key: shared[fill.key] for fill in fills if shared[fill.key] > fill.lines}
    return lines


def share(fills: Sequence[FillReading], free: float) -> dict[str, int]:
    """Deal so many mm out, each line to the one that has the fewest for its weight; those without one come last."""
    lines = {fill.key: fill.lines for fill in fills}
    left = free + ROUNDED
    while waiting := [
        fill for fill in fills if lines[fill.key] < fill.most and _cost(fill, lines[fill.key]) <= left
    ]:
        served = min(waiting, key=lambda fill: _served(fill, lines[fill.key]))
        left -= _cost(served, lines[served.key])
        lines[served.key] += 1
    return lines


def _cost(fill: FillReading, lines: int, more: int = 1) -> float:
    """How many mm it grows from so many lines by so many more."""
    return max(fill.words, (lines + more) * RULING) - max(fill.words, lines * RULING)


def is_steady(part: PartReading) -> bool:
    """Whether its lines are those that a layout without any would lead to, as far as its pages tell.

    They are where no line that was dealt out can have moved the beginning of a page, and where dealing them out once
    more gives the same.
    """
    pages = range(len(part.pages))
    return all(_stays(part, index) for index in pages[1:]) and all(_is_dealt(part, index) for index in pages)


def _stays(part: PartReading, index: int) -> bool:
    """Whether a page would begin where it does if nothing had been dealt out on it and on the page before."""
    page, before = part.pages[index], part.pages[index - 1]
    in_head = [fill for fill in _grown(part, index) if fill.top < page.top + page.head]
    if page.forced or not (in_head or _grown(part, index - 1)):
        return True
    return page.head - _dealt(in_head) > before.free + _dealt(_grown(part, index - 1)) + ROUNDED


def _is_dealt(part: PartReading, index: int) -> bool:
    """Whether the lines of a page come of dealing out what it would have left without them."""
    fills, grown = [fill for fill in part.fills if fill.page == index], _grown(part, index)
    first = [replace(fill, lines=fill.least) if fill in grown else fill for fill in fills]
    lines = share(first, part.pages[index].free + _dealt(grown))
    return lines == {fill.key: fill.lines for fill in fills}


def _grown(part: PartReading, index: int) -> list[FillReading]:
    """What has more lines on a page than before anything was dealt out."""
    return [fill for fill in part.fills if fill.page == index and fill.lines > fill.least]


def _dealt(fills: Sequence[FillReading]) -> float:
    """The mm that have been dealt out to these."""
    return sum(_cost(fill, fill.least, fill.lines - fill.least) for fill in fills)


def _served(fill: FillReading, lines: int) -> tuple[bool, float]:
    return fill.weight == 0, lines / fill.weight if fill.weight else 0


def shrunk(part: PartReading, old: Mapping[str, int], given_up: frozenset[str]) -> Shrunk:
    """Prompts that would stand alone on a page, with as many lines as the page before has room for.

    One that stands alone with fewer lines too is given all of them back, and not tried again.
    """
    alone = list(_alone(part))
    lost = frozenset(_mark(fill) for fill in alone if fill.key in old)
    fits = ((fill, _lines_before(part, fill)) for fill in alone if _mark(fill) not in given_up | lost)
    kept = {fill.key: old[fill.key] for fill in part.fills if fill.key in old and fill not in alone}
    return Shrunk(kept | {fill.key: lines for fill, lines in fits if lines >= least(fill.asked)}, lost)


def least(asked: int) -> int:
    """The fewest lines that may stand for so many."""
    return max(min(asked, LEAST_LINES), ceil(asked * LEAST_SHARE))


def _mark(fill: FillReading) -> str:
    return f"{fill.key} shrunk"


def _alone(part: PartReading) -> Iterator[FillReading]:
    for fill in part.fills:
        if fill.most == fill.asked and not fill.frame and fill.page > 0:
            page, before = part.pages[fill.page], part.pages[fill.page - 1]
            if not before.blank and page.piece == before.piece and _is_alone(part, page, fill):
                yield fill


def _is_alone(part: PartReading, page: PageReading, fill: FillReading) -> bool:
    notes = sum(other.lines for other in part.fills if other.page == fill.page and other.weight == 0)
    empty = page.free + notes * RULING
    return fill.top - page.top < _ABOVE and page.bottom - fill.top - fill.height - empty < _SLACK


def _lines_before(part: PartReading, fill: FillReading) -> int:
    """How many lines it would have at the foot of the page before."""
    besides = _ABOVE + fill.height - fill.lines * RULING
    notes = sum(other.lines for other in part.fills if other.page == fill.page - 1 and other.weight == 0)
    return _whole_lines(part.pages[fill.page - 1].free + notes * RULING - besides)


def _whole_lines(height: float) -> int:
    return max(0, int((height + ROUNDED) // RULING))
