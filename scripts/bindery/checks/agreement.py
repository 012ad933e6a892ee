"""The e-book and the printed book speak of the same pages, so that one room can turn to page 37 together."""

from collections.abc import Iterator, Sequence

import pikepdf
import pypdfium2

from bindery.checks.archive import EpubFile, Unreadable, open_epub
from bindery.checks.epub_facts.pages import difference, page_list
from bindery.checks.marked_words import MarkedWords
from bindery.checks.pdf_facts.opened import opened
from bindery.checks.pdf_text.page_words import PageWords
from bindery.checks.same_pages import strays
from bindery.checks.verdict import Subject, Verdict, finding, unopened, verdict
from bindery.findings import Finding

NAME = "Agreement of e-book and print"


def printed_with(epub: Subject, files: Sequence[Subject]) -> list[Subject]:
    """The PDFs of the same book: those in the e-book's folder whose names begin with its name and a hyphen."""
    if epub.path.suffix.lower() != ".epub":
        return []
    beginning = f"{epub.path.stem}-"
    beside = (other for other in files if other.path.parent == epub.path.parent)
    return [
        pdf for pdf in beside if pdf.path.suffix.lower() == ".pdf" and pdf.path.name.startswith(beginning)
    ]


def agree(epub: Subject, pdfs: Sequence[Subject]) -> Verdict:
    """Whether the pages of the e-book are those of one of these PDFs, at least one: folios and beginnings.

    An edition may be printed on two papers, and the pages of the e-book can be those of only one of them.
    """
    try:
        book = open_epub(epub.path)
        found = [tuple(_faults(book, epub, pdf)) for pdf in pdfs]
    except (Unreadable, OSError, pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        return verdict(NAME, "", [unopened(epub, error)])
    return verdict(NAME, "", min(found, key=len))


def _faults(book: EpubFile, epub: Subject, pdf: Subject) -> Iterator[Finding]:
    with opened(pdf) as printed:
        listed = tuple(entry.label for entry in page_list(book))
        labels = tuple(str(page.label) for page in printed.pdf.pages)
        fault = difference(listed, labels)
        if fault:
            yield finding("C070", f"page list against {pdf.path.name}: {fault}", epub.place())
            return
        words = MarkedWords(book)
        if len(words.markers) != len(labels):
            message = (
                f"{len(words.markers)} page breaks stand in the text, but {len(labels)} pages are printed"
            )
            yield finding("C072", message, epub.place())
            return
        for index, on_paper, at_marker in strays(PageWords(printed), words):
            begins = f"page {labels[index]} of {pdf.path.name} begins with “{on_paper}”"
            yield finding("C072", f"{begins}, its marker stands before “{at_marker}”", epub.place())
