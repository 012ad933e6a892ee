"""The printed book: pointers with page numbers, footnotes at the foot, one document a part."""

from collections.abc import Iterator, Set
from itertools import dropwhile
from pathlib import Path

from markupsafe import Markup

from bindery.layout.adjustments import Adjustments
from bindery.layout.part import PrintPart
from bindery.layout.print_views import PrintViews
from bindery.layout.templates import LAYOUTS, render
from bindery.model.blocks import Footnote
from bindery.model.book import Book, Piece
from bindery.model.inlines import CrossReference, FootnoteCall, Link
from bindery.model.node import walk
from bindery.model.numbered import NumberedBook
from bindery.model.settings import FrontMatter, PieceKind
from bindery.units import Paper

UNKNOWN_PAGE = "00"
FRONT, SECOND_HALF_TITLE, BACK = "front", "second-half-title", "back"
_LOOKED_UP = frozenset((PieceKind.GLOSSARY, PieceKind.SOURCES, PieceKind.PATHWAY_INDEX, PieceKind.INDEX))


class PrintFace(PrintViews):
    """The faces of print: `paper` gives the page, `adjustments` what the last layout has taught."""

    folder = "print"

    def __init__(
        self, numbered: NumberedBook, paper: Paper, adjustments: Adjustments, folder: Path, fonts_css: str
    ) -> None:
        """Show this book on this paper; `folder` is book/, `fonts_css` its @font-face rules."""
        super().__init__(numbered)
        self.paper = paper
        self.fonts_css = Markup(fonts_css)  # noqa: S704 - made of our own file names
        self._folder = folder
        self.adjustments = adjustments
        self.pages = adjustments.pages
        self._notes = {note.label: note for note in _footnotes(numbered.book.pieces)}

    def address(self, key: str) -> str:
        """Every part is bound into one document."""
        return f"#{key}"

    def page(self, key: str) -> str:
        """The folio in the last layout; `00` keeps the room before the first."""
        return self.pages.label_of(key) or self.nowhere

    @property
    def nowhere(self) -> str:
        """Keeps the room of a folio before the first layout."""
        return UNKNOWN_PAGE

    def asset(self, path: str) -> str:
        """The address of a picture, given from book/."""
        return (self._folder / path).as_uri()

    def lines(self, key: str, least: int) -> int:
        """How many lines room to write has: what its page has left for it, or `least`."""
        return self.adjustments.lines.get(key, self.adjustments.fewer.get(key, least))

    def cross_reference(self, reference: CrossReference, words: Markup) -> Markup:
        """`Collaboration map, page 14`; after a question `What happened? (page 14)`; `14` where it is bare."""
        target = self.numbered.targets[reference.target]
        if reference.bare:
            return Markup('<a class="xref" href="{}">{}</a>').format(
                self.address(target.key), self.page(target.key)
            )
        text = words or Markup('<span class="named">{}</span>').format(self.own_words(reference))
        link = Markup('<a class="xref" href="{}">{}</a>')
        shown = self.with_page(text, target.key, goes_on=reference.goes_on)
        return link.format(self.address(target.key), shown)

    def link(self, link: Link, words: Markup) -> Markup:
        """Words and, where they are not the address itself, the address behind them."""
        bare = link.address.split("://", 1)[-1].removeprefix("mailto:")
        shown = words if bare in str(words) else Markup("{} ({})").format(words, bare)
        return super().link(link, shown)

    def footnote_call(self, call: FootnoteCall) -> Markup:
        """The note itself; the engine moves it to the foot of the page and leaves the mark."""
        note = self._notes[call.label]
        body = Markup(" ").join(self._note_text(note))
        said = self.words.note.format(self.number(call.key)), self.words.back
        return Markup(
            '<span class="footnote" id="{}" data-call="{}" data-note="{}" data-back="{}">{}</span>'
        ).format(call.key, call.key, *said, body)

    def _note_text(self, note: Footnote) -> Iterator[Markup]:
        for block in note.blocks:
            yield self.inline(getattr(block, "inlines", ()))


def _footnotes(pieces: tuple[Piece, ...]) -> Iterator[Footnote]:
    for piece in pieces:
        yield from (node for node in walk(piece) if isinstance(node, Footnote))


def print_parts(face: PrintFace, slugs: Set[str] | None = None) -> tuple[PrintPart, ...]:
    """The parts of the printed book in order, or some of them."""
    wanted = (group for group in part_pieces(face.book) if slugs is None or group[0] in slugs)
    return tuple(_part(face, slug, pieces) for slug, pieces in wanted)


def part_pieces(book: Book) -> tuple[tuple[str, tuple[Piece, ...]], ...]:
    """The slug of each part of the printed book in order, and the pieces in it.

    Front matter, each piece of the body, back matter. What is looked up at the back of the book is a part of its own
    where text stands before it: nearly every line of it has a page number, and changes when one does.
    """
    lists = tuple(dropwhile(lambda piece: piece.kind not in _LOOKED_UP, book.back))
    text = book.back[: len(book.back) - len(lists)]
    back = [(BACK, text), (lists[0].slug, lists)] if text and lists else [(BACK, book.back)]
    groups = [(FRONT, book.front), *_body(book), *back]
    return tuple((slug, pieces) for slug, pieces in groups if pieces)


def cover_page(face: PrintFace) -> str:
    """The cover as a document of one page of 180 x 288 mm, for the e-book; "" when the book has no cover."""
    piece = next((piece for piece in face.book.pieces if piece.kind is PieceKind.COVER), None)
    if piece is None:
        return ""
    values = {"layouts": LAYOUTS.as_uri(), "fonts_css": face.fonts_css}
    return render("print/ebook-cover.html.j2", face=face, words=face.words, piece=piece, **values)


def _body(book: Book) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """The pieces of the body; a chapter opens on a left page, so a second half-title takes page 1 before the first."""
    if book.body and book.body[0].kind is PieceKind.CHAPTER:
        matter = FrontMatter(title=book.settings.title, kind=PieceKind.HALF_TITLE)
        place = book.body[0].place
        yield SECOND_HALF_TITLE, (Piece(SECOND_HALF_TITLE, place.file, matter, (), (), place),)
    yield from ((piece.slug, (piece,)) for piece in book.body)


def _part(face: PrintFace, slug: str, pieces: tuple[Piece, ...]) -> PrintPart:
    first_number = face.adjustments.first_numbers.get(slug, 1)
    floats = slug != BACK and pieces[0].kind in _LOOKED_UP
    starts_left = first_number % 2 == 0 if floats else pieces[0].kind is PieceKind.CHAPTER
    html = render(
        "print/part.html.j2",
        face=face,
        words=face.words,
        slug=slug,
        pieces=pieces,
        roman=slug == FRONT,
        starts_left=starts_left,
        first_number=first_number,
        filler=slug in face.adjustments.fillers,
        layouts=LAYOUTS.as_uri(),
        fonts_css=face.fonts_css,
    )
    return PrintPart(slug, html, "left" if starts_left else "right", slug == FRONT, floats)
