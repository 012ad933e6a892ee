"""What the engine's structure elements lack, added while it makes them: languages, notes, marks for the finisher."""

from collections.abc import Callable, Iterator
from typing import Any

import pydyf

# Private keys of a structure element, which the finisher reads and leaves out.
MARK, HIDDEN, CALL, FOOTNOTE = "BinderyMark", "BinderyHidden", "BinderyCall", "BinderyFootnote"

Builder = Callable[..., Iterator[Any]]


def with_marks(build: Builder) -> Builder:
    """The engine's maker of structure elements for a box, so that every element can be told from the others.

    Fragments of one HTML element on several pages get the same mark. Side notes become notes with an ID; a footnote
    and its call carry the same key; what is hidden from listeners (`aria-hidden`, pictures without a text) says so.
    """
    numbers: dict[Any, int] = {}

    def build_and_mark(box: Any, *arguments: Any) -> Iterator[Any]:
        for made in build(box, *arguments):
            if MARK not in made:
                _mark(made, getattr(box, "_box", box), numbers)
            yield made

    return build_and_mark


def _mark(made: Any, box: Any, numbers: dict[Any, int]) -> None:
    if box.element is None:
        made[MARK] = pydyf.String("")
        return
    number = numbers.setdefault(box.element, len(numbers))
    made[MARK] = pydyf.String(f"{number}:{box.element_tag}")
    if box.link_annotation:
        words = _words(box.element) or box.element.get("aria-label") or box.element.get("title")
        # A link without words keeps what the engine says of it: the name of its target.
        box.link_annotation["Contents"] = pydyf.String(words) if words else box.link_annotation["Contents"]
    if made["S"] == "/Figure" and "Alt" not in made:
        made[HIDDEN] = "true"
    if box.element_tag == box.element.tag:
        _mark_element(made, box.element)
    elif box.element.get("data-call"):
        _mark_footnote(made, box)


def _mark_footnote(made: Any, box: Any) -> None:
    if box.element_tag.endswith("::footnote-call"):
        made["S"], made[CALL] = "/Reference", pydyf.String(box.element.get("data-call"))
    elif box.element_tag.endswith("::footnote-marker"):
        made["S"] = "/Lbl"


def _mark_element(made: Any, element: Any) -> None:
    if element.get("aria-hidden") == "true":
        made[HIDDEN] = "true"
    if element.get("lang"):
        made["Lang"] = pydyf.String(element.get("lang"))
    if made["S"] == "/TH":
        made["A"]["Scope"] = "/Row" if element.get("scope") == "row" else "/Column"
    if element.get("data-call"):
        made[FOOTNOTE] = pydyf.String(element.get("data-call"))
    if "note" in element.get("class", "").split() and element.get("id"):
        made["S"], made["ID"] = "/Note", pydyf.String(f"note-{element.get('id')}")


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
