"""Folios and sides: every part's pages, counted through the book."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from bindery.model.pages import Page, PageMap
from bindery.pdf.readings import PartReading, Side

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of the book a part takes. `pages` counts what it has by itself, without a filler at its end.

    `first_side` is None where it may begin on either side.
    """

    slug: str
    pages: int
    first_side: Side | None
    roman: bool


@dataclass(frozen=True, slots=True)
class Numbering:
    """What follows from the extents: which parts need a filler page at their end, and each part's first number."""

    fillers: frozenset[str]
    first_numbers: dict[str, int]


def roman(number: int) -> str:
    """A number from 1 to 399 in small Roman figures."""
    figures = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        figures += sign * times
    return figures


def folio(number: int, *, in_roman: bool) -> str:
    """What is printed on the page of this number."""
    return roman(number) if in_roman else str(number)


def number_parts(extents: Sequence[Extent]) -> Numbering:
    """Fillers and first numbers, so that sides alternate and every right-hand page has an odd number.

    The book begins on a right-hand page. Numbers go on from part to part; where they change from Roman to Arabic
    (or back) they begin again: at 1 on a right-hand page, at 2 on a left-hand one. ValueError when the first part
    asks to begin on the left.
    """
    if extents and extents[0].first_side == "left":
        raise ValueError("the first page of a book is a right-hand page")
    fillers: set[str] = set()
    first_numbers: dict[str, int] = {}
    following = 1
    for extent, after in zip_longest(extents, extents[1:]):
        first_numbers[extent.slug] = following
        following += extent.pages
        if after and after.first_side and after.first_side != _side(following):
            fillers.add(extent.slug)
            following += 1
        if after and after.roman != extent.roman:
            following = 1 if _side(following) == "right" else 2
    return Numbering(frozenset(fillers), first_numbers)


def _side(number: int) -> Side:
    return "right" if number % 2 else "left"


def extent_of(part: PartReading, old_fillers: frozenset[str]) -> Extent:
    """The extent of a part that was laid out with these fillers."""
    pages = len(part.pages) - (part.slug in old_fillers)
    return Extent(part.slug, pages, None if part.floats else part.first_side, part.roman)


def page_map(parts: Sequence[PartReading], numbering: Numbering) -> PageMap:
    """The pages as they were laid out, with the folios that the numbering gives them."""
    pages: list[Page] = []
    index_of: dict[str, int] = {}
    for part in parts:
        for key, index in part.index_of.items():
            index_of.setdefault(key, index + len(pages))
        first = numbering.first_numbers[part.slug]
        pages.extend(
            Page(folio(first + index, in_roman=part.roman), page.side, page.piece, page.start, page.blank)
            for index, page in enumerate(part.pages)
        )
    return PageMap(tuple(pages), index_of)
