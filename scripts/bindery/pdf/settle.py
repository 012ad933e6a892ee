"""From what a layout shows to what the next one has to do: folios, prompts, room to write."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from bindery.layout.adjustments import Adjustments
from bindery.model.pages import PageMap
from bindery.pdf.page_map import extent_of, number_parts, page_map
from bindery.pdf.readings import PartReading
from bindery.pdf.room import Shrunk, is_steady, more_lines, shrunk


@dataclass(frozen=True, slots=True)
class Step:
    """What one look at the pages gives: the next adjustments, and what must not be tried again.

    `resting` are the slugs of the parts whose text stays where it is.
    """

    adjustments: Adjustments
    given_up: frozenset[str]
    resting: frozenset[str]


def settle(parts: Sequence[PartReading], old: Adjustments, given_up: frozenset[str], *, frozen: bool) -> Step:
    """The adjustments for the next layout; equal to the old ones when this layout may stay.

    What moves text comes first: prompts that shrink; then room that takes what is left.
    `frozen` changes none of it any more, so that late passes only bring folios home.
    """
    numbering = number_parts([extent_of(part, old.fillers) for part in parts])
    pages = page_map(parts, numbering)
    prompts = [Shrunk(_fewer(part, old)) if frozen else _shrunk(part, old, given_up) for part in parts]
    resting = [part for part, shrunk in zip(parts, prompts, strict=True) if shrunk.fewer == _fewer(part, old)]
    return Step(
        Adjustments(
            pages=pages,
            lines=_lines(parts, resting, pages, old, frozen=frozen),
            fewer={key: lines for shrunk in prompts for key, lines in shrunk.fewer.items()},
            steady=frozenset(part.slug for part in parts if is_steady(part)),
            fillers=numbering.fillers,
            first_numbers=numbering.first_numbers,
        ),
        given_up.union(*(shrunk.given_up for shrunk in prompts)),
        # A part that floats is full of page numbers, and waits for all others.
        frozenset(part.slug for part in resting if not part.floats or len(resting) == len(parts)),
    )


def _fewer(part: PartReading, old: Adjustments) -> dict[str, int]:
    """The prompts of this part that have fewer lines now."""
    return {fill.key: old.fewer[fill.key] for fill in part.fills if fill.key in old.fewer}


def _shrunk(part: PartReading, old: Adjustments, given_up: frozenset[str]) -> Shrunk:
    return shrunk(part, _fewer(part, old), given_up)


def _lines(
    parts: Sequence[PartReading],
    resting: Container[PartReading],
    pages: PageMap,
    old: Adjustments,
    *,
    frozen: bool,
) -> dict[str, int]:
    """Lines for room that grows; begun anew in a part whose text moves, or whose pages begin elsewhere than before.

    When `frozen`, such a part does without: its prompts and its pages have moved each other long enough.
    """
    lines: dict[str, int] = {}
    for part in parts:
        given = {fill.key: old.lines[fill.key] for fill in part.fills if fill.key in old.lines}
        restless = given and _moved(part, pages, old.pages)
        if frozen:
            lines |= {} if restless else given
        elif part in resting and not restless:
            lines |= given | more_lines(part)
    return lines


def _moved(part: PartReading, pages: PageMap, old: PageMap) -> bool:
    """Whether a block of the part is on another of its pages than before."""
    keys = [key for key in part.index_of if key in pages.index_of]
    if any(key not in old.index_of for key in keys):
        return True
    return len({pages.index_of[key] - old.index_of[key] for key in keys}) > 1
