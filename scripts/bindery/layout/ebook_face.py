"""The e-book: one file a piece, pointers as links, printed pages as markers."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from markupsafe import Markup

from bindery.layout.face import Face
from bindery.model.blocks import Block, Footnote
from bindery.model.book import Book, Piece
from bindery.model.inlines import Citation, CrossReference, FootnoteCall, IndexMark, PageMark, Term
from bindery.model.node import walk
from bindery.model.numbered import NumberedBook
from bindery.model.pages import PageMap
from bindery.model.settings import PieceKind


class EbookFace(Face):
    """The face of the e-book. `pages` is the map of the printed edition, or an empty one."""

    folder = "ebook"

    def __init__(self, numbered: NumberedBook, pages: PageMap) -> None:
        """Show this book, and where its printed pages begin."""
        super().__init__(numbered)
        self.pages = pages
        self._files = dict(_files(numbered.book))
        self._inner_marks = {page.start.key: page.label for page in pages.pages if page.start.offset == 0}

    def file_of(self, piece: Piece) -> str:
        """The name of a piece's file in the package."""
        return f"{piece.slug}.xhtml"

    def address(self, key: str) -> str:
        """The file and the place in it; all files stand in one folder."""
        file = self._files[key]
        return file if file == f"{key}.xhtml" else f"{file}#{key}"

    def page(self, key: str) -> str:
        """The folio of a key in the printed edition, "" when it is not printed."""
        return self.pages.label_of(key)

    def asset(self, path: str) -> str:
        """The address of a picture in the package."""
        return f"../images/{PurePosixPath(path).name}"

    def mark(self, key: str) -> Markup:
        """The marker of the printed page that begins with a place which only templates know."""
        label = self._inner_marks.get(key)
        return self.page_mark(PageMark(label, f"page-{label}")) if label else Markup("")

    def page_mark(self, mark: PageMark) -> Markup:
        """Where a printed page begins."""
        return Markup(
            '<span epub:type="pagebreak" role="doc-pagebreak" id="{}" aria-label="{}"></span>'
        ).format(mark.anchor, mark.label)

    def cross_reference(self, reference: CrossReference, words: Markup) -> Markup:
        """A link; without words of its own it is called by its target's name."""
        text = words or Markup.escape(self.label(reference.target))
        return Markup('<a class="xref" href="{}">{}</a>').format(self.href(reference.target), text)

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


_KEYED = (Block, IndexMark, FootnoteCall, Term, Citation)


def _files(book: Book) -> Iterator[tuple[str, str]]:
    for piece in book.pieces:
        file = f"{piece.slug}.xhtml"
        yield piece.id, file
        yield from ((node.key, file) for node in walk(piece) if isinstance(node, _KEYED))
        if piece.kind is PieceKind.GLOSSARY:
            yield from ((f"glossary.{term.slug}", file) for term in book.glossary)
        if piece.kind is PieceKind.SOURCES:
            yield from ((f"sources.{work.key}", file) for work in book.works)
