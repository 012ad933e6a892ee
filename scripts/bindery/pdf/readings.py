"""What is read from laid-out pages. Every length is in mm, heights on the page from its upper edge down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bindery.model.pages import PageStart

Side = Literal["left", "right"]
# Lines on a page that is given whole: more than the text block of 240 mm never holds.
MOST_LINES = 29


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page: its side, what it begins with, and its text block from `top` to `bottom`.

    `free` is what the text leaves empty above the footnotes; negative where it runs over the foot. `forced` says that
    the page begins where it does whatever room the page before has, and `head` are the mm of what opens it and cannot
    be broken, 0 where that is text.
    """

    side: Side
    blank: bool
    piece: str
    start: PageStart
    top: float
    bottom: float
    free: float
    forced: bool = True
    head: float = 0.0


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
    """Room to write: where it ends, how many lines it has now, and how many were asked for.

    `weight` is its share of the lines that its page has left (0: only those that no other takes), `least` how many it
    has before anything is dealt out, `most` how many it may have. `frame` is the key of the block that it closes and
    that wants to be on one page, or "". `words` are the mm that the words beside its lines need.
    """

    key: str
    page: int
    lines: int
    asked: int = 0
    weight: int = 1
    most: int = MOST_LINES
    frame: str = ""
    top: float = 0.0
    height: float = 0.0
    words: float = 0.0
    least: int = 0

    @property
    def may_grow(self) -> bool:
        """Whether it takes more lines where there is room."""
        return self.lines < self.most


@dataclass(frozen=True, slots=True)
class PartReading:
    """A part as it was laid out. `index_of`: key -> index of the page, in the part, on which it begins.

    `notes`: side notes where they would stand without a shift; `walls`: what takes the whole width, so that no side
    note may stand beside it. `torn`: what was placed by hand and yet goes on overleaf, where it goes on. `floats`: it
    may begin on either side.
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
    floats: bool = False
