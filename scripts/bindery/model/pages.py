"""The page map: which block stands on which printed page, and where each page begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page begins in the book: the first block on it, and how many of its characters stand on earlier pages.

    Characters are counted without white space, so that line breaks and justification cannot matter.
    `key` is empty on a page without text of the book, such as a blank one.
    """

    key: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page. `label` is its folio ("iv", "12"); `piece` the slug of the piece that it belongs to."""

    label: str
    side: Literal["left", "right"]
    piece: str
    start: PageStart
    blank: bool = False


@dataclass(frozen=True, slots=True)
class PageMap:
    """Pages in order, and for each key the index of the page on which it begins."""

    pages: tuple[Page, ...]
    index_of: Mapping[str, int]

    def label_of(self, key: str) -> str:
        """The folio of the page on which this key begins; "" when it is not printed."""
        index = self.index_of.get(key)
        return "" if index is None else self.pages[index].label


EMPTY_PAGE_MAP = PageMap((), {})
