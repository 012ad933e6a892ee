"""A PDF opened for the checks: once as objects (pikepdf), once as painted pages (pdfium)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

import pikepdf
import pypdfium2

from bindery.checks.pdf_facts.elements import Element, elements
from bindery.checks.pdf_facts.origins import Origins
from bindery.checks.pdf_facts.painted import PaintedPage
from bindery.checks.pdf_facts.seen import Seen, seen_pages
from bindery.checks.pdf_facts.sheet import Sheet, sheet
from bindery.checks.verdict import Subject, finding
from bindery.findings import Finding, Place


@dataclass(frozen=True)
class OpenedPdf:
    """A PDF under judgement. Open only inside `opened`."""

    subject: Subject
    pdf: pikepdf.Pdf
    pages: pypdfium2.PdfDocument

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The labels that a reader shows, page by page; empty ones where the file gives none."""
        if "/PageLabels" not in self.pdf.Root:
            return ("",) * len(self.pdf.pages)
        return tuple(str(page.label) for page in self.pdf.pages)

    @cached_property
    def seen(self) -> tuple[Seen, ...]:
        """What is seen of each page by itself."""
        return seen_pages(self.subject.path.read_bytes())

    @cached_property
    def painted(self) -> tuple[PaintedPage, ...]:
        """What is painted on each page."""
        return tuple(seen.painted for seen in self.seen)

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """The structure: every element, the last being the whole; nothing in a file without tags."""
        return elements(self.pdf)

    @cached_property
    def sheets(self) -> tuple[Sheet | None, ...]:
        """The paper of each page and where its text block stands; None for a paper that is none of ours."""
        return tuple(sheet(page.width, page.height, index) for index, page in enumerate(self.painted))

    @cached_property
    def _origins(self) -> Origins:
        return Origins(self.pdf, self.subject.expected.places)

    def origin(self, index: int, down: float) -> Place:
        """Where in the manuscript comes from what stands so far down a page; the file itself where that is unknown."""
        return self._origins.at(index, down) or self.subject.place()

    def finding(self, code: str, message: str, index: int, down: float = 0.0) -> Finding:
        """A finding about something so far down (mm) a page."""
        return finding(code, f"{message}, on {self.page_name(index)}", self.origin(index, down))

    def page_name(self, index: int) -> str:
        """What to call the page with this index, counted from 0."""
        label = self.labels[index]
        return f"page {index + 1} of the file" + (f" (folio {label})" if label else "")


@contextmanager
def opened(subject: Subject) -> Iterator[OpenedPdf]:
    """The PDF of this subject. pikepdf.PdfError or pypdfium2.PdfiumError when it cannot be opened."""
    with pikepdf.open(subject.path) as pdf, pypdfium2.PdfDocument(subject.path) as pages:
        yield OpenedPdf(subject, pdf, pages)


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary and stream of the file, those inside others too, each once."""
    for thing in pdf.objects:
        yield from _inside(thing)
    yield from _inside(pdf.trailer)


def _inside(thing: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The dictionaries in one object of the file, without following references out of it."""
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        yield thing
        for value in thing.values():
            yield from _direct(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            yield from _direct(value)


def _direct(value: object) -> Iterator[pikepdf.Object]:
    if isinstance(value, pikepdf.Object) and not value.is_indirect:
        yield from _inside(value)
