"""The trees: how many shapes, where, and what is filled."""

from collections.abc import Callable
from typing import get_args

import pytest
from lxml import etree

from bindery.layout.drawing import ACCENTS, cover_tree, large_tree, small_tree, tree_to_shade
from bindery.layout.drawing.plan import LARGE, SMALL, TreePlan
from bindery.layout.drawing.square import Cell, Form
from bindery.layout.drawing.states import parts_of
from bindery.layout.drawing.tree import COVER, COVER_ACCENTS, shade_plan
from bindery.layout.drawing.wood import LOW, MIDDLE, TALL, wood_in
from bindery.model.settings import TreeState

STATES: tuple[TreeState, ...] = get_args(TreeState)
ONE_TREE = [state for state in STATES if state not in {"wood", "rings"}]
PLANS = pytest.mark.parametrize("plan", [LARGE, SMALL], ids=["large", "small"])


def test_the_tree_to_shade_has_one_shape_for_one_point_of_twenty() -> None:
    plan = shade_plan()
    assert (len(plan.leaves), len(plan.bricks), len(plan.roots)) == (20, 20, 20)
    (path,) = etree.fromstring(tree_to_shade())
    assert path.get("d", "").count("M") == 60


def test_the_tree_to_shade_keeps_to_its_zones() -> None:
    plan = shade_plan()
    assert plan.brick * 9.6 == pytest.approx(5.2)
    assert (plan.trunk_top * 9.6, plan.ground * 9.6) == pytest.approx((52, 104))
    assert plan.bottom * 9.6 <= 156
    assert 'width="57.6mm" height="156mm"' in tree_to_shade()


def test_a_zone_too_low_for_the_crown_is_refused() -> None:
    with pytest.raises(ValueError, match="too low"):
        tree_to_shade(zone=38)


def test_the_large_tree_stands_on_the_page_grid() -> None:
    assert (len(LARGE.leaves), len(LARGE.bricks), len(LARGE.roots)) == (20, 8, 12)
    assert [64 + 16 * y for y in (LARGE.top, LARGE.trunk_top, LARGE.ground, LARGE.bottom)] == [
        80,
        144,
        176,
        224,
    ]
    assert 'width="96mm" height="160mm"' in large_tree()


def test_the_small_tree_has_a_wide_crown_and_is_no_figure() -> None:
    assert 'width="24.5mm" height="26.25mm"' in small_tree()
    widths = [
        max(cell.x + cell.width for cell in some) - min(cell.x for cell in some) for some in _parts(SMALL)
    ]
    assert widths == [6, 2, 4]


@PLANS
def test_leaves_point_up_and_out_and_roots_down_and_out(plan: TreePlan) -> None:
    middle = plan.width / 2
    assert all((leaf.form.name == "LEAF_LEFT") == (leaf.x < middle) for leaf in plan.leaves)
    assert all((root.form.name == "LEAF_RIGHT") == (root.x < middle) for root in plan.roots)


@PLANS
@pytest.mark.parametrize("state", ONE_TREE)
def test_no_two_cells_stand_in_one_place(plan: TreePlan, state: TreeState) -> None:
    parts = parts_of(plan, state)
    places = [(cell.x, cell.y) for cell in parts.filled + parts.outlined]
    assert len(places) == len(set(places))


@PLANS
def test_states_fill_what_their_names_say(plan: TreePlan) -> None:
    assert parts_of(plan, "whole").outlined == ()
    assert parts_of(plan, None).filled == ()
    assert parts_of(plan, "roots").filled == plan.roots
    assert parts_of(plan, "branches").filled == plan.leaves
    assert len(parts_of(plan, "fruit").filled) == 4
    assert len(parts_of(plan, "weather").filled) == 4
    assert len(parts_of(plan, "fruit").outlined) == len(_all(plan)) - 4


@PLANS
def test_the_two_states_of_the_trunk_differ_in_how_much_is_filled_not_only_where(plan: TreePlan) -> None:
    one, two = parts_of(plan, "trunk-one").filled, parts_of(plan, "trunk-two").filled
    assert len({cell.x for cell in one}) == 1
    assert _area(two) == 2 * _area(one)


@PLANS
def test_soil_covers_no_more_than_half_of_the_ground_beside_the_roots(plan: TreePlan) -> None:
    soil = parts_of(plan, "soil").filled
    beside_roots = plan.width * len(plan.roots_rows) - _area(plan.roots)
    assert _area(soil) == beside_roots / 2
    assert all(cell.y >= plan.ground for cell in soil)


@PLANS
def test_the_wood_is_three_trees_of_different_heights_on_one_ground(plan: TreePlan) -> None:
    parts, side = wood_in(plan, 10)
    bricks = [cell for cell in parts.filled if cell.form is Form.SQUARE]
    grounds = {trunk: max(c.y + c.height for c in bricks if c.x // 4 == trunk) for trunk in range(3)}
    assert len(set(grounds.values())) == 1
    assert len({tree.ground for tree in (LOW, MIDDLE, TALL)}) == 3
    assert max(cell.x + cell.width for cell in parts.filled) * side == pytest.approx(plan.width * 10)


@pytest.mark.parametrize("draw", [small_tree, large_tree])
def test_all_ten_states_differ(draw: Callable[..., str]) -> None:
    assert len({draw(state) for state in STATES} | {draw(None)}) == 11


def test_thin_lines_stay_thick_enough() -> None:
    assert 'stroke-width="0.18"' in small_tree("roots")
    assert 'stroke-width="0.448"' in large_tree("roots")


def test_the_cover_gives_each_accent_two_leaves_that_are_no_neighbours() -> None:
    flat = [chapter for row in COVER_ACCENTS for chapter in row]
    assert sorted(flat) == sorted(2 * list(range(1, 11)))
    board = {(leaf.x, leaf.y): chapter for leaf, chapter in zip(COVER.leaves, flat, strict=True)}
    for (x, y), chapter in board.items():
        assert chapter not in {board.get((x + 1, y)), board.get((x, y + 1))}


def test_the_cover_in_outline_has_no_accent() -> None:
    assert all(accent.value in cover_tree() for accent in ACCENTS)
    assert not any(accent.value in cover_tree(outline=True) for accent in ACCENTS)
    with pytest.raises(ValueError, match="10 accents"):
        cover_tree(["#000000"])


def _parts(plan: TreePlan) -> tuple[tuple[Cell, ...], ...]:
    return plan.leaves, plan.bricks, plan.roots


def _all(plan: TreePlan) -> tuple[Cell, ...]:
    return plan.leaves + plan.bricks + plan.roots


def _area(cells: tuple[Cell, ...]) -> float:
    return sum(cell.width * cell.height for cell in cells)
