"""What is read aloud: everything painted is either content of the structure or decoration, and nothing else."""

from collections import Counter
from collections.abc import Iterator

from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.pdf_facts.painted import Painted, PaintedPage
from bindery.checks.verdict import finding
from bindery.findings import Finding

# Where running heads and folios stand, on A4 and on Letter: mm from the edges, and the text block never does.
_HEAD_ENDS = 17
_FOOT_ENDS_BEFORE = 21
_REPEATS = 3


def structure(opened: OpenedPdf) -> Iterator[Finding]:
    """Everything painted belongs to the structure or is an artifact (ISO 14289-1, 7.1)."""
    if not opened.elements:
        return
    owned = set(opened.elements[-1].marks)
    for index, page in enumerate(opened.painted):
        lost = [thing for thing in page.things if not thing.artifact and (index, thing.content) not in owned]
        if lost:
            where = opened.page_name(index)
            message = f"{len(lost)} things on {where} are neither content nor decoration: {_example(lost)}"
            yield finding("C040", message, opened.subject.place())


def running_heads(opened: OpenedPdf) -> Iterator[Finding]:
    """What stands in the same place of the margin on page after page is decoration, not text to be read."""
    read = [{round(thing.bottom): thing.text.strip() for thing in _read(page)} for page in opened.painted]
    for height, count in sorted(Counter(height for page in read for height in page).items()):
        if count >= _REPEATS:
            words = next(page[height] for page in read if height in page)
            message = (
                f"text {height} mm down the page, in the margin of {count} pages, is read aloud: {words!r}"
            )
            yield finding("C041", message, opened.subject.place())


def _read(page: PaintedPage) -> Iterator[Painted]:
    """The text in the margins that is marked as content."""
    for thing in page.things:
        in_margin = thing.bottom <= _HEAD_ENDS or thing.bottom >= page.height - _FOOT_ENDS_BEFORE
        if thing.kind == "text" and in_margin and not thing.artifact and thing.text.strip():
            yield thing


def _example(things: list[Painted]) -> str:
    words = next((thing.text.strip() for thing in things if thing.text.strip()), "")
    return repr(words[:60]) if words else f"a {things[0].kind}"
