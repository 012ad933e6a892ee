"""The printed outputs of an edition, one after another."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from bindery.build.drawers import GUESSES, PICTURES, SIGNATURES, SUBSETS
from bindery.build.guesses import Guesses
from bindery.build.kept import KeptPictures, KeptSignatures
from bindery.build.progress import Progress
from bindery.findings import CannotGoOn, Place, Report
from bindery.layout.adjustments import Adjustments
from bindery.layout.fonts import TypeCase, font_face_css, font_files
from bindery.layout.foretold import foretold
from bindery.layout.part import PrintPart
from bindery.layout.print_face import PrintFace
from bindery.layout.print_parts import Composer, cover_page, print_parts
from bindery.layout.templates import LAYOUTS
from bindery.model.blocks import Block
from bindery.model.edition import Output
from bindery.model.node import walk
from bindery.model.numbered import NumberedBook
from bindery.numbering import for_format
from bindery.pdf import (
    Hands,
    Imprint,
    Order,
    PictureTask,
    Printed,
    Signature,
    Stopped,
    Workshop,
    print_book,
    proofs,
)
from bindery.store import cache_folder
from bindery.units import PAPERS


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A printed output: its name, what was printed, and the face that it was printed with."""

    name: str
    output: Output
    printed: Printed
    face: PrintFace


class PressRoom:
    """What all printed outputs of a build share: fonts cut once, hands, and what is kept of earlier builds."""

    def __init__(self, root: Path, hands: Hands, report: Report, progress: Progress) -> None:
        """Cut the fonts, when that has not been done before."""
        fonts = font_files(cache_folder(), lambda words: progress.stage(f"cutting the fonts: {words}"))
        self.case = TypeCase(fonts, SUBSETS)
        self._css = font_face_css(fonts)
        self.folder = root / "book"
        folders = (self.folder, LAYOUTS, *sorted({font.path.parent for font in fonts}))
        self.hands = hands
        self._workshop = Workshop(hands, folders, KeptSignatures(SIGNATURES, folders))
        self._pictures = KeptPictures(PICTURES, folders)
        self.report = report
        self.progress = progress

    def print(self, numbered: NumberedBook, output: Output) -> PrintedFile:
        """One output as a PDF. Raises CannotGoOn after findings that are errors."""
        book = for_format(numbered, "pdf")
        name, title = output.file_name(book.book.settings.slug), PAPERS[output.paper].title

        def tell(words: str) -> None:
            self.progress.stage(f"printing on {title}: {words}")

        guesses = Guesses(GUESSES, numbered.book.chosen_for.name, name)
        order = self._order(book, output, guesses.last())
        printed = print_book(order, self._workshop, self.report, tell)
        guesses.remember(printed.adjustments)
        return PrintedFile(name, output, printed, self._face(book, output, printed.adjustments))

    def parts(
        self, numbered: NumberedBook, output: Output, adjustments: Adjustments, slugs: Set[str]
    ) -> Sequence[PrintPart]:
        """The parts with these slugs, as they are to be printed under the adjustments of an earlier layout."""
        return print_parts(self.face(numbered, output, adjustments), slugs)

    def proofs(
        self, numbered: NumberedBook, output: Output, parts: Sequence[PrintPart]
    ) -> Sequence[Signature]:
        """Parts printed once, to be looked at; CannotGoOn likewise."""
        order = self._order(numbered, output, Adjustments())
        return proofs(parts, order, self._workshop, self.report)

    def face(self, numbered: NumberedBook, output: Output, adjustments: Adjustments) -> PrintFace:
        """The face of the book in this output."""
        return self._face(for_format(numbered, "pdf"), output, adjustments)

    def _face(self, book: NumberedBook, output: Output, adjustments: Adjustments) -> PrintFace:
        return PrintFace(book, PAPERS[output.paper], adjustments, self.folder, self._css)

    def _order(self, book: NumberedBook, output: Output, guess: Adjustments) -> Order:
        composer = Composer(lambda adjustments: self._face(book, output, adjustments))
        first = Adjustments(foretold(book))
        return Order(composer.parts, places_of(book), _imprint(book, output), guess, first)

    def cover(self, face: PrintFace, width: int) -> bytes:
        """The cover for the e-book, a PNG so many pixels wide. Raises CannotGoOn when it cannot be made."""
        task = PictureTask(cover_page(face), width, self._workshop.folders)
        done = self._pictures.find(task) or self.hands.picture(task)
        if isinstance(done, Stopped):
            self.report.add("P015", f"the cover {done.reason}", Place("layouts/print"))
            raise CannotGoOn
        self._pictures.keep(task, done)
        return done.png


def places_of(numbered: NumberedBook) -> Mapping[str, Place]:
    """Where each piece and each block was written, by its key."""
    places = {piece.id: piece.place for piece in numbered.book.pieces}
    return places | {node.key: node.place for node in walk(numbered.book) if isinstance(node, Block)}


def _imprint(numbered: NumberedBook, output: Output) -> Imprint:
    settings = numbered.book.settings
    title = f"{settings.title}: {settings.subtitle}" if settings.subtitle else settings.title
    return Imprint(
        title=title,
        authors=settings.authors,
        language=settings.language,
        date=settings.date,
        description=settings.description,
        subjects=settings.subjects,
        standard=output.standard,
    )
