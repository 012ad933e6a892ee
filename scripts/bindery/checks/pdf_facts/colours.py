"""What a page looks like on paper: whether its words stand out, in colour and in a copy, and how much ink it takes."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pypdfium2
from PIL import Image, ImageStat

from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.pdf_facts.painted import Painted
from bindery.findings import Finding
from bindery.units import MM_PER_INCH

Colour = tuple[int, int, int]

_DPI = 100
_AT_ONCE = 128
# WCAG 2.2, 1.4.3, which the design keeps in grey too.
_CONTRAST = 4.5
_HUNDREDTH = 0.005
# What a page but the cover may take; source: the design, part 6: mean coverage.
_INK = 8.0
# mm round a text in which its ground is looked for; the sum of differences up to which two colours are one.
_ROUND, _ALIKE = 0.5, 48
# The ground is less than this share of the place of a text only where the text cannot be seen.
_LEAST_GROUND = 0.1


def colours(opened: OpenedPdf) -> Iterator[Finding]:
    """One finding a page at most of either kind."""
    for index, image in enumerate(_images(opened)):
        yield from _contrast(opened, index, image)
        ink = 100 - ImageStat.Stat(image.convert("L")).mean[0] / 2.55
        if index and ink > _INK:
            yield opened.finding("C124", f"{ink:.1f} % of the page is covered with ink", index)


def _images(opened: OpenedPdf) -> Iterator[Image.Image]:
    """Each page as it looks, from a file that is opened anew now and then: all that was painted is kept with it."""
    for first in range(0, len(opened.pages), _AT_ONCE):
        with pypdfium2.PdfDocument(opened.subject.path) as pages:
            for index in range(first, min(first + _AT_ONCE, len(pages))):
                page = pages[index]
                yield page.render(scale=_DPI / 72, rev_byteorder=True).to_pil()
                page.close()


def _contrast(opened: OpenedPdf, index: int, image: Image.Image) -> Iterator[Finding]:
    for thing in opened.painted[index].things:
        if thing.kind != "text" or not thing.text.strip():
            continue
        ground = _ground(thing, image)
        seen = min(contrast(thing.colour, ground), contrast(_grey(thing.colour), _grey(ground)))
        if seen < _CONTRAST - _HUNDREDTH:
            words = " ".join(thing.text.split())[:40]
            message = f"the contrast of {words!r} with its ground is {seen:.1f} : 1"
            yield opened.finding("C120", message, index, thing.top)
            return


def _ground(thing: Painted, image: Image.Image) -> Colour:
    """The most frequent colour round the letters of a text; that of the text itself where there is no other."""
    left, top = _dots(thing.left - _ROUND), _dots(thing.top - _ROUND)
    crop = image.crop((left, top, _dots(thing.right + _ROUND), _dots(thing.bottom + _ROUND)))
    found: list[tuple[int, Any]] = list(crop.getcolors(crop.width * crop.height) or ())
    count, colour = max(found, default=(0, thing.colour))
    if _is_like(colour, thing.colour):
        others = [(count, colour) for count, colour in found if not _is_like(colour, thing.colour)]
        count, colour = max(others, default=(0, thing.colour))
    seen: Colour = colour if count >= _LEAST_GROUND * crop.width * crop.height else thing.colour
    return seen


def _dots(length: float) -> int:
    return round(length * _DPI / MM_PER_INCH)


def _is_like(one: Colour, other: Colour) -> bool:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) <= _ALIKE


def _grey(colour: Colour) -> Colour:
    """As a copier sees it (the luma of ITU-R BT.601)."""
    red, green, blue = colour
    luma = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return luma, luma, luma


@cache
def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - of the formula
