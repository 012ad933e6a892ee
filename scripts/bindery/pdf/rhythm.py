"""Back to the lines of text: after a block of any height the text goes on where its next line may stand."""

from collections.abc import Callable, Sequence
from typing import Any

from bindery.units import mm_of_px, px_of_mm

# mm from line to line of text; source: the design, one idea: three to a square of 16.
LINE = 16 / 3
# mm below which nobody sees a difference.
_SAME = 0.02
# What `--foot: to-line` is called in the engine's styles.
_MARK = "__foot"

# Room at the foot, where to begin, the block around, ..., whether text may be cut, after how many lines.
_GIVEN_IN_FLOW = 11

Layout = Callable[..., tuple[Any, ...]]


def is_in_flow(given: Sequence[object]) -> bool:
    """Whether the engine wants a block laid out in the flow of its page, told by what it gives besides the block.

    It gives all that it can there. Where it only measures, in a grid or a flexible box, it leaves things out.
    """
    return len(given) == _GIVEN_IN_FLOW


def missing(height: float) -> float:
    """What is missing below a block of this height to a whole number of lines, both in mm."""
    gap = -height % LINE
    return gap if _SAME < gap < LINE - _SAME else 0.0


def on_lines(lay: Layout) -> Layout:
    """The engine's layout of a block, which adds what is missing below blocks that are marked in the stylesheet.

    It is added to the margin, which the foot of a page cuts off, and only where the block ends.
    """

    def laid(context: Any, box: Any, *rest: Any, **named: Any) -> tuple[Any, ...]:
        result = lay(context, box, *rest, **named)
        new_box, goes_on, *_ = result
        if new_box is not None and goes_on is None and _MARK in getattr(box.style, "cascaded", ()):
            new_box.margin_bottom += px_of_mm(missing(mm_of_px(new_box.border_height())))
        return result

    return laid
