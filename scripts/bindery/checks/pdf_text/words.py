"""What a listener hears of a printed book, page by page: its structure in reading order, with its painted words."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf

from bindery.checks.letters import letters
from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.pdf_text.nodes import Node, read_nodes

_HEADING = re.compile(r"H[1-9]?")
_PICTURE, _TABLE_HEAD = "Figure", "THead"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that one element has on one page (from 0); what they are of: a heading, the head of a table, a picture."""

    page: int
    element: int
    words: str
    is_heading: bool = False
    is_table_head: bool = False
    is_picture: bool = False


class PrintedWords:
    """The words of a PDF in reading order, and the pages of its named places."""

    def __init__(self, opened: OpenedPdf) -> None:
        """Read the file; what is decoration, such as running heads, is left out."""
        self._opened = opened
        self._structure = read_nodes(opened)
        self._page_of = {page.obj.objgen: index for index, page in enumerate(opened.pdf.pages)}
        self.passages = tuple(_flat(self._structure))

    def page(self, index: int) -> tuple[Passage, ...]:
        """The words of a page, in the order in which they are read."""
        return self._by_page.get(index, ())

    def says(self, words: str, page: int, reach: int) -> bool:
        """Whether these words begin on this page, or on one of the next `reach` ones."""
        wanted = letters(words)
        start = self._starts[min(page, len(self._starts) - 1)]
        for _ in range(_MOST_TRIES):
            found = self._letters.find(wanted, start)
            if found < 0:
                return False
            on = self._pages[bisect_right(self._begins, found) - 1]
            if page <= on <= page + reach:
                return True
            start = found + 1
        return False

    @cached_property
    def places(self) -> dict[str, int]:
        """The page (from 0) of every named place."""
        names = self._opened.pdf.Root.get("/Names", pikepdf.Dictionary())
        if "/Dests" not in names:
            return {}
        found = ((str(name), _explicit(place)) for name, place in pikepdf.NameTree(names.Dests).items())
        return {name: self._page_of[page] for name, page in found if page in self._page_of}

    @cached_property
    def _by_page(self) -> dict[int, tuple[Passage, ...]]:
        pages: dict[int, list[Passage]] = {}
        for passage in self.passages:
            pages.setdefault(passage.page, []).append(passage)
        return {index: tuple(runs) for index, runs in pages.items()}

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(letters(passage.words) for passage in self.passages)

    @cached_property
    def _letters(self) -> str:
        return "".join(self._texts)

    @cached_property
    def _begins(self) -> tuple[int, ...]:
        """Where in all letters each passage begins."""
        begins, here = [], 0
        for text in self._texts:
            begins.append(here)
            here += len(text)
        return tuple(begins)

    @cached_property
    def _pages(self) -> tuple[int, ...]:
        return tuple(passage.page for passage in self.passages)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where in all letters the first passage of each page, or of a later one, begins."""
        starts = [len(self._letters)] * len(self._opened.pdf.pages)
        for begin, page in zip(self._begins, self._pages, strict=True):
            starts[page] = min(starts[page], begin)
        for index in range(len(starts) - 2, -1, -1):
            starts[index] = min(starts[index], starts[index + 1])
        return tuple(starts)


_MOST_TRIES = 200
"""A phrase that stands in so many places before its own is not looked for any further."""


def _flat(node: Node, within: tuple[Node, ...] = ()) -> Iterator[Passage]:
    kinds = [outer.kind for outer in (*within, node)]
    if node.kind == _PICTURE:
        yield Passage(node.page, id(node), node.alt, is_picture=True)
    for child in node.children:
        if isinstance(child, Node):
            yield from _flat(child, (*within, node))
        else:
            is_heading = any(_HEADING.fullmatch(kind) for kind in kinds)
            in_head, in_picture = _TABLE_HEAD in kinds, _PICTURE in kinds
            yield Passage(child.page, id(node), child.text, is_heading, in_head, in_picture)


def _explicit(place: pikepdf.Object) -> tuple[int, int]:
    """The page object of a destination."""
    array = place.get("/D") if isinstance(place, pikepdf.Dictionary) else place
    first = array[0] if isinstance(array, pikepdf.Array) and len(array) else None
    return first.objgen if isinstance(first, pikepdf.Dictionary) else (0, 0)
