"""A footnote stands on the page of its call: where the engine moves it on, the page is made again and ends earlier."""

from collections.abc import Callable, Iterator
from typing import Any

from bindery.pdf import boxes
from bindery.pdf.rhythm import Layout, is_in_flow

# mm that a page may stay empty for the sake of a footnote; where it would be more, the note goes on after all.
MOST_EMPTY = 60.0

Make = Callable[..., tuple[Any, Any]]


class WithCalls:
    """Two of the engine's functions, which work together: one makes a page, the other lays out a block."""

    def __init__(self) -> None:
        """No block is kept off the page that is being made."""
        # Boxes are copied while they are laid out; the style of a box stays what it is.
        self._kept_off: list[Any] = []

    def page(self, make: Make) -> Make:
        """The engine's way to make a page, which is made again as long as that brings a footnote to its call."""

        def made(index: int, context: Any, *rest: Any) -> tuple[Any, Any]:
            self._kept_off.clear()
            before = _Notes(context)
            page, end = make(index, context, *rest)
            while before.moved_on() and (block := last_block(page)):
                self._kept_off.append(block.style)
                before.put_back()
                page, shorter = make(index, context, *rest)
                if shorter == end or boxes.free(page) > MOST_EMPTY:
                    self._kept_off.pop()
                    before.put_back()
                    return make(index, context, *rest)
                end = shorter
            return page, end

        return made

    def block(self, lay: Layout) -> Layout:
        """The engine's layout of a block, in which there is no room for those that are kept off the page."""

        def laid(context: Any, box: Any, *rest: Any, **named: Any) -> tuple[Any, ...]:
            if self._kept_off and is_in_flow(rest) and rest[1] is None and self._is_kept_off(box):
                return None, None, {"break": "any", "page": box.page_values()[0]}, [], False, rest[-1]
            return lay(context, box, *rest, **named)

        return laid

    def _is_kept_off(self, box: Any) -> bool:
        return any(box.style is style for style in self._kept_off)


class _Notes:
    """What the engine knows of footnotes before it makes a page."""

    def __init__(self, context: Any) -> None:
        self._context = context
        self._waiting, self._late = list(context.footnotes), list(context.reported_footnotes)
        self._broken = dict(context.broken_out_of_flow)

    def moved_on(self) -> bool:
        """Whether a note that is called on the page just made has no room on it."""
        return any(note not in self._late for note in self._context.reported_footnotes)

    def put_back(self) -> None:
        """Let the engine know no more than it did."""
        self._context.footnotes, self._context.reported_footnotes = list(self._waiting), list(self._late)
        self._context.broken_out_of_flow = dict(self._broken)


def last_block(page: Any) -> Any | None:
    """The last block that begins on a page and could begin the next one instead; None where there is none.

    A block that opens another takes that along, and a heading goes with what follows it.
    """
    root = next(boxes.inside(page))
    starting = [block for block in _starting(root, root) if block is not root]
    return starting[-1] if starting else None


def _starting(box: Any, opening: Any | None) -> Iterator[Any]:
    """What would have to be moved overleaf for each block that begins on the page, in order.

    The engine cannot do without a block in columns, so that columns are moved as a whole.
    """
    taken_along = opening
    for child in boxes.blocks(box):
        moved = taken_along or (child if boxes.begins(child) else None)
        if moved:
            yield moved
        if not boxes.keeps_together(child) and not boxes.has_columns(child):
            yield from _starting(child, moved)
        taken_along = moved if boxes.keeps_with_next(child) else None
