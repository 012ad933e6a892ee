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

# So many tabs have room at the edge of a page; the next chapter begins at the top again.
TABS = 14
# mm from one tab to the next; source: the design, part 3.
_TAB = 16

# With so many rows a page has room for the page headings, in two columns.
DETAILED = 3

Detail = Literal["list", "columns", "none"]


@dataclass(frozen=True, slots=True)
class ContentsPage:
    """A page of the contents: its rows, their least height in mm, and how their page headings are shown.

    `side` is where the page has to begin: a single one on the right, facing ones on the left and on the right.
    `tabs` are the chapters whose tabs its edge shows.
    """

    rows: tuple[ContentsRow, ...]
    height: float
    detail: Detail
    first: bool
    has_key: bool
    side: Literal["left", "right"]
    tabs: tuple[ContentsRow, ...]


def tab_down(number: int) -> int:
    """How far below the first tab the one of a chapter stands, in mm."""
    return (number - 1) % TABS * _TAB


def contents_pages(view: ContentsView) -> tuple[ContentsPage, ...]:
    """The pages of the contents."""
    rows = view.chapters
    if len(rows) <= ALONE:
        return (_alone(rows),)
    count = 2 * ceil(len(rows) / (2 * ROWS))
    size = ceil(len(rows) / count)
    return tuple(_facing(rows, i, size) for i in range(count))


def _alone(rows: Sequence[ContentsRow]) -> ContentsPage:
    detail: Detail = "list" if len(rows) == 1 else "columns" if len(rows) <= DETAILED else "none"
    return ContentsPage(tuple(rows), 40.0, detail, True, True, "right", _tabs(rows, rows))


def _facing(rows: Sequence[ContentsRow], index: int, size: int) -> ContentsPage:
    own = tuple(rows[index * size : (index + 1) * size])
    height = ROOM / max(size, DETAILED)
    detail: Detail = "columns" if size <= DETAILED else "none"
    side: Literal["left", "right"] = "right" if index % 2 else "left"
    return ContentsPage(own, height, detail, index == 0, index == 1, side, _tabs(rows, own))


def _tabs(rows: Sequence[ContentsRow], own: Sequence[ContentsRow]) -> tuple[ContentsRow, ...]:
    """The chapters of one turn of the tabs: those among which the first of the page's `own` is."""
    turns = [(row.number - 1) // TABS for row in own if row.number]
    return tuple(row for row in rows if row.number and turns and (row.number - 1) // TABS == turns[0])
