"""The book as it is being written: proofs of what has changed at once, and then the whole, settled.

A proof is a few pages laid out once under the adjustments of the last layout: what a person has just written stands on
them, while a page number that points elsewhere may still be the old one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import takewhile
from pathlib import Path
from zipfile import ZipFile

from bindery.build.ebook import ebook_file
from bindery.build.printing import PressRoom, PrintedFile
from bindery.build.progress import Progress
from bindery.build.reading import read_book
from bindery.build.stages import A4
from bindery.findings import Report
from bindery.layout.adjustments import Adjustments
from bindery.layout.print_parts import part_pieces
from bindery.model.edition import Output
from bindery.model.numbered import NumberedBook
from bindery.model.pages import EMPTY_PAGE_MAP, PageMap
from bindery.pdf import Hands, Printed, Signature
from bindery.preview.changed import changed_keys
from bindery.preview.window import window_on
from bindery.units import PAPERS, Paper


@dataclass(frozen=True, slots=True)
class Leaf:
    """A printed page as it is shown: a page, counted from 0, of a PDF; its folio and its side."""

    pdf: bytes
    index: int
    label: str
    side: str


@dataclass(frozen=True, slots=True)
class Proofs:
    """The book on the desk: its pages, and the files of its e-book by their paths.

    `signatures` are the parts of the last whole layout by their slugs, in order, and `pages` and `adjustments` are
    theirs; `leaves` are what is shown. `written` are the keys of what has just been written, the innermost block first,
    and `leaf` is the index of the leaf on which it stands. `is_settled` tells whether every page number is right.
    """

    numbered: NumberedBook
    signatures: Mapping[str, Signature]
    pages: PageMap
    adjustments: Adjustments
    leaves: tuple[Leaf, ...]
    ebook: Mapping[str, bytes]
    written: tuple[str, ...] = ()
    leaf: int | None = None
    is_settled: bool = False

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
        """The pages around what has been written among the last ones; None where it is no matter of one chapter.

        Raises CannotGoOn likewise.
        """
        slug = _changed_part(numbered, last.numbered)
        if slug is None:
            return None
        before, output = last.signatures[slug].reading, _output(numbered)
        room = self._room(report)
        (part,) = room.parts(numbered, output, last.adjustments, {slug})
        # Where no block has changed, it is something at the head of the file.
        keys = changed_keys(numbered.book, last.numbered.book) or (_title_key(numbered, slug),)
        first_number = last.adjustments.first_numbers.get(slug, 1)
        window = window_on(part, before, keys, first_number) if before else None
        if window is None:
            return None
        (signature,) = room.proofs(numbered, output, (window.part,))
        place = _place(signature, keys)
        first = _first_leaf(last, slug) + window.first
        leaves = _exchanged(last.leaves, signature, first, max(place, window.place - window.first) + 1)
        return replace(
            last, numbered=numbered, leaves=leaves, written=keys, leaf=first + place, is_settled=False
        )

    def with_ebook(self, proofs: Proofs) -> Proofs:
        """The proofs with an e-book of the same text; where its printed pages begin is known later."""
        unread = Report()
        return replace(proofs, ebook=self._ebook(proofs, EMPTY_PAGE_MAP, self._room(unread)))

    def settled(self, numbered: NumberedBook, report: Report) -> Proofs:
        """The whole book, as a build would make it. Raises CannotGoOn likewise."""
        room = self._room(report)
        printed = room.print(numbered, _output(numbered)).printed
        signatures = {one.reading.slug: one for one in printed.signatures if one.reading}
        leaves = tuple(_leaves(printed))
        proofs = Proofs(numbered, signatures, printed.pages, printed.adjustments, leaves, {}, is_settled=True)
        return replace(proofs, ebook=self._ebook(proofs, printed.pages, room))

    def _room(self, report: Report) -> PressRoom:
        return PressRoom(self._root, self._hands, report, self._progress)

    def _ebook(self, proofs: Proofs, pages: PageMap, room: PressRoom) -> Mapping[str, bytes]:
        numbered, output = proofs.numbered, _output(proofs.numbered)
        face = room.face(numbered, output, proofs.adjustments)
        printed = PrintedFile("", output, Printed(b"", pages, proofs.adjustments), face)
        (book,) = ebook_file(numbered, printed, room).values()
        with ZipFile(BytesIO(book)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


def _leaves(printed: Printed) -> Iterator[Leaf]:
    pages = iter(printed.pages.pages)
    for signature in printed.signatures:
        for index in range(_length(signature)):
            page = next(pages)
            yield Leaf(signature.pdf, index, page.label, page.side)


def _length(signature: Signature) -> int:
    return len(signature.reading.pages) if signature.reading else 0


def _first_leaf(proofs: Proofs, slug: str) -> int:
    """The index of a part's first leaf."""
    before = takewhile(lambda each: each != slug, proofs.signatures)
    return sum(_length(proofs.signatures[each]) for each in before)


def _place(signature: Signature, keys: Sequence[str]) -> int:
    """The page of a proof on which the first of these keys stands."""
    pages = signature.reading.index_of if signature.reading else {}
    return next((pages[key] for key in keys if key in pages), 0)


def _exchanged(leaves: tuple[Leaf, ...], new: Signature, first: int, count: int) -> tuple[Leaf, ...]:
    """The leaves with the first pages of a proof in place of as many from `first` on; folios stay where they are."""
    old = leaves[first : first + min(count, _length(new))]
    changed = tuple(replace(leaf, pdf=new.pdf, index=index) for index, leaf in enumerate(old))
    return leaves[:first] + changed + leaves[first + len(changed) :]


def _output(numbered: NumberedBook) -> Output:
    """The first printed output of the edition."""
    outputs = numbered.book.chosen_for.outputs
    return next((output for output in outputs if output.format == "pdf"), A4)


def _title_key(numbered: NumberedBook, slug: str) -> str:
    """The key of the title of a part's first piece."""
    return f"{dict(part_pieces(numbered.book))[slug][0].id}.title"


def _changed_part(new: NumberedBook, old: NumberedBook) -> str | None:
    """The slug of the part that has changed; None where there are other parts than before, or several have changed."""
    before, now = dict(part_pieces(old.book)), dict(part_pieces(new.book))
    if tuple(before) != tuple(now) or _output(old) != _output(new):
        return None
    changed = [slug for slug, pieces in now.items() if pieces != before[slug]]
    return changed[0] if len(changed) == 1 else None
