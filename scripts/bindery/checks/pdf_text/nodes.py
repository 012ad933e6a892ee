"""The structure of a PDF with the text that stands in it, as a screen reader has them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pikepdf

from bindery.checks.pdf_facts.opened import OpenedPdf

_LEVEL = (
    2.0  # mm by which the feet of two texts on one line may differ: letters hang down, figures are raised
)


_BROKEN = "\x02"  # what pdfium makes of a hyphen at the end of a line
_HYPHENS = ("-", "\u2010")


@dataclass(frozen=True, slots=True)
class Run:
    """Marked content: the index of its page, its text, its number there, and its foot in mm from the page's top."""

    page: int
    text: str
    number: int
    foot: float


@dataclass(frozen=True, slots=True)
class Node:
    """A structure element: its type, what is said in place of its content or of it, and what it holds.

    `page` is the index of the page on which it begins, -1 where it does not say. `alt`, `expansion` and `language`
    are empty where there are none.
    """

    kind: str
    page: int
    alt: str = ""
    expansion: str = ""
    language: str = ""
    children: "tuple[Node | Run, ...]" = ()


def read_nodes(opened: OpenedPdf) -> Node:
    """The structure with its text; an empty one for a file without."""
    root = opened.pdf.Root.get("/StructTreeRoot")
    return Node("Document", -1) if root is None else _Reader(opened).node(root, -1)


class _Reader:
    """Reads elements; each once, so that a ring of them ends."""

    def __init__(self, opened: OpenedPdf) -> None:
        self._pages = {page.obj.objgen: index for index, page in enumerate(opened.pdf.pages)}
        self._runs = _runs(opened)
        self._seen: set[tuple[int, int]] = set()

    def node(self, element: pikepdf.Object, page: int) -> Node:
        page = self._page(element, page)
        return Node(
            kind=str(element.get("/S", "/Document"))[1:],
            page=page,
            alt=str(element.get("/Alt", element.get("/ActualText", ""))),
            expansion=str(element.get("/E", "")),
            language=str(element.get("/Lang", "")),
            children=tuple(child for kid in _kids(element) for child in self._child(kid, page)),
        )

    def _child(self, kid: object, page: int) -> "Iterator[Node | Run]":
        if not isinstance(kid, pikepdf.Dictionary):
            yield from self._run(page, int(str(kid)))
        elif "/MCID" in kid:
            yield from self._run(self._page(kid, page), int(kid.MCID))
        elif kid.get("/Type") != "/OBJR" and kid.objgen not in self._seen:
            self._seen.add(kid.objgen)
            yield self.node(kid, page)

    def _page(self, thing: pikepdf.Object, page: int) -> int:
        return self._pages.get(thing.Pg.objgen, page) if "/Pg" in thing else page

    def _run(self, page: int, number: int) -> Iterator[Run]:
        if (page, number) in self._runs:
            yield self._runs[page, number]


def _kids(element: pikepdf.Object) -> list[object]:
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _runs(opened: OpenedPdf) -> dict[tuple[int, int], Run]:
    """The text of every marked content, by its page and number; what is painted without text is empty."""
    texts: dict[tuple[int, int], list[str]] = defaultdict(list)
    feet: dict[tuple[int, int], float] = {}
    for index, page in enumerate(opened.painted):
        for thing in page.things:
            if thing.content >= 0 and not thing.artifact:
                texts[index, thing.content].append(thing.text)
                feet.setdefault((index, thing.content), thing.bottom)
    return {
        (page, number): Run(page, "".join(text).replace(_BROKEN, "-"), number, feet[page, number])
        for (page, number), text in texts.items()
    }


def runs(node: Node) -> Iterator[Run]:
    """All marked content inside, in reading order."""
    for child in node.children:
        if isinstance(child, Run):
            yield child
        else:
            yield from runs(child)


def text(node: Node) -> str:
    """The text inside as one line: a space where another line begins, none after a hyphen."""
    return joined(list(runs(node)))


def joined(parts: Sequence[Run]) -> str:
    """The text of runs of one paragraph."""
    words = parts[0].text if parts else ""
    for before, run in pairwise(parts):
        same_line = before.page == run.page and abs(before.foot - run.foot) < _LEVEL
        words += run.text if same_line or words.endswith(_HYPHENS) else f" {run.text}"
    return " ".join(words.split())
