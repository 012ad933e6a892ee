"""How a page looks on paper: whether its words stand out, in colour and in a copy, and how much ink it takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pypdfium2
from PIL import Image, ImageStat

from bindery.checks.pdf_facts.painted import Painted, PaintedPage
from bindery.units import MM_PER_INCH

Colour = tuple[int, int, int]

_DPI = 100
# WCAG 2.2, 1.4.3, which the design keeps in grey too.
_CONTRAST = 4.5
_HUNDREDTH = 0.005
# mm round a text in which its ground is looked for; the sum of differences up to which two colours are one.
_ROUND, _ALIKE = 0.5, 48
# The ground is less than this share of the place of a text only where the text cannot be seen.
_LEAST_GROUND = 0.1


@dataclass(frozen=True, slots=True)
class Faint:
    """The first text that does not stand out: its beginning, its contrast with its ground, and mm down the page."""

    words: str
    contrast: float
    top: float


@dataclass(frozen=True, slots=True)
class Looks:
    """How a page looks: its first faint text, and how much of it is covered with ink, in percent."""

    faint: Faint | None
    ink: float


def looks(page: pypdfium2.PdfPage, painted: PaintedPage) -> Looks:
    """How a page looks, of which it is known what is painted on it."""
    image = page.render(scale=_DPI / 72, rev_byteorder=True).to_pil()
    faint = next(_faint(painted, image), None)
    return Looks(faint, 100 - ImageStat.Stat(image.convert("L")).mean[0] / 2.55)


def _faint(painted: PaintedPage, image: Image.Image) -> Iterator[Faint]:
    for thing in painted.things:
        if thing.kind != "text" or not thing.text.strip():
            continue
        ground = _ground(thing, image)
        seen = min(contrast(thing.colour, ground), contrast(_grey(thing.colour), _grey(ground)))
        if seen < _CONTRAST - _HUNDREDTH:
            yield Faint(" ".join(thing.text.split())[:40], seen, thing.top)


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
