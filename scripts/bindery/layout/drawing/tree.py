"""The trees of the book: large on the page grid, small with its ten states, and the one to shade."""

from collections.abc import Sequence

from bindery.layout.drawing.plan import LARGE, SMALL, TreePlan
from bindery.layout.drawing.square import Cell, cells
from bindery.layout.drawing.states import Parts, parts_of
from bindery.layout.drawing.svg import drawing, filled, lined
from bindery.layout.drawing.tokens import ACCENTS, CURRENT, INK, SQUARE, WHITE, outline_width
from bindery.layout.drawing.wood import rings_in, wood_in
from bindery.model.settings import TreeState

COVER = TreePlan(LARGE.canopy, LARGE.courses, LARGE.roots_rows, LARGE.width)
ACCENT_VALUES = tuple(accent.value for accent in ACCENTS)
COVER_ACCENTS = ((4, 7, 1, 8), (3, 9, 2, 5, 10, 6), (6, 1, 4, 7, 9, 2), (8, 10, 3, 5))
"""The chapters whose accents the leaves of the cover have: each twice, and never beside or above itself."""
SHADE_PLAN = TreePlan(canopy=(4, 6, 6, 4), courses=10, roots_rows=(6, 6, 4, 4), width=6)
SHADE_SQUARE, SHADE_ZONE = 9.6, 52.0


def large_tree(
    state: TreeState | None = "whole",
    colour: str = CURRENT,
    *,
    paper: str = WHITE,
    square: float = SQUARE,
    title: str | None = None,
) -> str:
    """The tree of a chapter's opener: 6 x 10 squares, 96 x 160 mm, the first row being sky (empty but for rain).

    Lay it on the page grid with its left edge at x 64 and its top at y 64: crown y 80-144, trunk to 176, roots to 224.
    `state` None outlines everything. `paper` fills what is outlined.
    """
    return _tree(LARGE, 10.0, state, square, (colour, paper), title)


def small_tree(
    state: TreeState | None = "whole",
    colour: str = CURRENT,
    *,
    paper: str = WHITE,
    square: float = 3.5,
    title: str | None = None,
) -> str:
    """The tree of contents, title page and next step: 7 x 7.5 squares (24.5 x 26.25 mm by default), also outlined."""
    return _tree(SMALL, 7.5, state, square, (colour, paper), title)


def cover_tree(
    accents: Sequence[str] = ACCENT_VALUES,
    ink: str = INK,
    *,
    outline: bool = False,
    paper: str = WHITE,
    title: str | None = None,
) -> str:
    """The tree of the cover: 96 x 144 mm; ten accents on two leaves each, trunk filled with ink, roots outlined.

    Lay it on the page grid at x 32, y 80. `outline` draws all of it as lines, for printers short of ink.
    ValueError unless there are ten accents.
    """
    if len(accents) != len(ACCENTS):
        raise ValueError(f"the cover wants {len(ACCENTS)} accents, not {len(accents)}")
    line = lined(ink, outline_width(SQUARE), fill=paper)
    trunk = cells(COVER.bricks, SQUARE, line if outline else filled(ink))
    crown = cells(COVER.leaves, SQUARE, line) if outline else _coloured_crown(accents)
    size = (COVER.width * SQUARE, COVER.bottom * SQUARE)
    return drawing(*size, crown, trunk, cells(COVER.roots, SQUARE, line), title=title)


def tree_to_shade(
    colour: str = INK,
    *,
    paper: str = WHITE,
    square: float = SHADE_SQUARE,
    zone: float = SHADE_ZONE,
    title: str | None = None,
) -> str:
    """The outlined tree of a scoring page: 20 leaves, 20 bricks and 20 roots, one shape for one point.

    6 squares wide (57.6 mm) and three zones high (156 mm): the crown stands at the foot of the first zone, the trunk
    fills the second, the roots hang from the top of the third. The ground is at two zones.
    ValueError where a zone is too low for the crown.
    """
    plan = shade_plan(square, zone)
    line = lined(colour, outline_width(square), fill=paper)
    everything = plan.leaves + plan.bricks + plan.roots
    return drawing(plan.width * square, 3 * zone, cells(everything, square, line), title=title)


def shade_plan(square: float = SHADE_SQUARE, zone: float = SHADE_ZONE) -> TreePlan:
    """The plan of the tree to shade, in squares, with its crown at the foot of a zone of `zone` mm."""
    top = zone / square - len(SHADE_PLAN.canopy)
    if top < 0:
        raise ValueError(f"a zone of {zone} mm is too low for four rows of {square} mm")
    brick = zone / square / SHADE_PLAN.courses
    return TreePlan(
        SHADE_PLAN.canopy, SHADE_PLAN.courses, SHADE_PLAN.roots_rows, SHADE_PLAN.width, top, brick
    )


def _tree(
    plan: TreePlan,
    height: float,
    state: TreeState | None,
    square: float,
    colours: tuple[str, str],
    title: str | None,
) -> str:
    size = (plan.width * square, height * square)
    if state == "rings":
        return drawing(*size, rings_in(plan, square, colours[0]), title=title)
    parts, side = wood_in(plan, square) if state == "wood" else (parts_of(plan, state), square)
    return drawing(*size, *_painted(parts, side, *colours), title=title)


def _painted(parts: Parts, side: float, colour: str, paper: str) -> tuple[str, str]:
    line = lined(colour, outline_width(side), fill=paper)
    return cells(parts.outlined, side, line), cells(parts.filled, side, filled(colour))


def _coloured_crown(accents: Sequence[str]) -> str:
    """One path a colour."""
    chapters = [chapter for row in COVER_ACCENTS for chapter in row]
    leaves: dict[int, list[Cell]] = {}
    for chapter, leaf in zip(chapters, COVER.leaves, strict=True):
        leaves.setdefault(chapter, []).append(leaf)
    return "".join(
        cells(some, SQUARE, filled(accents[chapter - 1])) for chapter, some in sorted(leaves.items())
    )
