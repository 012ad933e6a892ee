"""What the file says of itself: syntax, tags, language, title, outline, page labels."""

from collections.abc import Iterator

import pikepdf

from bindery.checks import labels
from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.verdict import finding
from bindery.findings import Finding

_DC_TITLE = "dc:title"


def syntax(opened: OpenedPdf) -> Iterator[Finding]:
    """Every part of the file can be read, by two readers that agree on the number of pages."""
    place = opened.subject.place()
    yield from (finding("C039", problem.strip(), place) for problem in opened.pdf.check_pdf_syntax())
    counts = len(opened.pdf.pages), len(opened.pages)
    if counts[0] != counts[1] or not counts[0]:
        yield finding("C039", f"one reader counts {counts[0]} pages, another {counts[1]}", place)
    if opened.pdf.is_encrypted:
        yield finding("C039", "the file is encrypted", place)


def tags(opened: OpenedPdf) -> Iterator[Finding]:
    """The file is tagged: it says so, and there is a structure with something in it."""
    root, place = opened.pdf.Root, opened.subject.place()
    marked = root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)
    if not marked:
        yield finding("C030", "the file does not say that it is tagged", place)
    structure = root.get("/StructTreeRoot")
    if structure is None or "/K" not in structure:
        yield finding("C030", "there is no structure: no headings, no paragraphs, no lists", place)


def language(opened: OpenedPdf) -> Iterator[Finding]:
    """The document says in which language it is."""
    if not str(opened.pdf.Root.get("/Lang", "")).strip():
        yield finding("C031", "the document does not say in which language it is", opened.subject.place())


def title(opened: OpenedPdf) -> Iterator[Finding]:
    """The document has a title, the same in both places, and a reader shows it in place of the file's name."""
    place = opened.subject.place()
    information = str(opened.pdf.docinfo.get("/Title", "")).strip()
    with opened.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        described = str(metadata.get(_DC_TITLE, "")).strip()
    if not information:
        yield finding("C032", "the document has no title", place)
    elif described != information:
        yield finding(
            "C032", f"the title is {information!r} in one place and {described!r} in another", place
        )
    if not opened.pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield finding("C032", "a reader would show the name of the file, not the title", place)


def outline(opened: OpenedPdf) -> Iterator[Finding]:
    """There are bookmarks to move about by."""
    with opened.pdf.open_outline() as bookmarks:
        if not bookmarks.root:
            yield finding("C035", "there are no bookmarks", opened.subject.place())


def page_labels(opened: OpenedPdf) -> Iterator[Finding]:
    """Every page has a label, each once, and the labels count on without a gap."""
    place = opened.subject.place()
    if "/PageLabels" not in opened.pdf.Root:
        yield finding("C034", "the pages have no labels: a reader would count from 1, folios or not", place)
        return
    yield from (finding("C034", fault, place) for fault in labels.faults(opened.labels))
