"""By what a page is known again: all that is painted on it, in whatever file it stands."""

import hashlib
from collections.abc import Iterator

import pikepdf

# What leads from a page or an annotation to other pages, or tells its place among them, and paints nothing.
_ELSEWHERE = frozenset(
    (
        "/Parent",
        "/P",
        "/Popup",
        "/A",
        "/AA",
        "/Dest",
        "/PA",
        "/B",
        "/StructParent",
        "/StructParents",
        "/Metadata",
    )
)
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


def page_digests(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    """The SHA-256 of each page: of its content, of what that uses, and of the layers that the file shows.

    Empty for a page that uses something which uses itself, or that is nested too deeply: it is not known again.
    """
    reader = _Reader()
    for page in pdf.pages:
        try:
            layers = reader.digest(pdf.Root.get("/OCProperties"))
            inherited = (reader.digest(_inherited(page.obj, name)) for name in _INHERITED)
            yield _sum(layers, reader.digest(page.obj), *inherited)
        except (_Ring, RecursionError, pikepdf.PdfError):
            yield b""


def _inherited(page: pikepdf.Object, name: str) -> pikepdf.Object | None:
    """A property of a page that its parents may give; no more of them are asked than a tree of pages is deep."""
    node: pikepdf.Object | None = page
    for _ in range(50):
        if node is None or name in node:
            break
        node = node.get("/Parent")
    return None if node is None else node.get(name)


class _Ring(Exception):
    """An object that uses itself."""


class _Reader:
    """Adds up objects of one file, each once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}
        self._begun: set[tuple[int, int]] = set()

    def digest(self, thing: object) -> bytes:
        """The SHA-256 of an object and of all that it refers to. _Ring where it refers to itself."""
        if not isinstance(thing, pikepdf.Object):
            return _sum(repr(thing).encode())
        if not thing.is_indirect:
            return self._parts(thing)
        if thing.objgen not in self._known:
            if thing.objgen in self._begun:
                raise _Ring
            self._begun.add(thing.objgen)
            self._known[thing.objgen] = self._parts(thing)
        return self._known[thing.objgen]

    def _parts(self, thing: pikepdf.Object) -> bytes:
        if isinstance(thing, pikepdf.Array):
            return _sum(b"[", *(self.digest(part) for part in thing))
        if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            content = thing.read_raw_bytes() if isinstance(thing, pikepdf.Stream) else b""
            names = sorted(set(thing.keys()) - _ELSEWHERE)
            named = (part for name in names for part in (name.encode(), self.digest(thing[name])))
            return _sum(b"<", content, *named)
        return _sum(thing.unparse())


def _sum(*parts: bytes) -> bytes:
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8) + part)
    return total.digest()
