"""Side notes moved to where they have room: after the layout, since nothing else moves with them."""

from collections.abc import Iterator, Mapping
from typing import Any

from bindery.pdf import boxes
from bindery.pdf.engine import Sheets
from bindery.units import px_of_mm


def move_notes(sheets: Sheets, shifts: Mapping[str, float]) -> None:
    """Move the body of each note named here, with all links in it, by so many mm down."""
    pages = sheets.document.pages
    for index, page in enumerate(pages):
        moved = [_move(note, shifts) for note in _notes(page._page_box)]
        if any(moved):
            # A page lists its links when it is made.
            pages[index] = type(page)(page._page_box)


def _notes(box: Any) -> Iterator[Any]:
    for child in boxes.inside(box):
        if boxes.has_class(child, "note"):
            yield child
        else:
            yield from _notes(child)


def _move(note: Any, shifts: Mapping[str, float]) -> bool:
    body = boxes.body_of_note(note)
    shift = shifts.get(boxes.key_of_note(note), 0)
    if shift:
        body.translate(0, px_of_mm(shift))
    return bool(shift)
