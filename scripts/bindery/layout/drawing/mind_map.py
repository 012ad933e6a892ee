"""A mind map to fill in: a ring in the middle, and rays that each end in a leaf."""

from math import cos, pi, sin

from bindery.layout.drawing.square import Form, form_path
from bindery.layout.drawing.svg import drawing, line, lined, path
from bindery.layout.drawing.tokens import BAND_LINE, FRAME_LINE, INK, SQUARE, WHITE

WIDTH = 160.0
RING = 2 * SQUARE
LEAF_WIDTH, LEAF_HEIGHT = 2 * SQUARE, SQUARE

Spot = tuple[float, float]


def leaf_spots(rays: int, height: float) -> tuple[Spot, ...]:
    """The top left corners (mm) of the leaves, clockwise from the top; the drawing is 160 x `height` mm.

    They lie on an ellipse, none of them straight above the middle, where two would meet.
    """
    across, down = (WIDTH - LEAF_WIDTH) / 2, (height - LEAF_HEIGHT) / 2
    turns = [2 * pi * (index + 0.5) / rays for index in range(rays)]
    return tuple((across + across * sin(turn), down - down * cos(turn)) for turn in turns)


def mind_map(
    rays: int, height: float, colour: str = INK, *, paper: str = WHITE, title: str | None = None
) -> str:
    """The ring, the rays and the leaves, 160 x `height` mm; the tips of the leaves point away from the middle."""
    middle = (WIDTH / 2, height / 2)
    spots = leaf_spots(rays, height)
    spokes = "".join(line(*middle, x + LEAF_WIDTH / 2, y + LEAF_HEIGHT / 2) for x, y in spots)
    leaves = "".join(form_path(_leaf(spot, height), *spot, LEAF_WIDTH, LEAF_HEIGHT) for spot in spots)
    ring = form_path(Form.DISC, middle[0] - RING / 2, middle[1] - RING / 2, RING, RING)
    return drawing(
        WIDTH,
        height,
        path(spokes, lined(colour, BAND_LINE)),
        path(leaves, lined(colour, BAND_LINE, fill=paper)),
        path(ring, lined(colour, FRAME_LINE, fill=paper)),
        title=title,
    )


def leans_right(spot: Spot, height: float) -> bool:
    """Whether the leaf in this place has its upper tip at the right, so that words fit there."""
    return _leaf(spot, height) is Form.LEAF_RIGHT


def _leaf(spot: Spot, height: float) -> Form:
    to_the_right, below = spot[0] >= (WIDTH - LEAF_WIDTH) / 2, spot[1] >= (height - LEAF_HEIGHT) / 2
    return Form.LEAF_LEFT if to_the_right == below else Form.LEAF_RIGHT
