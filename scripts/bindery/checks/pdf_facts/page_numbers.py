"""The numbers printed on pages, and those that point to pages, are the numbers of these pages."""

import re
from collections.abc import Iterator
from itertools import zip_longest

import pikepdf

from bindery.checks.pdf_facts.links import Targets
from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.pdf_facts.painted import Painted
from bindery.findings import Finding
from bindery.units import mm_of_pt

_NUMBER = r"(\d+|[ivxlc]+)"
# mm below the text block in which folios stand.
_BELOW = 2.0


def folios(opened: OpenedPdf) -> Iterator[Finding]:
    """The number at the foot of a page is its label, and the labels are those that the press counted."""
    for index, (page, sheet) in enumerate(zip(opened.painted, opened.sheets, strict=True)):
        low = [thing for thing in page.things if sheet and thing.top > sheet.bottom + _BELOW]
        for thing in low:
            number = re.fullmatch(_NUMBER, thing.text.strip())
            if number and number[1] != opened.labels[index]:
                yield opened.finding("C121", f"the folio printed is {number[1]}", index, thing.top)
    known = opened.subject.expected.page_labels
    pairs = zip_longest(opened.labels, known if known is not None else opened.labels, fillvalue="none")
    wrong = next((index for index, (label, wanted) in enumerate(pairs) if label != wanted), None)
    if wrong is not None and wrong < len(opened.labels):
        yield opened.finding("C121", "the pages are not those that the press counted", wrong)


def pointers(opened: OpenedPdf) -> Iterator[Finding]:
    """A page number in a link is that of the page to which the link leads: in the contents, in the text, everywhere."""
    targets = Targets(opened.pdf)
    pattern = _pointing(opened.subject.expected.page_words)
    for index, page in enumerate(opened.pdf.pages):
        for annotation in page.get("/Annots", ()):
            target = targets.index(annotation) if annotation.get("/Subtype") == "/Link" else None
            if target is None or _joins_a_note(annotation, opened.pdf):
                continue
            for text in _inside(annotation, opened, index):
                number = pattern.fullmatch(" ".join(text.text.split()))
                said = next(filter(None, number.groups()), "") if number else ""
                if said and said != opened.labels[target]:
                    message = f"{text.text.strip()!r} leads to page {opened.labels[target]}"
                    yield opened.finding("C121", message, index, text.top)


def _joins_a_note(annotation: pikepdf.Object, pdf: pikepdf.Pdf) -> bool:
    """Whether it is the call of a footnote, or the number of one: a label, or a reference outside contents."""
    owners = pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary()).get("/ParentTree")
    if owners is None or "/StructParent" not in annotation:
        return False
    owner = pikepdf.NumberTree(owners).get(int(annotation.StructParent))
    holder = owner.get("/P", pikepdf.Dictionary()) if owner is not None else pikepdf.Dictionary()
    kinds = holder.get("/S"), holder.get("/P", pikepdf.Dictionary()).get("/S")
    return kinds[0] == "/Lbl" or (kinds[0] == "/Reference" and kinds[1] != "/TOCI")


def _pointing(words: str) -> re.Pattern[str]:
    """A number alone, or the last words of a text in the words for a page."""
    before, _, after = words.partition("{}")
    named = rf".*\b{re.escape(before)}{_NUMBER}{re.escape(after)}"
    return re.compile(rf"(?:{_NUMBER}|{named})[^\w]*", re.IGNORECASE)


def _inside(annotation: pikepdf.Object, opened: OpenedPdf, index: int) -> Iterator[Painted]:
    left, low, right, high = sorted_corners([float(number) for number in annotation.Rect])
    height = opened.painted[index].height
    top, bottom = height - mm_of_pt(high), height - mm_of_pt(low)
    for thing in opened.painted[index].things:
        if thing.kind == "text" and thing.text.strip():
            across, down = (thing.left + thing.right) / 2, (thing.top + thing.bottom) / 2
            if mm_of_pt(left) <= across <= mm_of_pt(right) and top <= down <= bottom:
                yield thing


def sorted_corners(corners: list[float]) -> tuple[float, float, float, float]:
    """A rectangle as left, low, right, high."""
    x1, y1, x2, y2 = corners
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
