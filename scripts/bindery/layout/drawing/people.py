"""People: a round head over a square with two corners rounded."""

from collections.abc import Collection
from typing import Literal, get_args

from bindery.layout.drawing.square import Form, form_path, rounded
from bindery.layout.drawing.svg import Paint, drawing, filled, lined, path
from bindery.layout.drawing.tokens import CURRENT, INSET, WHITE, outline_width

Who = Literal["alone", "pair", "group"]
GROUPS: tuple[Who, ...] = get_args(Who)
"""In the order in which they are drawn; the first is one person, the second two, the third three."""

HEAD, SHOULDERS, NECK = 0.5, 0.75, 0.6
"""Diameter of the head, height of the shoulders, and where they begin, as shares of a person's width."""
APART = 0.6
"""Between two groups, as a share of a person's width."""


def person(
    width: float = 4.0, colour: str = CURRENT, *, outline: bool = False, title: str | None = None
) -> str:
    """One person, `width` mm wide and 1.35 times as high."""
    paint = _outline(width, colour, WHITE) if outline else filled(colour)
    return drawing(width, person_height(width), path(_person(0, width, paint.width), paint), title=title)


def who(
    applies: Collection[str],
    width: float = 3.8,
    colour: str = CURRENT,
    *,
    paper: str = WHITE,
    title: str | None = None,
) -> str:
    """Three groups, of one, two and three people `width` mm wide; those in `applies` filled, the others outlined.

    26.6 x 5.13 mm by default. ValueError for words that are not alone, pair or group.
    """
    unknown = sorted(set(applies) - set(GROUPS))
    if unknown:
        raise ValueError(f"who is one or more of {', '.join(GROUPS)}, not {', '.join(unknown)}")
    shapes = [
        _group(i, width, _outline(width, colour, paper))
        for i, name in enumerate(GROUPS)
        if name not in applies
    ]
    shapes += [_group(i, width, filled(colour)) for i, name in enumerate(GROUPS) if name in applies]
    return drawing(_left(len(GROUPS), width) - APART * width, person_height(width), *shapes, title=title)


def person_height(width: float) -> float:
    """The height of a person `width` mm wide."""
    return (NECK + SHOULDERS) * width


def _outline(width: float, colour: str, paper: str) -> Paint:
    return lined(colour, outline_width(width), fill=paper)


def _left(group: int, width: float) -> float:
    """Where a group begins: all before it take 1, 2, ... widths and a gap each."""
    return (group * (group + 1) / 2 + group * APART) * width


def _group(group: int, width: float, paint: Paint) -> str:
    left = _left(group, width)
    return path("".join(_person(left + i * width, width, paint.width) for i in range(group + 1)), paint)


def _person(x: float, width: float, line: float) -> str:
    inset = INSET * width + line / 2
    head, body = HEAD * width - line, width - 2 * inset
    top = NECK * width + line / 2
    height = person_height(width) - top - line / 2
    radius = body / 2
    shoulders = rounded(x + inset, top, body, height, (radius, radius, 0.0, 0.0))
    return form_path(Form.DISC, x + (width - head) / 2, line / 2, head, head) + shoulders
