"""What a listener hears of a printed book, page by page: its structure in reading order, with its painted words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.pdf_text.nodes import Node, read_nodes

_HEADING = re.compile(r"H[1-9]?")
_PICTURE, _TABLE_HEAD = "Figure", "THead"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that one element has on one page (from 0); what they are of: a heading, the head of a table, a picture."""

    page: int
    element: int
    words: str
    is_heading: bool = False
    is_table_head: bool = False
    is_picture: bool = False


class PageWords:
    """The words of a PDF in reading order, page by page."""

    def __init__(self, opened: OpenedPdf) -> None:
        """Read the file; what is decoration, such as running heads, is left out."""
        self._structure = read_nodes(opened)
        self._stretches = tuple(_flat(self._structure))

    def page(self, index: int) -> tuple[Stretch, ...]:
        """The words of a page, in the order in which they are read."""
        return self._by_page.get(index, ())

    @cached_property
    def _by_page(self) -> dict[int, tuple[Stretch, ...]]:
        pages: dict[int, list[Stretch]] = {}
        for stretch in self._stretches:
            pages.setdefault(stretch.page, []).append(stretch)
        return {index: tuple(stretches) for index, stretches in pages.items()}


def _flat(node: Node, within: tuple[Node, ...] = ()) -> Iterator[Stretch]:
    kinds = [outer.kind for outer in (*within, node)]
    if node.kind == _PICTURE:
        yield Stretch(node.page, id(node), node.alt, is_picture=True)
    for child in node.children:
        if isinstance(child, Node):
            yield from _flat(child, (*within, node))
        else:
            is_heading = any(_HEADING.fullmatch(kind) for kind in kinds)
            in_head, in_picture = _TABLE_HEAD in kinds, _PICTURE in kinds
            yield Stretch(child.page, id(node), child.text, is_heading, in_head, in_picture)
