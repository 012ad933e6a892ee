"""The two pictures that take a tree's field without being one tree: the wood, and the rings of a felled trunk."""

from bindery.layout.drawing.plan import TreePlan
from bindery.layout.drawing.square import Cell, Form, cell_path
from bindery.layout.drawing.states import Parts
from bindery.layout.drawing.svg import Paint, path

RINGS = 4
TALL = TreePlan(canopy=(4, 6, 6, 4), courses=8, roots_rows=(4, 2), width=6)
LOW = TreePlan(canopy=(4, 6), courses=2, roots_rows=(4, 2), width=6)
MIDDLE = TreePlan(canopy=(4, 6, 4), courses=2, roots_rows=(4, 2), width=6)


def wood_in(plan: TreePlan, square: float) -> tuple[Parts, float]:
    """Three trees of different heights on one ground, all filled, in the field of `plan`; and the side of their cells.

    The low ones stand under the crown of the tall one, and all roots meet: 14 columns.
    """
    side = plan.width * square / 14
    top = (plan.top + plan.bottom) * square / side / 2 - TALL.bottom / 2
    ground = top + TALL.ground
    trees = ((MIDDLE, 0.0), (TALL, 4.0), (LOW, 8.0))
    moved = (cell.moved(x, ground - tree.ground) for tree, x in trees for cell in _all(tree))
    return Parts(tuple(moved), ()), side


def rings_in(plan: TreePlan, square: float, colour: str) -> str:
    """Four rings and a heart, as wide as six squares, in the middle of the field of `plan`."""
    middle_x, middle_y = plan.width * square / 2, (plan.top + plan.bottom) * square / 2
    across, line = 6 * square, square * 0.2
    step = across / (2 * RINGS + 1)
    rings = "".join(_disc(middle_x, middle_y, across - i * 2 * step, line) for i in range(RINGS))
    return path(rings, Paint(stroke=colour, width=line)) + path(
        _disc(middle_x, middle_y, step, 0), Paint(fill=colour)
    )


def _all(tree: TreePlan) -> tuple[Cell, ...]:
    return tree.leaves + tree.bricks + tree.roots


def _disc(x: float, y: float, diameter: float, line: float) -> str:
    return cell_path(Cell(x / diameter - 0.5, y / diameter - 0.5, Form.DISC), diameter, line)
