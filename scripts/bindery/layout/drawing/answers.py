"""Places to mark or to write a number in, and the arrow of rows that are counted the other way round."""

from math import cos, radians, sin

from bindery.layout.drawing.square import Form, form_path
from bindery.layout.drawing.svg import drawing, filled, lined, numbers, path
from bindery.layout.drawing.tokens import (
    ANSWER_BOX_LINE,
    ANSWER_CIRCLE_LINE,
    CURRENT,
    INK,
    RULING,
    SUM_BOX_LINE,
    WHITE,
)

CIRCLE, TICK_BOX, MARK_BOX = 6.4, 5.6, 11.0
SUM_BOX = (16.0, 11.0)
CHECKBOX = 3.2
DAY_BOX = (7.0, 8.0)


def answer_circle(
    diameter: float = CIRCLE, colour: str = INK, *, paper: str = WHITE, title: str | None = None
) -> str:
    """A circle to tick, `diameter` mm to the outside of its line."""
    return _box(diameter, diameter, ANSWER_CIRCLE_LINE, Form.DISC, (colour, paper), title)


def answer_square(
    side: float = TICK_BOX, colour: str = INK, *, paper: str = WHITE, title: str | None = None
) -> str:
    """A square to tick: "doesn't apply"."""
    return _box(side, side, ANSWER_CIRCLE_LINE, Form.SQUARE, (colour, paper), title)


def checkbox(
    side: float = CHECKBOX, colour: str = CURRENT, *, paper: str = WHITE, title: str | None = None
) -> str:
    """The square before an item of a checklist (neither family has the character U+2610)."""
    return _box(side, side, ANSWER_BOX_LINE, Form.SQUARE, (colour, paper), title)


def mark_box(
    side: float = MARK_BOX, colour: str = INK, *, paper: str = WHITE, title: str | None = None
) -> str:
    """A box for one mark on a scoring page."""
    return _box(side, side, ANSWER_BOX_LINE, Form.SQUARE, (colour, paper), title)


def sum_box(
    width: float = SUM_BOX[0],
    height: float = SUM_BOX[1],
    colour: str = INK,
    *,
    paper: str = WHITE,
    title: str | None = None,
) -> str:
    """The box for a sum, with a stronger line."""
    return _box(width, height, SUM_BOX_LINE, Form.SQUARE, (colour, paper), title)


def day_boxes(
    count: int,
    across: int,
    width: float = DAY_BOX[0],
    height: float = DAY_BOX[1],
    *,
    colour: str = RULING,
    title: str | None = None,
) -> str:
    """`count` boxes to tick, edge to edge in rows of `across`, each `width` x `height` mm."""
    places = [(index % across * width, index // across * height) for index in range(count)]
    boxes = "".join(form_path(Form.SQUARE, x, y, width, height) for x, y in places)
    rows = -(-count // across)
    paint = lined(colour, ANSWER_CIRCLE_LINE, fill=WHITE)
    return drawing(min(count, across) * width, rows * height, path(boxes, paint), title=title)


def turning_arrow(side: float = 2.8, colour: str = CURRENT, *, title: str | None = None) -> str:
    """An open ring with an arrow's head, `side` mm: this row is counted the other way round."""
    middle, radius = side / 2, side * 0.34
    begin, end = _on_ring(middle, radius, 90), _on_ring(middle, radius, 20)
    ring = f"M{numbers(*begin)}A{numbers(radius, radius)} 0 1 1 {numbers(*end)}"
    head = [end[0] + side * 0.26, end[1], end[0] - side * 0.02, end[1] - side * 0.18, end[0] - side * 0.02]
    triangle = f"M{numbers(*head[:2])}L{numbers(head[2], head[3])}V{numbers(end[1] + side * 0.18)}Z"
    return drawing(
        side, side, path(ring, lined(colour, side * 0.13)), path(triangle, filled(colour)), title=title
    )


def _on_ring(middle: float, radius: float, degrees: float) -> tuple[float, float]:
    """The point of a ring at an angle counted clockwise from twelve o'clock."""
    return middle + radius * sin(radians(degrees)), middle - radius * cos(radians(degrees))


def _box(
    width: float, height: float, line: float, form: Form, colours: tuple[str, str], title: str | None
) -> str:
    commands = form_path(form, line / 2, line / 2, width - line, height - line)
    return drawing(width, height, path(commands, lined(colours[0], line, fill=colours[1])), title=title)
