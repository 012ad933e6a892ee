"""From what a layout shows to what the next one has to do: folios, footnotes, rhythm, room to write."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bindery.layout.adjustments import Adjustments
from bindery.model.pages import PageMap
from bindery.pdf.page_map import extent_of, number_parts, page_map
from bindery.pdf.readings import FootnoteReading, PartReading
from bindery.pdf.room import more_lines, shrunk

# mm that a page may stay empty before a break that was forced for a footnote: more, and the break has grown stale.
STALE = 60.0


@dataclass(frozen=True, slots=True)
class Step:
    """What one look at the pages gives: the next adjustments, and breaks that must not be tried again.

    `resting` are the slugs of the parts whose text stays where it is.
    """

    adjustments: Adjustments
    given_up: frozenset[str]
    resting: frozenset[str]


def settle(parts: Sequence[PartReading], old: Adjustments, given_up: frozenset[str], *, frozen: bool) -> Step:
    """The adjustments for the next layout; equal to the old ones when this layout may stay.

    What moves text comes first: breaks before footnotes, and prompts that shrink; then room that takes what is left.
    `frozen` changes none of it any more, so that late passes only bring folios home.
    """
    numbering = number_parts([extent_of(part, old.fillers) for part in parts])
    pages = page_map(parts, numbering)
    flows = [_kept(part, old) if frozen else _flow(part, old, given_up) for part in parts]
    return Step(
        Adjustments(
            pages=pages,
            lines=_lines(parts, flows, pages, old, frozen=frozen),
            fewer={key: lines for flow in flows for key, lines in flow.fewer.items()},
            breaks=frozenset().union(*(flow.breaks for flow in flows)),
            fillers=numbering.fillers,
            first_numbers=numbering.first_numbers,
        ),
        given_up.union(*(flow.given_up for flow in flows)),
        _resting(parts, flows, old),
    )


@dataclass(frozen=True, slots=True)
class _Flow:
    """What moves the text of one part."""

    breaks: frozenset[str] = frozenset()
    fewer: Mapping[str, int] = field(default_factory=dict)
    given_up: frozenset[str] = field(default=frozenset(), compare=False)


def _kept(part: PartReading, old: Adjustments) -> _Flow:
    """What moves the text of this part now."""
    return _Flow(
        frozenset(key for key in old.breaks if key in part.index_of),
        {fill.key: old.fewer[fill.key] for fill in part.fills if fill.key in old.fewer},
    )


def _resting(parts: Sequence[PartReading], flows: Sequence[_Flow], old: Adjustments) -> frozenset[str]:
    """The parts whose text stays; one that floats is full of page numbers, and waits for all others."""
    resting = [part for part, flow in zip(parts, flows, strict=True) if flow == _kept(part, old)]
    return frozenset(part.slug for part in resting if not part.floats or len(resting) == len(parts))


def _flow(part: PartReading, old: Adjustments, given_up: frozenset[str]) -> _Flow:
    kept = _kept(part, old)
    breaks, stale = _breaks(part, kept.breaks, given_up)
    prompts = shrunk(part, kept.fewer, given_up)
    return _Flow(
        breaks,
        prompts.fewer,
        stale | prompts.given_up,
    )


def _breaks(
    part: PartReading, breaks: frozenset[str], given_up: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Cure the first footnote that stands off its page; if there is none, take back the first stale break.

    The second set is what must not be tried again.
    """
    for note in displaced(part):
        key = part.pages[note.call_page].last_block
        if key and key not in given_up and key not in breaks:
            # What follows moves, so later breaks have to show anew that they are needed.
            kept = {other for other in breaks if part.index_of[other] <= note.call_page}
            return frozenset(kept | {key}), frozenset()
    stale = frozenset(list(stale_breaks(part, breaks))[:1])
    return breaks - stale, stale


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
    parts: Sequence[PartReading], flows: Sequence[_Flow], pages: PageMap, old: Adjustments, *, frozen: bool
) -> dict[str, int]:
    """Lines for room that grows; begun anew in a part whose text moves, or whose pages begin elsewhere than before.

    When `frozen`, such a part does without: its prompts and its pages have moved each other long enough.
    """
    lines: dict[str, int] = {}
    for part, flow in zip(parts, flows, strict=True):
        given = {fill.key: old.lines[fill.key] for fill in part.fills if fill.key in old.lines}
        restless = given and _moved(part, pages, old.pages)
        if frozen:
            lines |= {} if restless else given
        elif flow == _kept(part, old) and not restless:
            lines |= given | more_lines(part)
    return lines


def _moved(part: PartReading, pages: PageMap, old: PageMap) -> bool:
    """Whether a block of the part is on another of its pages than before."""
    keys = [key for key in part.index_of if key in pages.index_of]
    if any(key not in old.index_of for key in keys):
        return True
    return len({pages.index_of[key] - old.index_of[key] for key in keys}) > 1
