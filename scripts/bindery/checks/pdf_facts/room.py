"""Pages are of use: something stands on each, and lines to write on stand with what they are for."""

from collections.abc import Iterator

import pikepdf

from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.pdf_facts.painted import Painted, PaintedPage
from bindery.checks.pdf_facts.ruling import ruled
from bindery.checks.pdf_facts.sheet import Sheet
from bindery.findings import Finding

# mm above the first line within which its prompt begins, and below it (beside the second or third line).
_ABOVE, _BESIDE = 28.0, 24.0
# The least that is used of a page, as a share of the height of the text block.
_LEAST = 0.25
# mm: a line that is long enough to be written on, or to be a rule.
_LONG = 20.0
# A chapter's title stands on the second page of its opening, so the chapter before may end two pages earlier.
_OPENING = 2


def prompts(opened: OpenedPdf) -> Iterator[Finding]:
    """Ruled lines have words above or beside their first lines."""
    for index, (page, sheet) in enumerate(zip(opened.painted, opened.sheets, strict=True)):
        texts = _in_block(page, sheet) if sheet else []
        for run in ruled(page):
            first = run[0].down
            if sheet and not any(first - _ABOVE < text.bottom < first + _BESIDE for text in texts):
                message = f"{len(run)} ruled lines stand without the prompt that they are for"
                yield opened.finding("C115", message, index, first)


def fullness(opened: OpenedPdf) -> Iterator[Finding]:
    """A page under a quarter full is the last of its chapter."""
    ends = _ends(opened.pdf)
    for index, (page, sheet) in enumerate(zip(opened.painted, opened.sheets, strict=True)):
        if sheet is None or index == 0 or index in ends or not _holds_something(page):
            continue
        used = max(_reached(page, sheet) - sheet.top, 0)
        if used < _LEAST * (sheet.bottom - sheet.top):
            free = sheet.bottom - sheet.top - used
            yield opened.finding("C117", f"{free:.0f} mm of the page are empty", index, sheet.top)


def blank_pages(opened: OpenedPdf) -> Iterator[Finding]:
    """No page is blank: it has a heading, or lines to write on."""
    for index, page in enumerate(opened.painted):
        if not _holds_something(page):
            yield opened.finding("C123", "there is neither a heading nor anything to write on", index)


def _holds_something(page: PaintedPage) -> bool:
    reads = any(thing.kind in ("text", "image") and not thing.artifact for thing in page.things)
    return reads or any(line.right - line.left > _LONG for line in page.lines)


def _in_block(page: PaintedPage, sheet: Sheet) -> list[Painted]:
    texts = (thing for thing in page.things if thing.kind == "text" and thing.text.strip())
    return [text for text in texts if sheet.top - 1 < text.bottom and text.top < sheet.bottom + 1]


def _reached(page: PaintedPage, sheet: Sheet) -> float:
    """How far down the text block something is printed."""
    inside = [thing.bottom for thing in page.things if thing.top < sheet.bottom and thing.bottom > sheet.top]
    return min(max(inside, default=sheet.top), sheet.bottom)


def _ends(pdf: pikepdf.Pdf) -> set[int]:
    """The pages before those to which the outermost bookmarks lead, and the last page of the file."""
    index_of = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    starts = [index_of[page.objgen] for page in _bookmarked(pdf) if page.objgen in index_of]
    before = {start - back for start in starts for back in range(1, _OPENING + 1)}
    return before | {len(pdf.pages) - 1}


def _bookmarked(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    names = pdf.Root.get("/Names", pikepdf.Dictionary())
    named = pikepdf.NameTree(names["/Dests"]) if "/Dests" in names else {}
    with pdf.open_outline() as outline:
        for entry in outline.root:
            target: object = entry.destination
            if isinstance(target, (str, pikepdf.String)):
                target = named.get(str(target))
            if isinstance(target, pikepdf.Array) and len(target):
                yield target[0]
            elif isinstance(target, int):
                yield pdf.pages[target].obj
