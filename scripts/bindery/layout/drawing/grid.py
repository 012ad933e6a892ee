"""The visible grid: small crosses where the squares of the page meet."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import product

from bindery.layout.drawing.svg import drawing, lined, numbers, path
from bindery.layout.drawing.tokens import COLUMNS, CROSS, CROSS_LINE, ROWS, SQUARE

ARM = 1.1
"""From the middle of a cross to its end, mm."""

Crossing = tuple[int, int]
"""Column (0 to 10) and row (0 to 15) of an intersection."""


def block(columns: Iterable[int], rows: Iterable[int]) -> frozenset[Crossing]:
    """All intersections of these columns and rows, such as those that a heading covers."""
    return frozenset(product(columns, rows))


def crosses(
    without: AbstractSet[Crossing] = frozenset(),
    colour: str = CROSS,
    *,
    columns: int = COLUMNS,
    rows: int = ROWS,
    square: float = SQUARE,
    title: str | None = None,
) -> str:
    """Crosses on the intersections of `columns` x `rows` squares, but for those in `without` (see `block`).

    160 x 240 mm by default. The outermost crosses reach 1.1 mm beyond: CSS must say `overflow: visible`.
    """
    places = (place for place in product(range(columns + 1), range(rows + 1)) if place not in without)
    commands = "".join(_cross(column * square, row * square) for column, row in places)
    return drawing(columns * square, rows * square, path(commands, lined(colour, CROSS_LINE)), title=title)


def _cross(x: float, y: float) -> str:
    return f"M{numbers(x - ARM, y)}h{numbers(2 * ARM)}M{numbers(x, y - ARM)}v{numbers(2 * ARM)}"
