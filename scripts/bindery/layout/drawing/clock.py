"""A clock: a ring whose filled sector begins at twelve o'clock; one turn is an hour."""

from math import cos, pi, sin

from bindery.layout.drawing.square import Form, form_path
from bindery.layout.drawing.svg import drawing, filled, lined, number, numbers, path
from bindery.layout.drawing.tokens import CLOCK_LINE, CURRENT, WHITE

HOUR = 60
MOST_CLOCKS = 3
"""Longer times are drawn as three full clocks: the number beside them says the rest."""
APART = 0.25
"""Between two clocks, as a share of their diameter."""


def clock(
    minutes: float,
    diameter: float = 8.0,
    colour: str = CURRENT,
    *,
    paper: str = WHITE,
    title: str | None = None,
) -> str:
    """Minutes as a picture `diameter` mm high; each full hour begins another clock to the right (three at most).

    The number of minutes must stand beside it in words. ValueError unless there is at least one minute.
    """
    if minutes < 1:
        raise ValueError(f"a clock shows at least one minute, not {minutes}")
    clocks = min(MOST_CLOCKS, -int(-minutes // HOUR))
    pitch = diameter * (1 + APART)
    shapes = [_face(i * pitch, min(minutes - i * HOUR, HOUR), diameter, colour, paper) for i in range(clocks)]
    return drawing(clocks * pitch - diameter * APART, diameter, *shapes, title=title)


def _face(x: float, minutes: float, diameter: float, colour: str, paper: str) -> str:
    line = min(CLOCK_LINE, diameter * 0.06)
    inner = diameter - line
    ring = path(form_path(Form.DISC, x + line / 2, line / 2, inner, inner), lined(colour, line, fill=paper))
    sector = path(_sector(x + diameter / 2, diameter / 2, minutes, diameter / 2), filled(colour))
    return ring + sector + (_hand(x + diameter / 2, diameter / 2, line, paper) if minutes >= HOUR else "")


def _hand(x: float, radius: float, line: float, paper: str) -> str:
    """What tells a full hour from a mere disc: the hand at twelve, left out of it."""
    return path(f"M{numbers(x, radius)}V0", lined(paper, line))


def _sector(x: float, y: float, minutes: float, radius: float) -> str:
    if minutes >= HOUR:
        return form_path(Form.DISC, x - radius, y - radius, 2 * radius, 2 * radius)
    angle = 2 * pi * minutes / HOUR
    end = numbers(x + radius * sin(angle), y - radius * cos(angle))
    large = int(minutes > HOUR / 2)
    return f"M{numbers(x, y)}V{number(y - radius)}A{numbers(radius, radius)} 0 {large} 1 {end}Z"
