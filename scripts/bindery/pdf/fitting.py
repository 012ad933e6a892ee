"""What has to fit its page is made to fit while it is laid out: frames set closer, notes that never open a page.

The stylesheet marks these boxes (`--closest: 2` on a frame, `--overleaf: never` on room for notes) and says what closer
means: `--closer-1-min-height: 34mm` stands for `min-height` from the first level on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf
from typing import Any

from bindery.pdf.rhythm import Layout, is_in_flow
from bindery.pdf.room import ROUNDED, RULING
from bindery.units import mm_of_px, px_of_mm

# What the properties are called in the engine's styles.
_CLOSEST, _CLOSER, _OVERLEAF = "__closest", "__closer_", "__overleaf"
# The engine takes back what the layout of boxes has left on the page besides: what is placed there, and footnotes.
TakeBack = Callable[..., None]


def fitted(lay: Layout, take_back: TakeBack) -> Layout:
    """The engine's layout of a block, with marked boxes made to fit."""

    def laid(context: Any, box: Any, bottom_space: float, *rest: Any, **named: Any) -> tuple[Any, ...]:
        marks = getattr(box.style, "cascaded", ()) if is_in_flow((bottom_space, *rest)) else ()
        if _CLOSEST in marks and rest[0] is None:
            place = box.position_x, box.position_y
            return _Frame(lay, take_back, context, box, place, rest).laid(bottom_space)
        if _OVERLEAF in marks and getattr(box.style["height"], "value", None) == 0:
            return _at_foot(lay(context, box, -inf, *rest), context.page_bottom - bottom_space)
        return lay(context, box, bottom_space, *rest, **named)

    return laid


def _at_foot(result: tuple[Any, ...], foot: float) -> tuple[Any, ...]:
    """Room for notes that has no lines yet stands on the foot of a page that the text before it fills."""
    box = result[0]
    box.translate(0, min(0.0, foot - box.content_box_y()))
    return result


@dataclass(frozen=True, slots=True)
class _Frame:
    """A frame at the head of its page; `rest` is what else the engine says when it wants a block laid out."""

    lay: Layout
    take_back: TakeBack
    context: Any
    box: Any
    place: tuple[float, float]
    rest: tuple[Any, ...]

    def laid(self, bottom_space: float) -> tuple[Any, ...]:
        """Laid out at the first level that has room for the lines that it needs, or else at the closest.

        The lines that it has at present do not count, so that the level depends on the text alone.
        """
        wanted = (self._number("data-needed") - self._number("data-lines")) * RULING - ROUNDED
        _set_closer(self.box, 0)
        result = self._laid(-inf)
        for level in range(1, int(self.box.style[_CLOSEST][0].value) + 1):
            if self._free(result[0], bottom_space) >= wanted:
                break
            _set_closer(self.box, level)
            result = self._again(result[0], -inf)
        fits = self._free(result[0], bottom_space) >= -ROUNDED
        return result if fits else self._again(result[0], bottom_space)

    def _number(self, name: str) -> int:
        return int(self.box.element.get(name))

    def _free(self, laid: Any, bottom_space: float) -> float:
        """What it leaves of its page, in mm."""
        below = laid.border_box_y() + laid.border_height()
        return mm_of_px(self.context.page_bottom - bottom_space - below)

    def _laid(self, bottom_space: float) -> tuple[Any, ...]:
        skip, containing, is_first, placed, fixed, margins, *others = self.rest
        self.box.position_x, self.box.position_y = self.place
        # The engine writes into the margins.
        given = skip, containing, is_first, placed, fixed, list(margins), *others
        return self.lay(self.context, self.box, bottom_space, *given)

    def _again(self, laid: Any, bottom_space: float) -> tuple[Any, ...]:
        _, _, _, placed, fixed, *_ = self.rest
        self.take_back(self.context, [laid], placed, fixed)
        return self._laid(bottom_space)


def _set_closer(box: Any, level: int) -> None:
    """Give the boxes inside the styles of this level; a style that is taken out is computed anew."""
    for style in (inner.style for inner in box.descendants()):
        closer = sorted(_closer(style))
        for _, name, _ in closer:
            style.pop(name, None)
        for from_level, name, millimetres in closer:
            if from_level <= level:
                style[name] = style[name]._replace(value=px_of_mm(millimetres), unit="px")


def _closer(style: Any) -> Iterator[tuple[int, str, float]]:
    """What is closer in a style: from which level on, the property, and its length in mm."""
    for key, (tokens, _) in getattr(style, "cascaded", {}).items():
        if key.startswith(_CLOSER):
            level, name = key.removeprefix(_CLOSER).split("_", 1)
            yield int(level), name, float(tokens[0].value)
