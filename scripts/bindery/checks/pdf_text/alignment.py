"""Which passage stands where: as many as can be found in the order in which they were written."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from bindery.checks.pdf_text.listened import Listened, Span
from bindery.checks.pdf_text.passage import Passage

# Letters of a passage whose words hardly stand anywhere else by accident.
_LONG = 10
# Letters among which a loose passage is looked for: some pages.
_NEAR = 12_000


@dataclass(frozen=True, slots=True)
class Missed:
    """A passage that does not stand in its place, and how far the reading had come by then."""

    passage: Passage
    after: int

    def elsewhere(self, listened: Listened) -> Span | None:
        """Where it stands out of its place; a short one is never said to, as its words may stand anywhere."""
        return next(listened.spans(self.passage), None) if _is_long(self.passage) else None


def align(passages: Sequence[Passage], listened: Listened) -> list[Missed]:
    """Take the passages out of what is read, and give those that are not in their place, in their order.

    Long passages are anchors. Short ones, whose words may stand anywhere, are looked for between two anchors only,
    and loose ones behind the anchor before them.
    """
    found = _anchors(passages, listened)
    missed: dict[int, Missed] = {}
    loose = [index for index, passage in enumerate(passages) if passage.loose]
    _take_loose([index for index in loose if _is_long(passages[index])], passages, listened, found, missed)
    _take_short(passages, listened, found, missed)
    _take_loose(
        [index for index in loose if not _is_long(passages[index])], passages, listened, found, missed
    )
    return [missed[index] for index in sorted(missed)]


_Found = dict[int, Span]


def _anchors(passages: Sequence[Passage], listened: Listened) -> _Found:
    """The most long passages that stand in ascending order, each as late as can be: titles stand in contents first."""
    places = [
        (index, span)
        for index in range(len(passages) - 1, -1, -1)
        if _is_long(passages[index]) and not passages[index].loose
        # From the first to the last, while the run goes from the end to the beginning: none can follow itself.
        for span in listened.spans(passages[index])
    ]
    anchors = {places[number][0]: places[number][1] for number in _rising([-span[0] for _, span in places])}
    for span in anchors.values():
        listened.take(span)
    return anchors


def _rising(values: Sequence[int]) -> list[int]:
    """The numbers of the values that make the longest rising run, by patience sorting."""
    tops: list[int] = []  # the lowest value with which a run of each length ends
    numbers: list[int] = []  # ... and its number
    before: list[int] = []  # for each value, the number of the one before it in its run
    for number, value in enumerate(values):
        pile = bisect_left(tops, value)
        tops[pile : pile + 1] = [value]
        numbers[pile : pile + 1] = [number]
        before.append(numbers[pile - 1] if pile else -1)
    run: list[int] = []
    number = numbers[-1] if numbers else -1
    while number >= 0:
        run.append(number)
        number = before[number]
    return run


def _take_short(
    passages: Sequence[Passage], listened: Listened, found: _Found, missed: dict[int, Missed]
) -> None:
    """Take what is neither long nor loose, one after another, and note all that stands in no order."""
    limits = _limits(len(passages), found, len(listened.text))
    at = 0
    for index, passage in enumerate(passages):
        if passage.loose:
            continue
        if index not in found:
            span = None if _is_long(passage) else next(listened.spans(passage, at, limits[index]), None)
            if span is None:
                missed[index] = Missed(passage, at)
                continue
            listened.take(span)
            found[index] = span
        at = found[index][1]


def _limits(count: int, anchors: _Found, end: int) -> list[int]:
    """For each passage, where the next anchor begins."""
    limits = [end] * count
    for index in range(count - 2, -1, -1):
        limits[index] = anchors[index + 1][0] if index + 1 in anchors else limits[index + 1]
    return limits


def _take_loose(
    loose: Sequence[int],
    passages: Sequence[Passage],
    listened: Listened,
    found: _Found,
    missed: dict[int, Missed],
) -> None:
    anchored = sorted(index for index in found if not passages[index].loose)
    for index in loose:
        before = bisect_left(anchored, index)
        at = found[anchored[before - 1]][1] if before else 0
        end = min(at + _NEAR, len(listened.text))
        span = next(listened.spans(passages[index], at, end), None)
        if span is None:
            missed[index] = Missed(passages[index], at)
        else:
            listened.take(span)


def _is_long(passage: Passage) -> bool:
    return sum(map(len, passage.pieces)) >= _LONG
