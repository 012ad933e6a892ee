"""How much an SVG draws, and how large: what the engine would multiply, or could not count."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

# A map drawn by hand has some ten thousand elements; a copy of a copy of a copy soon has millions.
DRAWN_LIMIT = 50_000
# Copies of copies, one in the other; what an interpreter can follow is a thousand.
_DEEPEST = 200
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_POINTER = re.compile(r"url\(\s*[\"']?\s*#([^\"')\s]+)")
_NUMBER = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9])?", re.IGNORECASE)
_NOTHING = re.compile(r"-.*|0*\.?0*(?:[a-z]*|%)")


def bad_size(root: etree._Element) -> tuple[str, str] | None:
    """The attribute of the outermost element that leaves the drawing no room, with its value."""
    for key in ("width", "height"):
        value = root.get(key, "1").strip()
        if _NOTHING.fullmatch(value):
            return key, value
    box = root.get("viewBox", "0 0 1 1")
    numbers = box.replace(",", " ").split()
    known = len(numbers) == len("xywh") and all(_NUMBER.fullmatch(number) for number in numbers)
    return ("viewBox", box) if known and min(float(number) for number in numbers[2:]) <= 0 else None


def drawn_elements(root: etree._Element) -> int | None:
    """How many elements are drawn, copies counted; None when one is drawn inside itself."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    return _Count(named).of(root)


class _Count:
    """Counts the parts of each element once."""

    def __init__(self, named: Mapping[str | None, etree._Element]) -> None:
        self._named = named
        self._known: dict[etree._Element, int] = {}
        self._open: set[etree._Element] = set()

    def of(self, element: etree._Element) -> int | None:
        """The elements drawn for one; None in a circle. More than the limit is not counted to its end."""
        if element in self._known:
            return self._known[element]
        if element in self._open:
            return None
        if len(self._open) > _DEEPEST:
            return DRAWN_LIMIT + 1
        self._open.add(element)
        total = 1
        for inner in self._inside(element):
            count = self.of(inner)
            if count is None:
                return None
            total = min(total + count, DRAWN_LIMIT + 1)
        self._open.remove(element)
        self._known[element] = total
        return total

    def _inside(self, element: etree._Element) -> Iterator[etree._Element]:
        yield from (inner for inner in element if isinstance(inner.tag, str))
        for name in _pointers(element):
            if name in self._named:
                yield self._named[name]


def _pointers(element: etree._Element) -> Iterator[str]:
    addresses = (element.get(key, "").strip() for key in _HREF)
    yield from (address[1:] for address in addresses if address.startswith("#"))
    for value in element.attrib.values():
        yield from _POINTER.findall(value)
