"""The engine's boxes, asked the few things that reading positions needs. A box is of no type of ours: `Any`."""

from collections.abc import Iterator
from typing import Any

from bindery.pdf.engine_room import boxes
from bindery.units import mm_of_px

TOLERANCE = 0.02
"""mm by which rounding may let content run over the foot of a page."""


def real(box: Any) -> Any:
    """The box itself where the engine has left a stand-in for one that is placed absolutely."""
    return getattr(box, "_box", box)


def inside(box: Any) -> Iterator[Any]:
    """The boxes directly inside, in the order of the document."""
    return (real(child) for child in getattr(box, "children", ()))


def descendants(box: Any) -> Iterator[Any]:
    """All boxes inside, in the order of the document."""
    for child in inside(box):
        yield child
        yield from descendants(child)


def is_line(box: Any) -> bool:
    """Whether it is a line, which carries its parent's element without being it."""
    return isinstance(box, boxes.LineBox)


def is_text(box: Any) -> bool:
    """Whether it is a piece of text on one line."""
    return isinstance(box, boxes.TextBox)


def is_picture(box: Any) -> bool:
    """Whether it is a picture or a drawing."""
    return isinstance(box, boxes.ReplacedBox)


def is_block(box: Any) -> bool:
    """Whether it is more than a part of a line: its key is the key of a block."""
    return not isinstance(box, boxes.InlineLevelBox | boxes.LineBox)


def is_margin(box: Any) -> bool:
    """Whether it stands in a page's margin: running head, folio, tab."""
    return isinstance(box, boxes.MarginBox)


def is_footnote_area(box: Any) -> bool:
    """Whether it is the room for footnotes at the foot of a page."""
    return isinstance(box, boxes.FootnoteAreaBox)


def is_of_its_element(box: Any) -> bool:
    """Whether it is made by an element itself, and not by ::before, ::marker or the like."""
    return (
        box.element is not None
        and not is_text(box)
        and not is_line(box)
        and box.element_tag == box.element.tag
    )


def is_generated(box: Any) -> bool:
    """Whether its text is none of the document's: ::before, ::marker, ::footnote-call."""
    return box.element_tag is not None and "::" in box.element_tag


def attribute(box: Any, name: str) -> str:
    """An attribute of the element that makes this box, "" when it has none."""
    return str(box.element.get(name, "")) if is_of_its_element(box) else ""


def number(box: Any, name: str) -> int | None:
    """A whole number in an attribute; None when there is none."""
    value = attribute(box, name)
    return int(value) if value.isdigit() else None


def has_class(box: Any, name: str) -> bool:
    """Whether the element that makes this box has this class."""
    return name in attribute(box, "class").split()


def body_of_note(note: Any) -> Any:
    """The box inside a side note that can be moved."""
    return next((box for box in descendants(note) if has_class(box, "note-body")), note)


def key_of_note(note: Any) -> str:
    """The key of a side note, which it or its body carries; "" when neither does."""
    return attribute(note, "id") or attribute(body_of_note(note), "id")


def is_repeated_head(box: Any) -> bool:
    """Whether it is the head (or foot) of a table, which the engine repeats on every page."""
    return bool(getattr(box, "is_header", False) or getattr(box, "is_footer", False))


def top(box: Any) -> float:
    """The upper edge of its border, in mm from the page's upper edge."""
    return mm_of_px(box.border_box_y())


def height(box: Any) -> float:
    """From border to border, in mm."""
    return mm_of_px(box.border_height())


def flow(box: Any) -> list[Any]:
    """The boxes directly inside that take room: neither placed absolutely nor floating."""
    return [child for child in inside(box) if is_text(child) or child.is_in_normal_flow()]


def lowest(box: Any) -> float:
    """The lowest edge of what stands in a box, in mm; a box that goes on overleaf is stretched and tells nothing."""
    children = [] if is_text(box) or is_line(box) or _has_own_height(box) else flow(box)
    if not children:
        return mm_of_px(
            box.position_y + (box.height if is_line(box) else box.margin_height() - box.margin_bottom)
        )
    return max(lowest(child) for child in children) + mm_of_px(_below(box))


def free(page: Any) -> float:
    """What text leaves empty above the footnotes of a page, in mm; negative where it runs over the foot."""
    root = next(inside(page))
    bottom = mm_of_px(page.content_box_y() + page.height)
    notes = sum(mm_of_px(box.margin_height()) for box in inside(page) if is_footnote_area(box))
    return bottom - notes - (lowest(root) if flow(root) else mm_of_px(page.content_box_y()))


def _below(box: Any) -> float:
    """What a box needs below its content, in px."""
    return (
        0.0
        if "bottom" in box.remove_decoration_sides
        else float(box.padding_bottom + box.border_bottom_width)
    )


def _has_own_height(box: Any) -> bool:
    return box.style["height"] != "auto" or bool(getattr(box.style["min_height"], "value", 0))


def height_of_words(fill: Any) -> float:
    """How high (mm) room to write has to be for the words beside its lines; 0 where none stand there."""
    words = next((box for box in inside(fill) if has_class(box, "beside-lines")), None)
    return lowest(words) - mm_of_px(fill.content_box_y()) if words else 0.0


def begins(box: Any) -> bool:
    """Whether it is the beginning of its element, and not what goes on from the page before."""
    return "top" not in box.remove_decoration_sides


def blocks(box: Any) -> list[Any]:
    """The blocks directly inside that take room."""
    return [child for child in flow(box) if is_block(child)]


def opening(box: Any) -> Iterator[Any]:
    """What opens a page and cannot be broken: a block, and headings before it; nothing where it is running text."""
    for child in blocks(box):
        yield from (child,) if keeps_together(child) else opening(child)
        if not keeps_with_next(child):
            return


def keeps_together(box: Any) -> bool:
    """Whether nothing may break it, so that no block inside can begin a page."""
    plain = type(box) is boxes.BlockBox and not box.is_table_wrapper
    return not plain or box.style["break_inside"] != "auto" or _has_own_height(box)


def has_columns(box: Any) -> bool:
    """Whether its content stands in columns."""
    return bool(box.style["column_count"] != "auto" or box.style["column_width"] != "auto")


def keeps_with_next(box: Any) -> bool:
    """Whether it goes where the next block goes, as a heading does."""
    return box.style["break_after"] in {"avoid", "avoid-page"}
