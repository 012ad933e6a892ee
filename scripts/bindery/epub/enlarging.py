"""Drawings whose words are too small on a small screen, in two overlapping halves, each as wide as the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_SVG = "http://www.w3.org/2000/svg"
_TEXT = f"{{{_SVG}}}text"
_SCREEN = 296.0
"""CSS pixels between the margins of a screen of 320."""
LEGIBLE = 9.0
"""CSS pixels; smaller type is hard to read at arm's length, and half of what readers set for running text."""
_LETTER = 0.56
"""Em: what a letter of Bricolage Grotesque takes on average; measured on the drawings of the book."""
_WIDEST = 0.7
_STEPS = 40
_NUMBER = re.compile(r"\s*-?[0-9]*\.?[0-9]+")


@dataclass(frozen=True, slots=True)
class _Words:
    """A text in a drawing: from where to where it reaches, and its size, all in units of the drawing."""

    left: float
    right: float
    size: float


def halves(root: etree._Element) -> tuple[str, ...]:
    """The view boxes of two halves that have every word whole in one of them; none where the words are large enough.

    A drawing that is higher than wide gains nothing from being cut from left to right, so it is left alone.
    """
    box = [_number(part) for part in root.get("viewBox", "").replace(",", " ").split()]
    words = tuple(_all_words(root))
    if len(box) != len("xywh") or not words:
        return ()
    x, y, width, height = box
    if min(word.size for word in words) * _SCREEN / width >= LEGIBLE:
        return ()
    share = _share(words, x, width)
    return tuple(_box(left, y, share * width, height) for left in (x, x + width * (1 - share)))


def _share(words: tuple[_Words, ...], x: float, width: float) -> float:
    """How much of the width a half has to have, so that no word is cut in both; at most seven tenths."""
    for step in range(_STEPS):
        share = 0.5 + 0.02 + (_WIDEST - 0.52) * step / _STEPS
        left_end, right_begin = x + share * width, x + (1 - share) * width
        if all(word.right <= left_end or word.left >= right_begin for word in words):
            return share
    return _WIDEST


def _box(*numbers: float) -> str:
    return " ".join(f"{number:g}" for number in numbers)


def _all_words(root: etree._Element) -> Iterator[_Words]:
    for text in root.iter(_TEXT):
        size = _number(_inherited(text, "font-size"))
        length = len("".join(str(part) for part in text.itertext()).strip()) * size * _LETTER
        begin = _number(text.get("x", "")) + _moved(text)
        anchor = _inherited(text, "text-anchor") or "start"
        left = begin - {"start": 0.0, "middle": length / 2, "end": length}.get(anchor, 0.0)
        if size:
            yield _Words(left, left + length, size)


def _inherited(element: etree._Element, name: str) -> str:
    found = (outer.get(name) for outer in (element, *element.iterancestors()))
    return next((value for value in found if value), "")


def _moved(element: etree._Element) -> float:
    """How far groups around a text move it to the right, by `translate`."""
    transforms = (outer.get("transform", "") for outer in (element, *element.iterancestors()))
    moved = (part.partition("translate(")[2].split(")")[0] for part in transforms if "translate(" in part)
    return sum(map(_number, moved))


def _number(text: str) -> float:
    """The number that a length begins with, 0 without one."""
    found = _NUMBER.match(text)
    return float(found[0]) if found else 0.0
