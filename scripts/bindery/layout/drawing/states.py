"""What is filled and what is outlined of a tree, in the ten states that stand for the ten chapters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bindery.layout.drawing.plan import TreePlan
from bindery.layout.drawing.square import Cell, Form
from bindery.model.settings import TreeState

FRUIT_SHARE = 0.72
"""A fruit is smaller than the leaf that it takes the place of."""
FRUIT = frozenset(((2, 0), (1, 1), (4, 1), (3, 2)))
"""Column and row, in the widest row of the crown, of the leaves that become fruit."""
DROP = 0.6
STRATUM = 0.25
"""Soil lies in flat layers, a quarter of a square high with a quarter between them, so that it stays light."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The cells of a tree that are filled, and those that are outlined."""

    filled: tuple[Cell, ...]
    outlined: tuple[Cell, ...]


def parts_of(plan: TreePlan, state: TreeState | None) -> Parts:
    """The parts of a tree in a state; without one all is outlined. KeyError for `wood` and `rings`: no one tree."""
    if state is None:
        return Parts((), _everything(plan))
    return _STATES[state](plan)


def _whole(plan: TreePlan) -> Parts:
    return Parts(_everything(plan), ())


def _fruit(plan: TreePlan) -> Parts:
    fruit = tuple(leaf.as_form(Form.DISC, FRUIT_SHARE) for leaf in plan.leaves if _ripe(plan, leaf))
    leaves = tuple(leaf for leaf in plan.leaves if not _ripe(plan, leaf))
    return Parts(fruit, leaves + plan.bricks + plan.roots)


def _soil(plan: TreePlan) -> Parts:
    return Parts(_strata(plan), _everything(plan))


def _roots(plan: TreePlan) -> Parts:
    return Parts(plan.roots, plan.leaves + plan.bricks)


def _trunk_one(plan: TreePlan) -> Parts:
    return Parts(plan.bricks[::2], plan.leaves + plan.bricks[1::2] + plan.roots)


def _trunk_two(plan: TreePlan) -> Parts:
    return Parts(plan.bricks, plan.leaves + plan.roots)


def _branches(plan: TreePlan) -> Parts:
    return Parts(plan.leaves, plan.bricks + plan.roots)


def _weather(plan: TreePlan) -> Parts:
    return Parts(_drops(plan), _everything(plan))


def _everything(plan: TreePlan) -> tuple[Cell, ...]:
    return plan.leaves + plan.bricks + plan.roots


def _ripe(plan: TreePlan, leaf: Cell) -> bool:
    left = (plan.width - max(plan.canopy)) / 2
    return (leaf.x - left, leaf.y - plan.top) in FRUIT


def _drops(plan: TreePlan) -> tuple[Cell, ...]:
    """Four, falling on a slant, in the row over the crown."""
    left, top = plan.width / 2 - 2, plan.top - 1
    return tuple(Cell(left + i, top + i % 2 * 0.3, Form.DROP, DROP, DROP) for i in range(4))


def _strata(plan: TreePlan) -> tuple[Cell, ...]:
    """Flat bricks from the edges of the field to the roots, two to a row of roots; none where a root fills the row."""
    rows = [(row, (plan.width - count) / 2) for row, count in enumerate(plan.roots_rows)]
    return tuple(
        Cell(x, plan.ground + row + half, Form.SQUARE, width, STRATUM)
        for row, width in rows
        if width
        for half in (0.0, 0.5)
        for x in (0.0, plan.width - width)
    )


_STATES: Mapping[TreeState, Callable[[TreePlan], Parts]] = {
    "whole": _whole,
    "fruit": _fruit,
    "soil": _soil,
    "roots": _roots,
    "trunk-one": _trunk_one,
    "trunk-two": _trunk_two,
    "branches": _branches,
    "weather": _weather,
}
