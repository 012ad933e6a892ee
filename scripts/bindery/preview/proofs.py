"""The book as it is being written: proofs of what has changed at once, and then the whole, settled.

A proof is a part laid out once under the adjustments of the last layout: what a person has just written stands on it,
while a page number that points elsewhere may still be the old one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from bindery.build.ebook import ebook_file
from bindery.build.printing import PressRoom, PrintedFile
from bindery.build.progress import Progress
from bindery.build.reading import read_book
from bindery.build.stages import A4
from bindery.findings import Report
from bindery.layout.adjustments import Adjustments
from bindery.layout.print_face import part_pieces
from bindery.model.edition import Output
from bindery.model.numbered import NumberedBook
from bindery.model.pages import PageMap
from bindery.pdf import Hands, Printed, Signature, pages_of
from bindery.units import PAPERS, Paper

# Where more parts have changed than a person can have written at once, the whole book is laid out anyway.
MOST_PARTS = 3


@dataclass(frozen=True, slots=True)
class Proofs:
    """The book on the desk: its parts in order by their slugs, its pages, and the files of its e-book by their paths.

    `is_settled` tells whether every page number in it is right.
    """

    numbered: NumberedBook
    signatures: Mapping[str, Signature]
    pages: PageMap
    adjustments: Adjustments
    ebook: Mapping[str, bytes]
    is_settled: bool

    @property
    def paper(self) -> Paper:
        """The paper that it is printed on."""
        return PAPERS[_output(self.numbered).paper]


class ProofRoom:
    """Where an edition is read and printed again and again, by the same hands."""

    def __init__(self, edition: str, root: Path, hands: Hands, progress: Progress) -> None:
        """Work on this edition of the book in `root`."""
        self._edition, self._root, self._hands, self._progress = edition, root, hands, progress

    def read(self, report: Report) -> NumberedBook:
        """The book as its files are now. Raises CannotGoOn after findings that are errors."""
        return read_book(self._edition, self._root, report)

    def proof(self, numbered: NumberedBook, last: Proofs, report: Report) -> Proofs | None:
        """Proofs of the parts that have changed among the last ones; None where it is not a matter of a few parts.

        Raises CannotGoOn likewise.
        """
        slugs = _changed_parts(numbered, last.numbered)
        if not slugs:
            return None
        new = self._room(report).proofs(numbered, _output(numbered), last.adjustments, slugs)
        signatures = {**last.signatures, **{one.reading.slug: one for one in new if one.reading}}
        pages = pages_of(tuple(signatures.values()), last.adjustments.fillers)
        return replace(last, numbered=numbered, signatures=signatures, pages=pages, is_settled=False)

    def with_ebook(self, proofs: Proofs, report: Report) -> Proofs:
        """The proofs with an e-book of the same text."""
        return replace(proofs, ebook=self._ebook(proofs, self._room(report)))

    def settled(self, numbered: NumberedBook, report: Report) -> Proofs:
        """The whole book, as a build would make it. Raises CannotGoOn likewise."""
        room = self._room(report)
        printed = room.print(numbered, _output(numbered)).printed
        signatures = {one.reading.slug: one for one in printed.signatures if one.reading}
        proofs = Proofs(numbered, signatures, printed.pages, printed.adjustments, {}, is_settled=True)
        return replace(proofs, ebook=self._ebook(proofs, room))

    def _room(self, report: Report) -> PressRoom:
        return PressRoom(self._root, self._hands, report, self._progress)

    def _ebook(self, proofs: Proofs, room: PressRoom) -> Mapping[str, bytes]:
        numbered, output = proofs.numbered, _output(proofs.numbered)
        face = room.face(numbered, output, replace(proofs.adjustments, pages=proofs.pages))
        printed = Printed(b"", proofs.pages, proofs.adjustments)
        (book,) = ebook_file(numbered, PrintedFile("", output, printed, face), room).values()
        with ZipFile(BytesIO(book)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


def _output(numbered: NumberedBook) -> Output:
    """The first printed output of the edition."""
    outputs = numbered.book.chosen_for.outputs
    return next((output for output in outputs if output.format == "pdf"), A4)


def _changed_parts(new: NumberedBook, old: NumberedBook) -> frozenset[str]:
    """The slugs of the parts that have changed; none where there are other parts than before, or too many."""
    before, now = dict(part_pieces(old.book)), dict(part_pieces(new.book))
    if tuple(before) != tuple(now) or _output(old) != _output(new):
        return frozenset()
    changed = frozenset(slug for slug, pieces in now.items() if pieces != before[slug])
    return changed if len(changed) <= MOST_PARTS else frozenset()
