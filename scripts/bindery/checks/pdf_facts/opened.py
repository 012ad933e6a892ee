"""A PDF opened for the checks: once as objects (pikepdf), once as painted pages (pdfium)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

import pikepdf
import pypdfium2

from bindery.checks.pdf_facts.painted import PaintedPage, painted_page
from bindery.checks.verdict import Subject


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
    def painted(self) -> tuple[PaintedPage, ...]:
        """What is painted on each page."""
        return tuple(painted_page(self.pages, index) for index in range(len(self.pages)))

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
