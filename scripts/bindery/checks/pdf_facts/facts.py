"""The judge of PDF files that needs nothing but Python: one short list of facts."""

from collections.abc import Callable, Iterator, Sequence

import pikepdf
import pypdfium2

from bindery.checks.pdf_facts import (
    active,
    area,
    breaks,
    colours,
    document,
    fonts,
    glyphs,
    links,
    overlaps,
    page_numbers,
    pictures,
    room,
    ruling,
    structure,
)
from bindery.checks.pdf_facts.opened import OpenedPdf, opened
from bindery.checks.pdf_text import book_text
from bindery.checks.programs import package_versions
from bindery.checks.verdict import Judge, Subject, Verdict, Verdicts, unopened, verdict
from bindery.findings import Finding
from bindery.store import give_back

Fact = Callable[[OpenedPdf], Iterator[Finding]]
FACTS: tuple[Fact, ...] = (
    document.syntax,
    document.tags,
    document.language,
    document.title,
    document.outline,
    document.page_labels,
    fonts.fonts,
    active.active,
    links.links,
    links.bookmarks,
    structure.structure,
    structure.running_heads,
    ruling.ruling,
    book_text.text_of_the_book,
    area.edges,
    area.area,
    area.small_type,
    overlaps.overlaps,
    breaks.headings,
    breaks.lines,
    breaks.rows,
    room.prompts,
    room.fullness,
    room.blank_pages,
    glyphs.glyphs,
    pictures.sharpness,
    pictures.alternatives,
    colours.colours,
    page_numbers.folios,
    page_numbers.pointers,
)


def examine(subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
    """One verdict on each PDF."""
    return tuple((_judge(subject),) for subject in subjects)


def _judge(subject: Subject) -> Verdict:
    try:
        with opened(subject) as pdf:
            findings = [found for fact in FACTS for found in _found(fact, pdf)]
    except (pikepdf.PdfError, pypdfium2.PdfiumError, OSError) as error:
        findings = [unopened(subject, error)]
    return verdict(JUDGE.name, f"pikepdf {pikepdf.__version__}", findings)


def _found(fact: Fact, pdf: OpenedPdf) -> list[Finding]:
    found = list(fact(pdf))
    give_back()
    return found


JUDGE = Judge(
    "Facts of the PDF",
    ".pdf",
    "tags, fonts, labels, links, nothing active; the text and its order; pages, ruling, pictures, colours, ink",
    examine,
    lambda: package_versions("fonttools", "lxml", "pikepdf", "pypdfium2"),
)
