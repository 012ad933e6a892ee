"""The marks of the page kinds: what a reader is asked to do here."""

from collections.abc import Callable
from typing import Literal, get_args

from bindery.layout.drawing.square import Form, form_path
from bindery.layout.drawing.svg import Paint, drawing, filled, lined, numbers, path
from bindery.layout.drawing.tokens import CURRENT, WHITE

PageKind = Literal["read", "reflect", "try", "write", "look-up", "go-deeper", "other-side"]
PAGE_KINDS: tuple[PageKind, ...] = get_args(PageKind)

MARK = 3.5
"""The side of a mark in the label column, mm."""
LINE_SHARE = 0.09
"""The line of an outlined mark, as a share of its side."""


def mark(
    kind: PageKind, side: float = MARK, colour: str = CURRENT, *, paper: str = WHITE, title: str | None = None
) -> str:
    """The mark of a page kind, `side` x `side` mm; `paper` fills the empty half of `other-side` and the outlined ring.

    Read: square. Reflect: disc. Try: leaf. Write: drop. Look up and go deeper: ring. Other side: half a square.
    """
    return drawing(side, side, _MARKS[kind](side, colour, paper), title=title)


def _filled(form: Form) -> Callable[[float, str, str], str]:
    def draw(side: float, colour: str, _paper: str) -> str:
        return path(_commands(form, side, 0), filled(colour))

    return draw


def _ring(side: float, colour: str, paper: str) -> str:
    line = side * LINE_SHARE
    return path(_commands(Form.DISC, side, line), lined(colour, line, fill=paper))


def _half(side: float, colour: str, paper: str) -> str:
    line = side * LINE_SHARE
    frame = path(_commands(Form.SQUARE, side, line), lined(colour, line, fill=paper))
    return frame + path(f"M{numbers(0, side)}V0H{numbers(side)}Z", Paint(fill=colour))


def _commands(form: Form, side: float, line: float) -> str:
    return form_path(form, line / 2, line / 2, side - line, side - line)


_MARKS: dict[PageKind, Callable[[float, str, str], str]] = {
    "read": _filled(Form.SQUARE),
    "reflect": _filled(Form.DISC),
    "try": _filled(Form.LEAF_LEFT),
    "write": _filled(Form.DROP),
    "look-up": _ring,
    "go-deeper": _ring,
    "other-side": _half,
}
