"""The e-book, from the numbered book to the bytes of its file."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bindery.epub.documents import Document, documents
from bindery.epub.facts import facts_of
from bindery.epub.fonts import css_of, font_files
from bindery.epub.metadata import identifier_of, metadata_of
from bindery.epub.package import File, Identity, Line, packed
from bindery.epub.pictures import Pictures
from bindery.epub.verify import verify
from bindery.findings import Place, Report
from bindery.layout.ebook_face import EbookFace
from bindery.layout.fonts import FontFile
from bindery.layout.templates import render
from bindery.layout.views.navigation import Entry
from bindery.model.numbered import NumberedBook
from bindery.model.pages import PageMap

LARGEST = 3 * 1024 * 1024
"""Bytes; some shops charge for sending by size, and small readers are slow with more."""


def make_ebook(
    numbered: NumberedBook,
    pages: PageMap,
    printed: str,
    cover: bytes,
    fonts: Sequence[FontFile],
    folder: Path,
    report: Report,
) -> bytes:
    """An EPUB 3.3 of a book that is numbered, is for the format epub, and carries its page marks.

    `pages` is the page map that the marks were made from (or an empty one), `printed` names that printed edition,
    `cover` is a PNG, `folder` is book/. Raises BrokenEbook for a fault of the press itself, OSError for a lost file.
    """
    pictures = Pictures(numbered.book, folder)
    face = EbookFace(numbered, pages, pictures)
    texts = documents(face)
    others = tuple(_others(texts, cover, fonts, pictures))
    verify(texts, pages, frozenset(file.path for file in others))
    facts = facts_of(texts, _css(others))
    settings = numbered.book.settings
    identity = Identity(identifier_of(numbered.book), settings.title, settings.language, settings.date)
    metadata = metadata_of(numbered.book, facts, printed)
    epub = packed(identity, metadata, (*map(_file, texts), *others), _lines(face, face.entries()))
    _weigh(epub, others, numbered, report)
    return epub
