"""The e-book and the printed book speak of the same pages, so that one room can turn to page 37 together."""

from collections.abc import Sequence

import pikepdf

from bindery.checks.archive import Unreadable, open_epub
from bindery.checks.epub_facts.pages import difference, page_list
from bindery.checks.verdict import Subject, Verdict, finding, unopened, verdict

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
    """Whether the page list of the e-book is the list of page labels of one of these PDFs, at least one.

    An edition may be printed on two papers, and the pages of the e-book can be those of only one of them.
    """
    try:
        listed = tuple(entry.label for entry in page_list(open_epub(epub.path)))
        faults = [(pdf.path.name, difference(listed, _labels(pdf))) for pdf in pdfs]
    except (Unreadable, pikepdf.PdfError) as error:
        return verdict(NAME, "", [unopened(epub, error)])
    if any(not fault for _, fault in faults):
        return verdict(NAME, "", [])
    found = [finding("C070", f"page list against {name}: {fault}", epub.place()) for name, fault in faults]
    return verdict(NAME, "", found)


def _labels(subject: Subject) -> tuple[str, ...]:
    with pikepdf.open(subject.path) as pdf:
        return tuple(str(page.label) for page in pdf.pages)
