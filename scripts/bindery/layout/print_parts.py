"""The printed book as parts: one document each."""

from collections.abc import Callable, Iterator, Set
from itertools import dropwhile

from bindery.layout.adjustments import Adjustments
from bindery.layout.part import PrintPart
from bindery.layout.print_face import PrintFace
from bindery.layout.templates import LAYOUTS, render
from bindery.layout.told import Asked
from bindery.model.book import Book, Piece
from bindery.model.settings import FrontMatter, PieceKind

FRONT, SECOND_HALF_TITLE, BACK = "front", "second-half-title", "back"
_LOOKED_UP = frozenset((PieceKind.GLOSSARY, PieceKind.SOURCES, PieceKind.PATHWAY_INDEX, PieceKind.INDEX))


class Composer:
    """Composes the parts of a book for one layout after another: anew only where what they were told has changed."""

    def __init__(self, face: Callable[[Adjustments], PrintFace]) -> None:
        """Compose with the face that the book has under given adjustments."""
        self._face = face
        self._known: dict[str, tuple[PrintPart, Asked]] = {}

    def parts(self, adjustments: Adjustments) -> tuple[PrintPart, ...]:
        """The parts of the book in order."""
        face = self._face(adjustments)
        return tuple(self._part(face, slug, pieces) for slug, pieces in part_pieces(face.book))

    def _part(self, face: PrintFace, slug: str, pieces: tuple[Piece, ...]) -> PrintPart:
        if slug not in self._known or not face.told.agrees(self._known[slug][1]):
            face.told.asked()
            self._known[slug] = _part(face, slug, pieces), face.told.asked()
        return self._known[slug][0]


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
    first_number = face.told.tell(_first_number, slug)
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
        filler=face.told.tell(_is_filled, slug),
        layouts=LAYOUTS.as_uri(),
        fonts_css=face.fonts_css,
    )
    return PrintPart(slug, html, "left" if starts_left else "right", slug == FRONT, floats)


def _first_number(adjustments: Adjustments, slug: str) -> int:
    return adjustments.first_numbers.get(slug, 1)


def _is_filled(adjustments: Adjustments, slug: str) -> bool:
    return slug in adjustments.fillers
