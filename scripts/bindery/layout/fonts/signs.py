"""Characters that our fonts lack: some take the glyph of another, some are drawn, from the same square as the book."""

from collections.abc import Mapping
from types import MappingProxyType

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

BORROWED: Mapping[int, tuple[int, ...]] = MappingProxyType(
    {
        0x2010: (0x002D,),  # hyphen
        0x2011: (0x2010, 0x002D),  # non-breaking hyphen
        0x2012: (0x2013,),  # figure dash
        0x202F: (0x2009, 0x00A0),  # narrow no-break space
    }
)
"""Character -> those whose glyph it takes, the first that the font has; only where the font lacks it."""

DRAWN: Mapping[int, tuple[str, bool]] = MappingProxyType(
    {
        0x2610: ("square", False),  # ballot box
        0x25A1: ("square", False),
        0x25A0: ("square", True),
        0x25CB: ("disc", False),
        0x25CF: ("disc", True),
    }
)
"""Character -> its form, and whether it is filled; only where the font lacks it."""

LINE, BEARING = 0.09, 0.12
"""Line of an outlined sign, and the space on each side of a sign, as shares of the capitals' height."""
KAPPA = 0.5522847498
"""Handle of a Bézier quarter circle of radius 1."""


def add_signs(font: TTFont) -> None:
    """Give the font the characters of `BORROWED` and `DRAWN` that it lacks."""
    own = font.getBestCmap()
    borrowed = {code: _lender(code, own) for code in BORROWED if code not in own}
    drawn = {code: _draw(font, code) for code in DRAWN if code not in own}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(borrowed | drawn)
    font["OS/2"].recalcUnicodeRanges(font)


def _lender(code: int, own: Mapping[int, str]) -> str:
    return next(own[other] for other in BORROWED[code] if other in own)


def _draw(font: TTFont, code: int) -> str:
    """Add the glyph of one sign, as high as the capitals, and return its name."""
    form, is_filled = DRAWN[code]
    side = font["OS/2"].sCapHeight
    bearing = round(side * BEARING)
    glyph_pen = TTGlyphPen(None)
    pen = Cu2QuPen(glyph_pen, max_err=0.5)
    contour = _square if form == "square" else _disc
    contour(pen, bearing, 0, side, clockwise=True)
    if not is_filled:
        line = side * LINE
        contour(pen, bearing + line, line, side - 2 * line, clockwise=False)
    return _store(font, f"uni{code:04X}", glyph_pen, side + 2 * bearing)


def _store(font: TTFont, name: str, pen: TTGlyphPen, advance: int) -> str:
    font["glyf"][name] = glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, glyph.xMin)
    return name


def _square(pen: Cu2QuPen, x: float, y: float, side: float, *, clockwise: bool) -> None:
    corners = [(x, y), (x, y + side), (x + side, y + side), (x + side, y)]
    _closed(pen, corners if clockwise else corners[::-1])


def _closed(pen: Cu2QuPen, corners: list[tuple[float, float]]) -> None:
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()


def _disc(pen: Cu2QuPen, x: float, y: float, side: float, *, clockwise: bool) -> None:
    """Four quarters, from the leftmost point on."""
    radius = side / 2
    middle_x, middle_y, turn = x + radius, y + radius, 1 if clockwise else -1
    directions = [(-1, 0), (0, turn), (1, 0), (0, -turn)]
    points = [(middle_x + radius * across, middle_y + radius * up) for across, up in directions]
    pen.moveTo(points[0])
    for i in range(4):
        begin, end = directions[i], directions[(i + 1) % 4]
        first = (points[i][0] + end[0] * KAPPA * radius, points[i][1] + end[1] * KAPPA * radius)
        target = points[(i + 1) % 4]
        second = (target[0] + begin[0] * KAPPA * radius, target[1] + begin[1] * KAPPA * radius)
        pen.curveTo(first, second, target)
    pen.closePath()
