"""Things to measure and to align with: the check bar, the line to put a cross on, the crosses of a duplex check."""

from bindery.layout.drawing.square import Form, form_path
from bindery.layout.drawing.svg import drawing, line, lined, path
from bindery.layout.drawing.tokens import INK, SECTION_RULE

CHECK_BAR = 50.0
LINE_SCALE = 100.0


def check_bar(
    length: float = CHECK_BAR, colour: str = INK, *, step: float = 10.0, title: str | None = None
) -> str:
    """A bar of exactly `length` mm between the middles of its end ticks, 5 mm high, with a tick each `step` mm.

    The end ticks reach half a line beyond: CSS must say `overflow: visible`.
    """
    return _ticked(length, step, colour, title)


def line_scale(
    length: float = LINE_SCALE, colour: str = INK, *, parts: int = 4, title: str | None = None
) -> str:
    """A line of `length` mm to put a cross on, with end ticks and small ticks that part it into `parts`, 5 mm high."""
    return _ticked(length, length / parts, colour, title)


def duplex_cross(side: float = 10.0, colour: str = INK, *, title: str | None = None) -> str:
    """A cross in a ring, `side` mm: printed on both sides of a sheet in mirrored places, the two should meet."""
    middle = side / 2
    hairlines = line(0, middle, side, middle) + line(middle, 0, middle, side)
    circle = form_path(Form.DISC, side / 4, side / 4, middle, middle)
    return drawing(side, side, path(hairlines + circle, lined(colour, SECTION_RULE)), title=title)


def _ticked(length: float, step: float, colour: str, title: str | None) -> str:
    height, short = 5.0, 2.0
    middle = height / 2
    inner = [i * step for i in range(1, round(length / step))]
    ticks = "".join(line(x, middle - short / 2, x, middle + short / 2) for x in inner)
    ends = "".join(line(x, 0, x, height) for x in (0.0, length))
    commands = line(0, middle, length, middle) + ends + ticks
    return drawing(length, height, path(commands, lined(colour, SECTION_RULE)), title=title)
