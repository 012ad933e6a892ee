"""Where the leaves, bricks and roots of a tree stand, in squares from the top left of its field."""

from dataclasses import dataclass

from bindery.layout.drawing.square import Cell, Form


@dataclass(frozen=True, slots=True)
class TreePlan:
    """A tree: leaves in each row of the crown, courses of two bricks and their height, roots in each row (all even).

    `width` is that of the field, in squares; `top` is how far down the crown begins.
    """

    canopy: tuple[int, ...]
    courses: int
    roots_rows: tuple[int, ...]
    width: float
    top: float = 0.0
    brick: float = 0.5

    @property
    def leaves(self) -> tuple[Cell, ...]:
        """The crown: leaves whose tips point up and out."""
        return self._rows(self.canopy, self.top, Form.LEAF_LEFT, Form.LEAF_RIGHT)

    @property
    def bricks(self) -> tuple[Cell, ...]:
        """The trunk, from top to bottom, left brick first."""
        tops = (self.trunk_top + course * self.brick for course in range(self.courses))
        columns = (self.width / 2 - 1, self.width / 2)
        return tuple(Cell(x, y, Form.SQUARE, height=self.brick) for y in tops for x in columns)

    @property
    def roots(self) -> tuple[Cell, ...]:
        """The roots: the same leaves, tips down and out."""
        return self._rows(self.roots_rows, self.ground, Form.LEAF_RIGHT, Form.LEAF_LEFT)

    @property
    def trunk_top(self) -> float:
        """Where the crown ends."""
        return self.top + len(self.canopy)

    @property
    def ground(self) -> float:
        """Where the trunk ends and the roots begin."""
        return self.trunk_top + self.courses * self.brick

    @property
    def bottom(self) -> float:
        """Where the roots end."""
        return self.ground + len(self.roots_rows)

    def _rows(self, counts: tuple[int, ...], top: float, left: Form, right: Form) -> tuple[Cell, ...]:
        rows = (self._row(count, top + row, left, right) for row, count in enumerate(counts))
        return tuple(cell for row in rows for cell in row)

    def _row(self, count: int, y: float, left: Form, right: Form) -> tuple[Cell, ...]:
        first = (self.width - count) / 2
        return tuple(Cell(first + i, y, left if i < count / 2 else right) for i in range(count))


LARGE = TreePlan(canopy=(4, 6, 6, 4), courses=4, roots_rows=(6, 4, 2), width=6, top=1)
"""The tree of cover and opener: 6 x 10 squares, the first row being sky."""
SMALL = TreePlan(canopy=(4, 6, 4), courses=3, roots_rows=(4, 2), width=7, top=1)
"""The tree of contents and next step: 7 x 7.5 squares, the first row being sky."""
