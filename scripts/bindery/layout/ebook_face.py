"""The e-book: one file a piece, pointers as links, printed pages as markers."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from markupsafe import Markup

from bindery.layout.ebook_views import EbookViews
from bindery.layout.page_marks import anchor_of
from bindery.layout.page_places import PagePlaces, ebook_pieces, made_lines
from bindery.layout.views.indexes import Locator, locators
from bindery.model.blocks import Block, Footnote
from bindery.model.book import Piece
from bindery.model.course_blocks import Figure
from bindery.model.inlines import Citation, CrossReference, FootnoteCall, IndexMark, PageMark, Term
from bindery.model.node import walk
from bindery.model.numbered import IndexEntry, NumberedBook
from bindery.model.pages import PageMap
from bindery.model.settings import PieceKind


class PictureSource(Protocol):
    """Where the pictures of the book come from, ready to stand in a document."""

    def markup(self, source: str, name: str, description: str) -> Markup:
        """The picture at a path from book/; `name` begins the ids in it, `description` is its alternative text."""

    def halves(self, source: str, name: str, description: str) -> tuple[Markup, ...]:
        """A drawing whose words are too small for a small screen, in two parts; none for any other picture."""

    def has_words(self, source: str) -> bool:
        """Whether there is text in the picture."""


class EbookFace(EbookViews):
    """The face of the e-book. The book carries its page marks; `pages` is the map that they were made from."""

    folder = "ebook"

    def __init__(self, numbered: NumberedBook, pages: PageMap, pictures: PictureSource) -> None:
        """Show this book, and where its printed pages begin."""
        super().__init__(numbered)
        self.pages = pages
        self._pictures = pictures
        self._files = dict(_files(numbered))
        self._marks, self._page_files = _page_marks(numbered, pages)

    def file_of(self, piece: Piece) -> str:
        """The name of a piece's file; all documents lie in one folder."""
        return _file_of(piece)

    def address(self, key: str) -> str:
        """The file of a key and the place in it; "" when it is not in the e-book."""
        file = self._files.get(key, "")
        return file if file == f"{key}.xhtml" or not file else f"{file}#{key}"

    def leads(self, target: str) -> bool:
        """Whether an author's id is in the e-book."""
        return target in self.numbered.targets and bool(self.href(target))

    def page(self, key: str) -> str:
        """The folio of a key in the printed edition, "" when it is not printed."""
        return self.pages.label_of(key)

    def locators(self, entry: IndexEntry) -> tuple[Locator, ...]:
        """The pages of a line of the index, for the places that are in the e-book."""
        keys = [key for key in entry.keys if self.address(key)]
        return locators(keys, self.pages, self.nowhere)

    @property
    def nowhere(self) -> str:
        """What only the e-book has is on no printed page."""
        return self.words.e_book

    def page_address(self, label: str) -> str:
        """The address of the marker of a printed page."""
        return f"{self._page_files[label]}#{anchor_of(label)}"

    def linked(self, key: str, words: str) -> Markup:
        """Words, linked to the printed page of a key where there is one."""
        label = self.page(key)
        if not label:
            return Markup.escape(words)
        return Markup('<a class="page" href="{}">{}</a>').format(self.page_address(label), words)

    def on_printed_page(self, key: str, sentence: str, otherwise: str = "") -> Markup:
        """A sentence with a link to the printed page of a key in it; another one when that is not printed."""
        if not self.page(key):
            return Markup.escape(otherwise)
        return Markup.escape(sentence).format(self.linked(key, self.on_page(key)))

    def picture(self, source: str, name: str, description: str) -> Markup:
        """A picture at a path from book/, with its alternative text."""
        return self._pictures.markup(source, name, description)

    def has_words(self, source: str) -> bool:
        """Whether there is text in this picture."""
        return self._pictures.has_words(source)

    def halves(self, figure: Figure) -> tuple[Markup, ...]:
        """A figure whose words are too small for a small screen, in two parts."""
        return self._pictures.halves(figure.src, self.larger_name(figure), figure.alt)

    def larger_name(self, figure: Figure) -> str:
        """The name of the document in which the halves of a figure stand."""
        return f"larger.{figure.key}"

    def mark(self, key: str) -> Markup:
        """The markers of the printed pages that begin with a place which only templates know."""
        return Markup("").join(self.page_mark(mark) for mark in self._marks.get(key, ()))

    def page_mark(self, mark: PageMark) -> Markup:
        """Where a printed page begins."""
        return Markup(
            '<span epub:type="pagebreak" role="doc-pagebreak" id="{}" aria-label="{}"></span>'
        ).format(mark.anchor, mark.label)

    def cross_reference(self, reference: CrossReference, words: Markup) -> Markup:
        """A link with the printed page; without words it is called by its target's name, or its page where bare."""
        key = self.numbered.targets[reference.target].key
        bare = Markup.escape(self.page(key)) if reference.bare else Markup()
        text = words or Markup.escape(self.own_words(reference))
        address = self.href(reference.target)
        if not address:
            return bare or text
        shown = bare or self.with_page(text, key, goes_on=reference.goes_on)
        return Markup('<a class="xref" href="{}">{}</a>').format(address, shown)

    def term(self, term: Term, words: Markup) -> Markup:
        """A word that the glossary explains, linked to its entry."""
        target = self._entries.get(term.slug, "")
        if not target:
            return Markup('<span id="{}">{}</span>').format(term.key, words)
        return Markup(
            '<a class="term" epub:type="glossref" role="doc-glossref" id="{}" href="{}">{}</a>'
        ).format(term.key, target, words)

    def citation(self, citation: Citation, words: Markup) -> Markup:
        """A pointer to a work, linked to the sources."""
        target = self.address(f"sources.{citation.reference}")
        words = words or Markup.escape(self.own_words(citation))
        if not target:
            return Markup('<span id="{}">{}</span>').format(citation.key, words)
        return Markup(
            '<a class="citation" epub:type="biblioref" role="doc-biblioref" id="{}" href="{}">{}</a>'
        ).format(citation.key, target, words)

    def footnote_call(self, call: FootnoteCall) -> Markup:
        """A link to the note at the end of the piece."""
        return Markup(
            '<a epub:type="noteref" role="doc-noteref" class="noteref" id="{}" href="#{}.note">{}</a>'
        ).format(call.key, call.key, self.number(call.key))

    def notes(self, piece: Piece) -> tuple[tuple[FootnoteCall, Footnote], ...]:
        """The footnotes of a piece in the order of their calls."""
        notes = {note.label: note for note in piece.footnotes}
        calls = (node for node in walk(piece) if isinstance(node, FootnoteCall))
        return tuple((call, notes[call.label]) for call in calls)

    @cached_property
    def _entries(self) -> dict[str, str]:
        """Every spelling of a term -> the address of its entry in the glossary."""
        terms = self.book.glossary
        return {slug: self.address(f"glossary.{term.slug}") for term in terms for slug in term.slugs}


def _page_marks(
    numbered: NumberedBook, pages: PageMap
) -> tuple[Mapping[str, Sequence[PageMark]], Mapping[str, str]]:
    """The markers that templates write, by their places; and the file in which each page begins, by its label."""
    places = PagePlaces(numbered)
    marks: dict[str, list[PageMark]] = {}
    files: dict[str, str] = {}
    for page, spot in zip(pages.pages, places.spots(pages), strict=True):
        place = places.by_key[spot.key]
        files[page.label] = _file_of(place.piece)
        if place.block is None:
            marks.setdefault(spot.key, []).append(PageMark(page.label, anchor_of(page.label)))
    return marks, files


def _file_of(piece: Piece) -> str:
    return f"{piece.slug}.xhtml"


_KEYED = (Block, IndexMark, FootnoteCall, Term, Citation)


def _files(numbered: NumberedBook) -> Iterator[tuple[str, str]]:
    for piece in ebook_pieces(numbered):
        file = _file_of(piece)
        yield piece.id, file
        if piece.kind is PieceKind.COVER:
            continue
        yield from ((node.key, file) for node in walk(piece) if isinstance(node, _KEYED))
        yield from ((key, file) for key in made_lines(piece, numbered))
