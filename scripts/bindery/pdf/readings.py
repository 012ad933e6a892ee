"""What is read from laid-out pages. Every length is in mm, heights on the page from its upper edge down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bindery.model.pages import PageStart

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page: its side, what it begins with, and its text block from `top` to `bottom`.

    `free` is what the text leaves empty above the footnotes; negative where it runs over the foot.
    `last_block` is the key of the last block that begins on the page and could begin the next one instead; "" if none.
    """

    side: Side
    blank: bool
    piece: str
    start: PageStart
    top: float
    bottom: float
    free: float
    last_block: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Something that stands on a page (its index in the part), at a height."""

    key: str
    page: int
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class FootnoteReading:
    """A footnote: the page of its call and the page of its text, as indices in the part."""

    key: str
    call_page: int
    note_page: int
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class FillReading:
    """A prompt that takes the lines its page has left: the page on which it ends, and how many lines it has now."""

    key: str
    page: int
    lines: int


@dataclass(frozen=True, slots=True)
class PartReading:
    """A part as it was laid out. `index_of`: key -> index of the page, in the part, on which it begins.

    `notes`: side notes where they would stand without a shift; `walls`: what takes the whole width, so that no side
    note may stand beside it. `torn`: what was placed by hand and yet goes on overleaf, where it goes on.
    """

    slug: str
    first_side: Side
    roman: bool
    pages: tuple[PageReading, ...]
    index_of: Mapping[str, int]
    notes: tuple[Standing, ...] = ()
    walls: tuple[Standing, ...] = ()
    footnotes: tuple[FootnoteReading, ...] = ()
    fills: tuple[FillReading, ...] = ()
    torn: tuple[Standing, ...] = ()
