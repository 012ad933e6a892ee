"""The binder: finished parts made into one file, with one structure, one outline, and links from part to part."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from bindery.model.pages import PageMap
from bindery.pdf.crossing import target_of
from bindery.pdf.finish import saved
from bindery.pdf.imprint import Imprint
from bindery.pdf.metadata import describe, label_pages
from bindery.pdf.standards import VERSIONS, write_structure
from bindery.pdf.tree import Element, read_tree


def bind(parts: Sequence[bytes], imprint: Imprint, pages: PageMap) -> bytes:
    """The book of these parts, in this order. Pointers to other parts must lead to a key that one of them has."""
    with Pdf.new() as book:
        document = Element("Document", 0)
        destinations: dict[str, Object] = {}
        headings: list[Object] = []
        for part in parts:
            with Pdf.open(BytesIO(part)) as source:
                _add(book, source, document)
                destinations |= _destinations(book, source)
                headings += _headings(book, source)
        book.Root.MarkInfo = Dictionary(Marked=True)
        _name(book, destinations)
        _outline(book, headings)
        _join_pointers(book)
        write_structure(book, document, imprint)
        describe(book, imprint)
        label_pages(book, pages)
        return saved(book, VERSIONS[imprint.standard])


def _add(book: Pdf, source: Pdf, document: Element) -> None:
    """The pages of a part, and what they say in the order in which it is read."""
    if not book.pages:
        book.trailer.Info = book.copy_foreign(source.trailer.Info)
    for page in source.pages:
        book.pages.append(page)
    document.children += read_tree(source, bound_in=book).children


def _destinations(book: Pdf, source: Pdf) -> dict[str, Object]:
    names = source.Root.get("/Names", Dictionary()).get("/Dests")
    if names is None:
        return {}
    pairs = list(book.copy_foreign(source.make_indirect(names)).Names)
    return {str(key): place for key, place in zip(pairs[::2], pairs[1::2], strict=True)}


def _name(book: Pdf, destinations: dict[str, Object]) -> None:
    # A name tree is sorted by the bytes of its names.
    names = sorted((bytes(String(key)), place) for key, place in destinations.items())
    flat: list[Any] = [value for name, place in names for value in (String(name), place)]
    book.Root.Names = Dictionary(Dests=Dictionary(Names=Array(flat)))


def _headings(book: Pdf, source: Pdf) -> Iterator[Object]:
    """The top headings of a part's outline, each with all that hangs below it."""
    outline = source.Root.get("/Outlines")
    heading = book.copy_foreign(outline).get("/First") if outline is not None else None
    while heading is not None:
        yield heading
        heading = heading.get("/Next")


def _outline(book: Pdf, headings: Sequence[Object]) -> None:
    if not headings:
        return
    outline = book.make_indirect(Dictionary(Type=Name.Outlines, First=headings[0], Last=headings[-1]))
    for heading in headings:
        heading.Parent = outline
    for one, two in pairwise(headings):
        one.Next, two.Prev = two, one
    outline.Count = len(headings) + sum(max(int(heading.get("/Count", 0)), 0) for heading in headings)
    book.Root.Outlines = outline


def _join_pointers(book: Pdf) -> None:
    for page in book.pages:
        for annotation in page.obj.get("/Annots", ()):
            key = target_of(str(annotation.get("/A", Dictionary()).get("/URI", "")))
            if key:
                del annotation["/A"]
                annotation.Dest = String(key)
