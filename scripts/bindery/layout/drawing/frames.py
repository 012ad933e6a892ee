"""Leaves as frames: round a pathway, and behind the next step."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from bindery.layout.drawing.square import Form, form_path, rounded
from bindery.layout.drawing.svg import drawing, filled, line, lined, path
from bindery.layout.drawing.tokens import BAND_LINE, CURRENT, FRAME_LINE, INK, SQUARE, TINT, WHITE

FRAME_WIDTH = 160.0
NUMERAL_LEAF = 24.0


@dataclass(frozen=True, slots=True)
class Band:
    """A level line across a frame at `y` mm, and the uprights (x, mm) that divide what lies under it."""

    y: float
    uprights: tuple[float, ...] = ()


def pathway_frame(
    height: float,
    bands: Sequence[Band] = (),
    colour: str = INK,
    *,
    width: float = FRAME_WIDTH,
    paper: str = "none",
    title: str | None = None,
) -> str:
    """A leaf-shaped frame `width` x `height` mm, its line within that size, top right and bottom left rounded.

    Uprights of a band end at the next band, or at the foot. A line that meets a rounded corner ends at it.
    """
    inset = FRAME_LINE / 2
    corners = (0.0, SQUARE - inset, 0.0, SQUARE - inset)
    edge = rounded(inset, inset, width - FRAME_LINE, height - FRAME_LINE, corners)
    level = "".join(line(*_level(band.y, width, height)) for band in bands)
    ends = [band.y for band in bands[1:]] + [height - inset]
    upright = "".join(
        line(x, band.y, x, end) for band, end in zip(bands, ends, strict=False) for x in band.uprights
    )
    frame = path(edge, lined(colour, FRAME_LINE, fill=paper))
    return drawing(width, height, frame, path(level + upright, lined(colour, BAND_LINE)), title=title)


def next_step_leaf(
    width: float = FRAME_WIDTH,
    height: float = 80.0,
    colour: str = TINT,
    *,
    radius: float = SQUARE,
    title: str | None = None,
) -> str:
    """The tinted leaf that lies behind the next step."""
    leaf = rounded(0, 0, width, height, (0.0, radius, 0.0, radius))
    return drawing(width, height, path(leaf, filled(colour)), title=title)


def numeral_leaf(
    side: float = NUMERAL_LEAF, colour: str = CURRENT, *, outline: bool = False, title: str | None = None
) -> str:
    """The leaf on which a pathway's number stands, `side` x `side` mm."""
    edge = FRAME_LINE if outline else 0.0
    inner = side - edge
    commands = form_path(Form.LEAF_LEFT, edge / 2, edge / 2, inner, inner)
    paint = lined(colour, edge, fill=WHITE) if outline else filled(colour)
    return drawing(side, side, path(commands, paint), title=title)


def _level(y: float, width: float, height: float) -> tuple[float, float, float, float]:
    left = _cut(y - (height - SQUARE), SQUARE)
    right = width - _cut(SQUARE - y, SQUARE)
    return left, y, right, y


def _cut(depth: float, radius: float) -> float:
    """How far a rounded corner reaches in, `depth` mm beyond where it begins."""
    return radius - sqrt(max(0.0, radius**2 - depth**2)) if depth > 0 else 0.0
