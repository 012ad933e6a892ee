"""The documents of the e-book: one a piece, each well-formed XHTML."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from bindery.layout.ebook_face import EbookFace
from bindery.layout.templates import render
from bindery.model.settings import PieceKind

XHTML = "http://www.w3.org/1999/xhtml"
SVG = "http://www.w3.org/2000/svg"
OPS = "http://www.idpf.org/2007/ops"
NAVIGATION = "nav.xhtml"
_NAMESPACES = {"h": XHTML, "svg": SVG, "epub": OPS}


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its file name in text/, its bytes, and its elements. `linear`: it is read in its turn."""

    name: str
    content: bytes
    root: etree._Element
    is_navigation: bool = False
    linear: bool = True

    def found(self, path: str) -> list[etree._Element]:
        """The elements at an XPath with the prefixes h, svg and epub."""
        found = self.root.xpath(path, namespaces=_NAMESPACES)
        return [element for element in found if isinstance(element, etree._Element)]

    @property
    def has_drawings(self) -> bool:
        """Whether SVG stands in it, which the manifest has to say."""
        return bool(self.found("//svg:svg"))

    @property
    def words(self) -> str:
        """Its text."""
        return "".join(str(text) for text in self.root.itertext())


def documents(face: EbookFace) -> tuple[Document, ...]:
    """All documents in reading order: the pieces, then what is not read in turn.

    The contents are the navigation too; a book without them has one of its own, which is not in the reading order.
    """
    return tuple(_documents(face))


def _documents(face: EbookFace) -> Iterator[Document]:
    has_contents = False
    for piece in face.pieces:
        is_navigation = piece.kind is PieceKind.CONTENTS and not has_contents
        has_contents |= is_navigation
        html = render("ebook/page.xhtml.j2", face=face, words=face.words, piece=piece)
        yield _document(face.file_of(piece), html, is_navigation=is_navigation)
    for piece, figure in face.figures():
        if face.halves(figure):
            html = render("ebook/figure.xhtml.j2", face=face, words=face.words, piece=piece, figure=figure)
            yield _document(f"{face.larger_name(figure)}.xhtml", html, linear=False)
    if not has_contents:
        html = render("ebook/nav.xhtml.j2", face=face, words=face.words)
        yield _document(NAVIGATION, html, is_navigation=True, linear=False)


def _document(name: str, html: str, *, is_navigation: bool = False, linear: bool = True) -> Document:
    content = html.encode()
    return Document(name, content, etree.fromstring(content), is_navigation, linear)
