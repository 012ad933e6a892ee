"""The hook into the engine: every structure element it makes says which HTML it was made for."""

from collections.abc import Callable, Iterator
from typing import Any

import pydyf

from bindery.pdf.origin import KEY, Origin

Builder = Callable[..., Iterator[Any]]
# Marks that are boxes of their own, and become links between a footnote and the text.
_FOOTNOTE_MARKS = {"footnote-call": "data-note", "footnote-marker": "data-back"}
_HALF_OF_A_LINE = 0.6  # of the size of its type
_PICTURES = ("img", "{http://www.w3.org/2000/svg}svg")


def with_origins(build: Builder) -> Builder:
    """The engine's maker of structure elements for a box, which adds to each of them its origin.

    Marks are unique among all that one such maker makes: what two of them made is mended apart, and bound then.
    """
    numbers: dict[Any, int] = {}

    def build_with_origin(box: Any, *arguments: Any) -> Iterator[Any]:
        blank = _blank_contents(box, arguments[-1])
        for made in build(box, *arguments):
            if KEY not in made:
                inner = getattr(box, "_box", box)
                made[KEY] = pydyf.String(_origin(inner, blank, numbers).encoded())
                _complete(made, inner)
            yield made

    return build_with_origin


def _blank_contents(box: Any, contents: Any) -> tuple[int, ...]:
    """The numbers of the marked contents in a box, or in its lines, that are white space."""
    near = (*box.children, *(inner for child in box.children for inner in child.children))
    blank = (text for text in near if not getattr(text, "text", "x").strip())
    return tuple(sorted(contents[text]["mcid"] for text in blank if text in contents))


def _origin(box: Any, blank: tuple[int, ...], numbers: dict[Any, int]) -> Origin:
    element = box.element
    if element is None:
        return Origin(blank=blank)
    mark = f"{numbers.setdefault(element, len(numbers))}:{box.element_tag}"
    pseudo = box.element_tag.partition("::")[2]
    if pseudo in _FOOTNOTE_MARKS and element.get("data-call"):
        return _of_footnote_mark(mark, pseudo, box)
    if pseudo:
        return Origin(mark, box.element_tag, blank=blank, hidden=box.is_leader)
    return Origin(
        mark=mark,
        tag=box.element_tag.rpartition("}")[2],
        kind=element.get("data-tag", ""),
        id=element.get("id", ""),
        call=element.get("data-call", ""),
        expansion=element.get("title", "") if element.tag == "abbr" else "",
        blank=blank,
        inline=box.style["display"] == ("inline", "flow"),
        bookmark=bool(box.bookmark_label) and box.style["bookmark_level"] != "none",
        hidden=element.get("aria-hidden") == "true" or _is_unnamed(element),
    )


def _of_footnote_mark(mark: str, pseudo: str, box: Any) -> Origin:
    # The lines of raised figures have no height: their middle is that of the figures.
    middle, half = box.position_y + box.margin_height() / 2, box.style["font_size"] * _HALF_OF_A_LINE
    left, right = box.position_x, box.position_x + box.margin_width()
    edges = (left, middle - half, right, middle + half)
    return Origin(
        mark=mark,
        tag=box.element_tag,
        call=box.element.get("data-call"),
        says=box.element.get(_FOOTNOTE_MARKS[pseudo], ""),
        box=tuple(round(float(edge), 2) for edge in edges),
    )


def _is_unnamed(element: Any) -> bool:
    """Whether it is a picture that says nothing; the engine takes the title of a drawing, or the text of another."""
    if element.tag not in _PICTURES:
        return False
    title = element.find("{http://www.w3.org/2000/svg}title")
    return not (element.get("alt") if element.tag == "img" else title is not None and title.text)


def _complete(made: Any, box: Any) -> None:
    """What the engine's element lacks and the finisher need not know."""
    element = box.element
    if element is None:
        return
    if box.link_annotation:
        words = element.get("aria-label") or element.get("title") or _words(element)
        # A link without words keeps what the engine says of it: the name of its target.
        box.link_annotation["Contents"] = pydyf.String(words) if words else box.link_annotation["Contents"]
    if element.get("lang") and box.element_tag == element.tag:
        made["Lang"] = pydyf.String(element.get("lang"))
    if made["S"] == "/TH":
        made["A"]["Scope"] = "/Row" if element.get("scope") == "row" else "/Column"


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
