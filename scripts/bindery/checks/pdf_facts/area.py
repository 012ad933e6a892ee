"""Nothing is printed where a printer cannot reach, text and ruling keep within the text block, and no type is tiny."""

from collections.abc import Iterator

from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.pdf_facts.painted import Painted, PaintedPage
from bindery.checks.pdf_facts.sheet import Sheet
from bindery.findings import Finding

# mm from every edge that a home printer may leave white; source: the design, part 2.
_EDGE = 10.0
# mm by which letters may hang out of the block: a hair for round ones, more for very large ones (from 30 pt on).
_HAIR, _HANGS, _LARGE = 0.8, 6.0, 30.0
# mm that a drawing seems larger: where its lines end is reckoned with the longest corner that they could have.
_CORNER = 1.5
# Points; source: the design, part 9.
_SMALLEST = 8.5
# Of a ruled line: mm of its length and weight, and by how much its ends may be off.
_LONG, _THIN, _OFF = 20.0, 0.35, 0.35


def edges(opened: OpenedPdf) -> Iterator[Finding]:
    """Every page keeps white edges."""
    for index, page in enumerate(opened.painted):
        lost = [thing for thing in page.things if _distance(thing, page) < _EDGE - 0.1]
        if lost:
            nearest = min(_distance(thing, page) for thing in lost)
            message = f"{_named(lost[0])} is {nearest:.1f} mm from the edge of the paper"
            yield opened.finding("C110", message, index, lost[0].top)


def area(opened: OpenedPdf) -> Iterator[Finding]:
    """What is read, and what is written on, stands in the text block."""
    for index, (page, sheet) in enumerate(zip(opened.painted, opened.sheets, strict=True)):
        if sheet is None:
            continue
        for thing in page.things:
            out = _out(thing, sheet)
            if not thing.artifact and out > _allowed(thing):
                message = f"{_named(thing)} stands {out:.1f} mm outside the text block"
                yield opened.finding("C111", message, index, thing.top)
                break
        yield from _ruling(opened, index, page, sheet)


def small_type(opened: OpenedPdf) -> Iterator[Finding]:
    """No type is smaller than what people can read in a bad light, in drawings either."""
    for index, page in enumerate(opened.painted):
        small = [thing for thing in page.things if thing.text.strip() and 0 < thing.size < _SMALLEST - 0.05]
        if small:
            least = min(small, key=lambda thing: thing.size)
            yield opened.finding("C125", f"{_named(least)} is set in {least.size:.1f} pt", index, least.top)


def _ruling(opened: OpenedPdf, index: int, page: PaintedPage, sheet: Sheet) -> Iterator[Finding]:
    for line in page.lines:
        if line.right - line.left >= _LONG and line.weight <= _THIN:
            down = max(sheet.top - line.down, line.down - sheet.bottom)
            out = max(sheet.left - line.left, line.right - sheet.right, down)
            if out > _OFF:
                yield opened.finding(
                    "C111", f"a ruled line stands {out:.1f} mm outside the text block", index, line.down
                )
                return


def _distance(thing: Painted, page: PaintedPage) -> float:
    return min(thing.left, thing.top, page.width - thing.right, page.height - thing.bottom)


def _allowed(thing: Painted) -> float:
    if thing.kind != "text":
        return _CORNER
    return _HANGS if thing.size >= _LARGE else _HAIR


def _out(thing: Painted, sheet: Sheet) -> float:
    across = max(sheet.left - thing.left, thing.right - sheet.right)
    return max(across, sheet.top - thing.top, thing.bottom - sheet.bottom)


def _named(thing: Painted) -> str:
    words = " ".join(thing.text.split())
    return f"{words[:40]!r}" if words else {"image": "a picture"}.get(thing.kind, "a drawing")
