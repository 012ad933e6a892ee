"""Pictures are sharp in print, and told in words."""

from collections.abc import Iterator

from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.pdf_facts.painted import Painted
from bindery.findings import Finding
from bindery.units import MM_PER_INCH

# Dots an inch; source: what printers of books ask for.
_FINEST_SEEN = 300
_ROUNDING = 0.5


def sharpness(opened: OpenedPdf) -> Iterator[Finding]:
    """A picture has 300 dots an inch at the size in which it is printed."""
    for index, page in enumerate(opened.painted):
        for picture in (thing for thing in page.things if thing.kind == "image"):
            dots = _dots(picture)
            if dots < _FINEST_SEEN - _ROUNDING:
                message = (
                    f"a picture of {picture.pixels[0]} x {picture.pixels[1]} dots has {dots:.0f} an inch"
                )
                yield opened.finding("C119", message, index, picture.top)


def _dots(picture: Painted) -> float:
    """Dots an inch, in the direction in which they are fewer."""
    sizes = (picture.right - picture.left, picture.bottom - picture.top)
    return min(
        (count / size * MM_PER_INCH for count, size in zip(picture.pixels, sizes, strict=True) if size > 0),
        default=float("inf"),
    )


def alternatives(opened: OpenedPdf) -> Iterator[Finding]:
    """Every figure of the structure has its alternative text."""
    for figure in (element for element in opened.elements if element.kind == "Figure"):
        if not figure.alternative and figure.marks:
            page, number = figure.marks[0]
            tops = [thing.top for thing in opened.painted[page].things if thing.content == number]
            yield opened.finding("C122", "a figure has no alternative text", page, min(tops, default=0.0))
