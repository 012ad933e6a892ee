"""PDF/UA-2 (ISO 14289-2): types with their namespaces, places that are elements, and elements that name each other."""

from collections.abc import Iterator, Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from bindery.pdf.destinations import add_destinations, destinations
from bindery.pdf.notes import call_of
from bindery.pdf.tree import Annotation, Child, Element, elements

_OF_PDF_2 = "http://iso.org/pdf2/ssn"
_OF_PDF_1_7 = "http://iso.org/pdf/ssn"
# Types that PDF 2.0 has left to its forerunner.
_OLD = frozenset(("Art", "BlockQuote", "Code", "Index", "Note", "Quote", "Reference", "TOC", "TOCI"))
_NEW_NAMES = {"Note": "FENote"}

Made = Mapping[int, Object]


def prepare(pdf: Pdf, document: Element) -> None:
    """Give every element its type of PDF 2.0 and its namespace, before the structure is written."""
    new, old = (
        pdf.make_indirect(Dictionary(Type=Name.Namespace, NS=String(ns))) for ns in (_OF_PDF_2, _OF_PDF_1_7)
    )
    for element in elements(document):
        element.kind = _NEW_NAMES.get(element.kind, element.kind)
        element.entries["/NS"] = old if element.kind in _OLD else new
        element.children = list(_captioned(element.children))
        if element.kind == "L":
            _number(element)


def _captioned(children: list[Child]) -> Iterator[Child]:
    """A figure holds its caption."""
    figure: Element | None = None
    for child in children:
        if isinstance(child, Element) and child.kind == "Caption" and figure is not None:
            figure.children.append(child)
            continue
        figure = child if isinstance(child, Element) and child.kind == "Figure" else None
        yield child


def _number(element: Element) -> None:
    """A list with labels says what they are; terms are no numbers."""
    if "/A" in element.entries and element.entries["/A"].ListNumbering == Name("/None"):
        element.entries["/A"].ListNumbering = Name.Description


def connect(pdf: Pdf, document: Element, made: Made) -> None:
    """Let links, bookmarks, contents and notes name elements, after the structure has been written.

    `made` has the PDF object of every element by its `id()`.
    """
    root = pdf.Root.StructTreeRoot
    spaces = {made[id(element)].NS.objgen: made[id(element)].NS for element in elements(document)}
    root.Namespaces = Array(list(spaces.values()))
    named = {name: made[id(element)] for element in elements(document) for name in element.names}
    _place_names(pdf, named)
    _place_bookmarks(pdf, [made[id(element)] for element in elements(document) if element.origin.bookmark])
    for element in elements(document):
        targets = [named[name] for name in _led_to(element) if name in named]
        if targets:
            made[id(element)].Ref = Array(targets)


def _place_names(pdf: Pdf, named: Mapping[str, Object]) -> None:
    """Let every name say which element it is, besides where on which page."""
    places = destinations(pdf)
    add_destinations(
        pdf,
        {
            name: Dictionary(D=place, SD=_at(named[name], place))
            for name, place in places.items()
            if name in named
        },
    )


def _place_bookmarks(pdf: Pdf, headings: list[Object]) -> None:
    """Let every bookmark lead to its heading. ValueError when they are not as many."""
    for entry, heading in zip(list(_entries(pdf)), headings, strict=True):
        place = entry.Dest
        entry.A = Dictionary(S=Name.GoTo, D=place, SD=_at(heading, place))
        del entry.Dest


def _entries(pdf: Pdf) -> Iterator[Object]:
    """The bookmarks in their order."""
    waiting = [pdf.Root.get("/Outlines", Dictionary()).get("/First")]
    while waiting:
        entry = waiting.pop()
        if entry is not None:
            yield entry
            waiting += [entry.get("/Next"), entry.get("/First")]


def _at(element: Object, place: Object) -> Object:
    """The same place, said of an element instead of a page."""
    return Array([element, *list(place)[1:]])


def _led_to(element: Element) -> Iterator[str]:
    """The names of the elements to which a line of contents, the call of a footnote or the footnote refers."""
    if element.kind == "FENote":
        yield call_of(element.origin.call)
    elif element.kind == "TOCI" or element.origin.call:
        yield from (str(link.target.Dest) for link in _own_links(element) if "/Dest" in link.target)


def _own_links(element: Element) -> Iterator[Annotation]:
    for child in element.children:
        if isinstance(child, Annotation):
            yield child
        elif isinstance(child, Element) and child.kind != "TOC":
            yield from _own_links(child)
