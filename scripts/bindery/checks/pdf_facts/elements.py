"""The structure of a tagged file as a list: what each element is, and which marked contents stand in it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

Mark = tuple[int, int]
"""A marked content: the index of its page and its number on it."""


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element: its kind without the slash, its alternative text, all marked contents inside, in order."""

    kind: str
    alternative: str
    marks: tuple[Mark, ...]

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages on which it stands, in order."""
        return tuple(dict.fromkeys(page for page, _ in self.marks))


def elements(pdf: pikepdf.Pdf) -> tuple[Element, ...]:
    """Every element of the file, parents after what is in them; the last one holds everything in reading order."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return ()
    reader = _Reader({page.obj.objgen: index for index, page in enumerate(pdf.pages)})
    reader.read(root)
    return tuple(reader.found)


class _Reader:
    """Walks the tree without recursion: a hostile file may be nested as deeply as it likes."""

    def __init__(self, index_of: dict[tuple[int, int], int]) -> None:
        self.found: list[Element] = []
        self._index_of = index_of
        self._seen: set[tuple[int, int]] = set()

    def read(self, root: pikepdf.Object) -> None:
        """Read all below the root."""
        open_ones: list[tuple[pikepdf.Object, int, list[Mark], Iterator[pikepdf.Object | int]]] = []
        element: pikepdf.Object | None = root
        page = -1
        while element is not None or open_ones:
            if element is not None:
                page = self._page(element, page)
                open_ones.append((element, page, [], iter(_kids(element))))
            element, page = self._next_kid(open_ones)

    def _next_kid(
        self, open_ones: list[tuple[pikepdf.Object, int, list[Mark], Iterator[pikepdf.Object | int]]]
    ) -> tuple[pikepdf.Object | None, int]:
        """The next element to go into; the innermost is closed when it has no more."""
        element, page, marks, kids = open_ones[-1]
        for kid in kids:
            if isinstance(kid, int):
                marks.append((page, kid))
            elif "/MCID" in kid:
                marks.append((self._page(kid, page), int(kid.MCID)))
            elif "/S" in kid and self._is_new(kid):
                return kid, page
        open_ones.pop()
        self.found.append(_element(element, marks))
        if open_ones:
            open_ones[-1][2].extend(marks)
        return None, page

    def _is_new(self, element: pikepdf.Object) -> bool:
        known = element.is_indirect and element.objgen in self._seen
        if element.is_indirect:
            self._seen.add(element.objgen)
        return not known

    def _page(self, element: pikepdf.Object, otherwise: int) -> int:
        return self._index_of.get(element.Pg.objgen, otherwise) if "/Pg" in element else otherwise


def _kids(element: pikepdf.Object) -> list[pikepdf.Object | int]:
    kids = element.get("/K")
    if kids is None:
        return []
    each = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid if isinstance(kid, pikepdf.Dictionary) else int(kid) for kid in each]


def _element(element: pikepdf.Object, marks: list[Mark]) -> Element:
    text = str(element.get("/Alt", "")) or str(element.get("/ActualText", ""))
    return Element(str(element.get("/S", "")).removeprefix("/"), text.strip(), tuple(marks))
