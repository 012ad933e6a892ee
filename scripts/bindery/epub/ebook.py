"""The e-book, from the numbered book to the bytes of its file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bindery.epub.documents import Document, documents
from bindery.epub.facts import facts_of
from bindery.epub.fonts import report_missing, subsets
from bindery.epub.metadata import identifier_of, metadata_of
from bindery.epub.package import File, Identity, Line, Spine, packed
from bindery.epub.pictures import Pictures
from bindery.epub.verify import verify
from bindery.findings import Place, Report
from bindery.layout.ebook_face import EbookFace
from bindery.layout.fonts import TypeCase
from bindery.layout.templates import layout_file, render
from bindery.layout.views.navigation import Entry
from bindery.model.numbered import NumberedBook
from bindery.model.pages import PageMap

LARGEST = 3 * 1024 * 1024
"""Bytes. Shops charge by size, and small readers open large books slowly."""
_XHTML = "application/xhtml+xml"
_CSS = "text/css"


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """The pages of the printed edition that the e-book marks, and the name of that edition."""

    pages: PageMap
    edition: str


def make_ebook(
    numbered: NumberedBook,
    printed: PrintedPages,
    cover: bytes,
    case: TypeCase,
    folder: Path,
    report: Report,
) -> bytes:
    """An EPUB 3.3 of a book that is numbered, is for the format epub, and carries its page marks.

    `printed` holds the page map that the marks were made from, or an empty one. `cover` is a PNG, `folder` is book/.
    Raises BrokenEbook for a fault of the press itself, OSError for a picture that is not there any more.
    """
    pictures = Pictures(numbered.book, folder)
    face = EbookFace(numbered, printed.pages, pictures)
    texts = documents(face)
    others = tuple(_others(texts, cover, case, pictures))
    verify(texts, printed.pages, frozenset(file.path for file in others))
    facts = facts_of(texts, "".join(file.content.decode() for file in others if file.media_type == _CSS))
    settings = numbered.book.settings
    identity = Identity(identifier_of(numbered.book), settings.title, settings.language, settings.date)
    metadata = metadata_of(numbered.book, facts, printed.edition)
    ebook = packed(identity, metadata, (*map(_file, texts), *others), tuple(_lines(face, face.entries())))
    _report(ebook, texts, numbered, printed, report)
    return ebook


def _file(document: Document) -> File:
    properties = ("nav",) * document.is_navigation + ("svg",) * document.has_drawings
    return File(f"text/{document.name}", _XHTML, document.content, properties, spine=_spine(document))


def _spine(document: Document) -> Spine:
    """What is linked from the text has to be in the spine, if only as an aside."""
    if document.linear:
        return "linear"
    return "" if document.is_navigation else "aside"


def _others(texts: Sequence[Document], cover: bytes, case: TypeCase, pictures: Pictures) -> Iterator[File]:
    yield File("css/made.css", _CSS, render("ebook/css/made.css.j2", fonts=case.files).encode())
    yield File("css/book.css", _CSS, layout_file("ebook/css/book.css"))
    yield File("images/cover.png", "image/png", cover, ("cover-image",))
    yield from (File(f"images/{file.name}", file.media_type, file.content) for file in pictures.files)
    yield from (File(f"fonts/{name}", "font/ttf", content) for name, content in subsets(case, texts))


def _lines(face: EbookFace, entries: Sequence[Entry]) -> Iterator[Line]:
    for entry in entries:
        yield Line(entry.label, f"text/{face.address(entry.key)}", tuple(_lines(face, entry.entries)))


def _report(
    ebook: bytes, texts: Sequence[Document], numbered: NumberedBook, printed: PrintedPages, report: Report
) -> None:
    report_missing(texts, numbered, report)
    if len(ebook) > LARGEST:
        size = f"the e-book has {len(ebook) / 1024 / 1024:.1f} MB"
        report.add("E001", size, Place("book/book.yaml"), "make its photographs smaller")
    if not printed.pages.pages and numbered.book.edition:
        place = Place(f"book/editions/{numbered.book.edition.name}.yaml")
        hint = "add a line to outputs: {format: pdf, profile: print, paper: a4}"
        report.add("E003", "the e-book names no pages, as nothing is printed", place, hint)
