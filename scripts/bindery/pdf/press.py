"""The press: lay out, look, adjust, and again, until a layout confirms itself; then bind."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bindery.findings import CannotGoOn, Place, Report
from bindery.layout.adjustments import Adjustments
from bindery.layout.part import PrintPart
from bindery.model.pages import PageMap
from bindery.pdf.bind import bind
from bindery.pdf.crew import Hands
from bindery.pdf.imprint import Imprint
from bindery.pdf.leftovers import report_leftovers
from bindery.pdf.letters import report_borrowed
from bindery.pdf.links import report_links, report_lost
from bindery.pdf.log import LAYOUTS, report_refusals, report_remarks
from bindery.pdf.readings import PartReading
from bindery.pdf.settle import settle
from bindery.pdf.signature import Signature
from bindery.pdf.task import PrintTask, Stopped
from bindery.store import give_back

# Books of five chapters settled in two to four passes; from the eighth on nothing but folios may still change.
PASSES = 12
FROZEN_FROM = 8
NO_GUESS = Adjustments()

Lay = Callable[[Adjustments], Sequence[PrintPart]]


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed book: the finished PDF, its pages, and the adjustments under which they confirmed themselves.

    `signatures` are the parts that it was bound of, in order.
    """

    pdf: bytes
    pages: PageMap
    adjustments: Adjustments
    signatures: tuple[Signature, ...] = ()


class Kept(Protocol):
    """Signatures from earlier layouts, of this build or of another."""

    def find(self, part: PrintPart, *, written: bool) -> Signature | None:
        """What came of this very part, written if that is asked for; None when it is not known."""

    def keep(self, part: PrintPart, signature: Signature) -> None:
        """Remember what came of a part."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What printing is done with: hands, the folders that the pages may use, and what is kept from earlier."""

    hands: Hands
    folders: tuple[Path, ...]
    kept: Kept


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed.

    `lay` makes the parts for given adjustments; `places` tells where each key stands in the source; `guess` are the
    adjustments of an earlier printing, and `first` those of the first layout of a book of which there was none.
    """

    lay: Lay
    places: Mapping[str, Place]
    imprint: Imprint
    guess: Adjustments = NO_GUESS
    first: Adjustments = NO_GUESS


def print_book(order: Order, workshop: Workshop, report: Report, progress: Callable[[str], None]) -> Printed:
    """The book as a finished PDF. `progress` is told in words what happens.

    What cannot be brought right is reported. Raises CannotGoOn after findings that are errors, and MachineError when
    the engine is of another version.
    """
    desk = _Desk(order, workshop, report, progress)
    parts, adjustments = desk.settled()
    signatures = desk.printed(parts, _all(parts))
    desk.report(parts, signatures, adjustments.pages)
    report.stop_if_errors()
    progress("bind")
    bound = bind([one.pdf for one in signatures], order.imprint, adjustments.pages)
    give_back()
    return Printed(bound, adjustments.pages, adjustments, tuple(signatures))


def proofs(
    parts: Sequence[PrintPart], order: Order, workshop: Workshop, report: Report
) -> Sequence[Signature]:
    """These parts printed once, to be looked at: a page number in them may be that of an earlier layout.

    Raises CannotGoOn after findings for what a part lacks.
    """
    return _Desk(order, workshop, report, lambda _: None).printed(parts, _all(parts))


def _all(parts: Sequence[PrintPart]) -> frozenset[str]:
    return frozenset(part.slug for part in parts)


class _Desk:
    """Where the parts of one book come together while it is printed."""

    def __init__(
        self, order: Order, workshop: Workshop, report: Report, progress: Callable[[str], None]
    ) -> None:
        self._lay, self._places = order.lay, order.places
        self._guess, self._first = order.guess, order.first
        self._workshop, self._report, self._progress = workshop, report, progress

    def settled(self) -> tuple[Sequence[PrintPart], Adjustments]:
        """The parts as they stand when nothing moves any more.

        A guess is taken only where the first layout confirms it. Otherwise the layouts begin from nothing, so that
        what was printed before cannot show in what is printed now.
        """
        guess = self._guess
        parts = self._lay(guess) if guess != NO_GUESS else ()
        if parts and self._is_likely(parts):
            self._progress("as the last time")
            step = settle(self._readings(parts, _all(parts)), guess, frozenset(), frozen=False)
            if step.adjustments == guess:
                return parts, guess
        return self._from_nothing()

    def _is_likely(self, parts: Sequence[PrintPart]) -> bool:
        """Whether the guess is of a book of the same parts, and does not tell a new one what only an old one knew."""
        guess, kept = self._guess, self._workshop.kept
        if guess.fewer or tuple(guess.first_numbers) != tuple(part.slug for part in parts):
            return False
        return all(part.slug in guess.steady or kept.find(part, written=False) for part in parts)

    def _from_nothing(self) -> tuple[Sequence[PrintPart], Adjustments]:
        adjustments, given_up, resting = self._first, frozenset[str](), frozenset[str]()
        for number in range(1, PASSES + 1):
            self._progress(f"pass {number}")
            parts = self._lay(adjustments)
            # Writing takes half as long as laying out, and where text has just moved it will move again.
            readings = self._readings(parts, resting)
            step = settle(readings, adjustments, given_up, frozen=number >= FROZEN_FROM)
            if step.adjustments == adjustments:
                return parts, adjustments
            adjustments, given_up, resting = step.adjustments, step.given_up, step.resting
        self._report.add("P014", f"the page numbers still changed after {PASSES} layouts", LAYOUTS)
        raise CannotGoOn

    def _readings(self, parts: Sequence[PrintPart], write: Container[str]) -> list[PartReading]:
        return [one.reading for one in self.printed(parts, write) if one.reading]

    def printed(self, parts: Sequence[PrintPart], write: Container[str]) -> list[Signature]:
        """The signatures of these parts, those with the slugs in `write` written.

        What any of them lacks is reported before the press stops for it.
        """
        known = {part: self._workshop.kept.find(part, written=part.slug in write) for part in parts}
        new = [part for part, signature in known.items() if signature is None]
        tasks = [PrintTask(part, self._workshop.folders, part.slug in write) for part in new]
        for part, done in zip(new, self._workshop.hands.print(tasks), strict=True):
            known[part] = self._accepted(part, done)
        signatures = [known[part] for part in parts]
        if not all(signatures):
            raise CannotGoOn
        return [signature for signature in signatures if signature]

    def _accepted(self, part: PrintPart, done: Signature | Stopped) -> Signature | None:
        if isinstance(done, Stopped):
            place = self._places.get(part.slug, LAYOUTS)
            self._report.add("P015", f'the part "{part.slug}" {done.reason}', place, "divide it")
            return None
        if done.is_whole:
            self._workshop.kept.keep(part, done)
            return done
        report_remarks(done.said, part.html, self._places, self._report)
        report_refusals(done.refused, part.html, self._places, self._report)
        return None

    def report(self, parts: Sequence[PrintPart], signatures: Sequence[Signature], pages: PageMap) -> None:
        """What there is to say of the layout that stays."""
        readings = [one.reading for one in signatures if one.reading]
        report_leftovers(readings, pages.label_of, self._places, self._report)
        for part, one in zip(parts, signatures, strict=True):
            report_remarks(one.said, part.html, self._places, self._report)
            report_borrowed(one.borrowed, part.html, self._places, self._report)
            report_links(one.addresses, part.html, self._places, self._report)
            report_lost(one.addresses, pages, part.html, self._places, self._report)
