"""From what a layout shows to what the next one has to do: folios, footnotes, prompts that fill a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bindery.layout.adjustments import Adjustments
from bindery.model.pages import PageMap
from bindery.pdf.page_map import extent_of, number_parts, page_map
from bindery.pdf.readings import FillReading, FootnoteReading, PartReading

# mm between two lines for a pen; source: the design, one idea.
RULING = 8.0
# mm that a page may stay empty before a break that was forced for a footnote: more, and the break has grown stale.
STALE = 60.0
# Lines on a page that is given whole: more than the text block of 240 mm never holds.
MOST_LINES = 29


@dataclass(frozen=True, slots=True)
class Step:
    """What one look at the pages gives: the next adjustments, and breaks that must not be tried again."""

    adjustments: Adjustments
    given_up: frozenset[str]


def settle(parts: Sequence[PartReading], old: Adjustments, given_up: frozenset[str], *, frozen: bool) -> Step:
    """The adjustments for the next layout; equal to the old ones when this layout may stay.

    What moves text comes first: breaks before footnotes, then prompts that fill a page. `frozen` forces no new break
    and fills nothing more, so that late passes only bring folios home.
    """
    numbering = number_parts([extent_of(part, old.fillers) for part in parts])
    pages = page_map(parts, numbering)
    steps = [_flow(part, old, given_up) for part in parts]
    return Step(
        Adjustments(
            pages=pages,
            lines=_lines(parts, steps, pages, old, frozen=frozen),
            breaks=old.breaks if frozen else frozenset().union(*(step.breaks for step in steps)),
            fillers=numbering.fillers,
            first_numbers=numbering.first_numbers,
        ),
        given_up.union(*(step.given_up for step in steps)),
    )


@dataclass(frozen=True, slots=True)
class _Flow:
    """The breaks of one part, and whether they changed, so that its fills must begin anew."""

    breaks: frozenset[str]
    changed: bool
    given_up: frozenset[str] = frozenset()


def _flow(part: PartReading, old: Adjustments, given_up: frozenset[str]) -> _Flow:
    """Cure the first footnote that stands off its page; if there is none, take back the first stale break."""
    breaks = frozenset(key for key in old.breaks if key in part.index_of)
    for note in displaced(part):
        key = part.pages[note.call_page].last_block
        if key and key not in given_up and key not in breaks:
            # What follows moves, so later breaks have to show anew that they are needed.
            kept = {other for other in breaks if part.index_of[other] <= note.call_page}
            return _Flow(frozenset(kept | {key}), changed=True)
    stale = next(stale_breaks(part, breaks), None)
    if stale:
        return _Flow(breaks - {stale}, changed=True, given_up=frozenset({stale}))
    return _Flow(breaks, changed=False)


def displaced(part: PartReading) -> list[FootnoteReading]:
    """The footnotes that do not stand on the page of their call, in order."""
    return sorted(
        (note for note in part.footnotes if note.call_page != note.note_page), key=lambda n: n.call_page
    )


def stale_breaks(part: PartReading, breaks: frozenset[str]) -> Iterator[str]:
    """The forced breaks that leave too much of the page before them empty."""
    for key in sorted(breaks, key=lambda key: part.index_of[key]):
        before = part.index_of[key] - 1
        if before >= 0 and not part.pages[before].blank and part.pages[before].free > STALE:
            yield key


def _lines(
    parts: Sequence[PartReading], steps: Sequence[_Flow], pages: PageMap, old: Adjustments, *, frozen: bool
) -> dict[str, int]:
    """Lines for prompts that fill; begun anew in a part whose pages begin elsewhere than in the last layout.

    When `frozen`, such a part does without: its prompts and its pages have moved each other long enough.
    """
    lines: dict[str, int] = {}
    for part, step in zip(parts, steps, strict=True):
        given = {fill.key: old.lines[fill.key] for fill in part.fills if fill.key in old.lines}
        restless = given and _moved(part, pages, old.pages)
        if frozen:
            lines |= {} if restless else given
        elif not step.changed and not restless:
            lines |= given | _more_lines(part)
    return lines


def _moved(part: PartReading, pages: PageMap, old: PageMap) -> bool:
    """Whether a block of the part is on another of its pages than before."""
    keys = [key for key in part.index_of if key in pages.index_of]
    if any(key not in old.index_of for key in keys):
        return True
    return len({pages.index_of[key] - old.index_of[key] for key in keys}) > 1


def _more_lines(part: PartReading) -> dict[str, int]:
    lines: dict[str, int] = {}
    for index in sorted({fill.page for fill in part.fills}):
        fills = [fill for fill in part.fills if fill.page == index]
        extra = int(part.pages[index].free // RULING)
        if extra > 0:
            lines |= share(fills, extra)
    return lines


def share(fills: Sequence[FillReading], extra: int) -> dict[str, int]:
    """Deal lines out, each to the prompt that has the fewest; none gets more than a page holds."""
    lines = {fill.key: fill.lines for fill in fills}
    for _ in range(extra):
        key = min(lines, key=lambda key: lines[key])
        if lines[key] < MOST_LINES:
            lines[key] += 1
    return lines
