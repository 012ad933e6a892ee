"""The one square from which everything is drawn, its corners rounded or not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from bindery.layout.drawing.svg import Paint, drawing, filled, lined, number, numbers, path
from bindery.layout.drawing.tokens import CURRENT, INSET, WHITE, outline_width


class Form(Enum):
    """Which corners are rounded: radii of top left, top right, bottom right, bottom left, as shares of the side."""

    SQUARE = (0.0, 0.0, 0.0, 0.0)
    LEAF_LEFT = (0.0, 1.0, 0.0, 1.0)
    LEAF_RIGHT = (1.0, 0.0, 1.0, 0.0)
    SHOULDERS = (0.5, 0.5, 0.0, 0.0)
    DROP = (0.5, 0.0, 0.5, 0.5)
    DISC = (0.5, 0.5, 0.5, 0.5)


@dataclass(frozen=True, slots=True)
class Cell:
    """A form in its place: left, top, width and height in the unit of its plan."""

    x: float
    y: float
    form: Form
    width: float = 1.0
    height: float = 1.0

    def moved(self, x: float, y: float) -> "Cell":
        """The cell moved right and down."""
        return replace(self, x=self.x + x, y=self.y + y)

    def scaled(self, factor: float) -> "Cell":
        """The cell and its place, larger or smaller."""
        return Cell(self.x * factor, self.y * factor, self.form, self.width * factor, self.height * factor)

    def as_form(self, form: Form, share: float = 1.0) -> "Cell":
        """Another form in the middle of the same place, `share` of its size."""
        margin_x, margin_y = self.width * (1 - share) / 2, self.height * (1 - share) / 2
        return Cell(self.x + margin_x, self.y + margin_y, form, self.width * share, self.height * share)


def rounded(x: float, y: float, width: float, height: float, radii: tuple[float, float, float, float]) -> str:
    """Path commands of a rectangle; radii of top left, top right, bottom right, bottom left."""
    top_left, top_right, bottom_right, bottom_left = radii
    right, bottom = x + width, y + height
    return "".join(
        (
            f"M{numbers(x + top_left, y)}",
            f"H{number(right - top_right)}" if top_left + top_right < width else "",
            _arc(top_right, right, y + top_right),
            f"V{number(bottom - bottom_right)}" if top_right + bottom_right < height else "",
            _arc(bottom_right, right - bottom_right, bottom),
            f"H{number(x + bottom_left)}" if bottom_right + bottom_left < width else "",
            _arc(bottom_left, x, bottom - bottom_left),
            f"V{number(y + top_left)}" if 0 < top_left < height - bottom_left else "",
            _arc(top_left, x + top_left, y),
            "Z",
        )
    )


def form_path(form: Form, x: float, y: float, width: float, height: float) -> str:
    """Path commands of a form in a rectangle; its radii are shares of the shorter side."""
    top_left, top_right, bottom_right, bottom_left = (share * min(width, height) for share in form.value)
    return rounded(x, y, width, height, (top_left, top_right, bottom_right, bottom_left))


def cell_path(cell: Cell, side: float, line_width: float = 0.0) -> str:
    """Path commands of a cell of a plan whose unit is `side` mm, inset on all sides, and by half of its line."""
    inset = INSET * side + line_width / 2
    width, height = cell.width * side - 2 * inset, cell.height * side - 2 * inset
    return form_path(cell.form, cell.x * side + inset, cell.y * side + inset, width, height)


def cells(some: Iterable[Cell], side: float, paint: Paint) -> str:
    """One path element of all the cells."""
    return path("".join(cell_path(cell, side, paint.width) for cell in some), paint)


def shape(
    form: Form,
    side: float,
    colour: str = CURRENT,
    *,
    outline: bool = False,
    paper: str = WHITE,
    title: str | None = None,
) -> str:
    """One form, `side` x `side` mm to its edge (no inset): filled, or a line on `paper`."""
    width = outline_width(side) if outline else 0.0
    commands = form_path(form, width / 2, width / 2, side - width, side - width)
    paint = lined(colour, width, fill=paper) if outline else filled(colour)
    return drawing(side, side, path(commands, paint), title=title)


def _arc(radius: float, x: float, y: float) -> str:
    return f"A{numbers(radius, radius)} 0 0 1 {numbers(x, y)}" if radius else ""
