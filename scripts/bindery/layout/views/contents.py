"""The contents, dealt out to pages of at most five rows, so that few chapters also make a page that looks meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from bindery.layout.views.chapters import ContentsRow, ContentsView

# mm under the head of a page; source: the design, part 6.4: five rows of 40.
ROOM = 200.0
ROWS = 5
# Up to so many chapters go on one page with the key to the marks; more take facing pages.
ALONE = 4

# With so many rows a page has room for the page headings, in two columns.
DETAILED = 3

Detail = Literal["list", "columns", "none"]


@dataclass(frozen=True, slots=True)
class ContentsPage:
    """A page of the contents: its rows, their least height in mm, and how their page headings are shown.

    `side` is where the page has to begin: a single one on the right, facing ones on the left and on the right.
    """

    rows: tuple[ContentsRow, ...]
    height: float
    detail: Detail
    first: bool
    has_key: bool
    side: Literal["left", "right"]


def contents_pages(view: ContentsView) -> tuple[ContentsPage, ...]:
    """The pages of the contents."""
    rows = view.chapters
    if len(rows) <= ALONE:
        return (_alone(rows),)
    count = 2 * ceil(len(rows) / (2 * ROWS))
    size = ceil(len(rows) / count)
    return tuple(_facing(rows[i * size : (i + 1) * size], i, size) for i in range(count))


def _alone(rows: Sequence[ContentsRow]) -> ContentsPage:
    detail: Detail = "list" if len(rows) == 1 else "columns" if len(rows) <= DETAILED else "none"
    return ContentsPage(tuple(rows), 40.0, detail, first=True, has_key=True, side="right")


def _facing(rows: Sequence[ContentsRow], index: int, size: int) -> ContentsPage:
    height = ROOM / max(size, DETAILED)
    detail: Detail = "columns" if size <= DETAILED else "none"
    side: Literal["left", "right"] = "right" if index % 2 else "left"
    return ContentsPage(tuple(rows), height, detail, first=index == 0, has_key=index == 1, side=side)
