"""What a layout teaches the next one: page numbers, and what has to move so that everything has its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bindery.model.pages import EMPTY_PAGE_MAP, PageMap


@dataclass(frozen=True, slots=True)
class Adjustments:
    """The state of the layout between two passes; a pass that confirms its own adjustments is the last.

    `lines`: key of room to write -> how many lines it gets of those that its page has left.
    `fewer`: key of a prompt that would stand alone overleaf -> the fewer lines with which it keeps its page.
    `steady`: slugs of parts whose lines follow from their own text alone.
    `fillers`: slugs of parts that end with a ruled page for notes, so that the next part begins on its side.
    `first_numbers`: slug of a part -> number of its first page (i is 1 in the front matter).
    """

    pages: PageMap = EMPTY_PAGE_MAP
    lines: Mapping[str, int] = field(default_factory=dict)
    fewer: Mapping[str, int] = field(default_factory=dict)
    steady: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    first_numbers: Mapping[str, int] = field(default_factory=dict)
