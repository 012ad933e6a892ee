"""The words of an e-book as they are read, and where in them each printed page begins."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from bindery.checks.archive import NAMESPACES, EpubFile, named
from bindery.checks.letters import letters

_TYPE = f"{{{NAMESPACES['epub']}}}type"
_IN_LINE = frozenset(
    ("a", "abbr", "b", "br", "cite", "code", "dfn", "em", "i", "img", "span", "strong", "sub", "sup")
)
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Marker:
    """A page marker: its label, how many letters stand before it, and whether it is inside a paragraph."""

    label: str
    offset: int
    is_inside: bool


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    texts: list[str] = field(default_factory=list)
    length: int = 0
    block_begin: int = 0
    begins: list[int] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)


class MarkedWords:
    """All letters of an e-book in reading order, without drawings and what is hidden, and its page markers."""

    def __init__(self, book: EpubFile) -> None:
        """Read the documents of the spine."""
        reading = _Reading()
        for name in book.spine:
            if name in book.documents:
                _read(book.documents[name], reading)
        self._texts = reading.texts
        self._begins = reading.begins
        self.letters = "".join(map(letters, reading.texts))
        self.markers = tuple(reading.markers)

    def shown(self, marker: Marker) -> str:
        """The words behind a marker, to be shown to a person."""
        index = max(bisect_right(self._begins, marker.offset) - 1, 0)
        while index and self._begins[index - 1] == marker.offset:
            index -= 1
        words = " ".join(" ".join(self._texts[index : index + 12]).split())
        return words[:_SHOWN]


def _read(element: etree._Element, reading: _Reading) -> None:
    namespace, name = named(element)
    if namespace != NAMESPACES["h"] or element.get("hidden") is not None or name == "head":
        return
    is_block = name not in _IN_LINE
    if "pagebreak" in element.get(_TYPE, "").split():
        is_inside = not is_block and reading.length > reading.block_begin
        reading.markers.append(Marker(element.get("aria-label", ""), reading.length, is_inside))
        return
    if is_block:
        reading.block_begin = reading.length
    _add(element.get("alt") or element.text, reading)
    for child in _elements(element):
        _read(child, reading)
        _add(child.tail, reading)
    if is_block:
        reading.block_begin = reading.length


def _add(text: str | None, reading: _Reading) -> None:
    if text:
        reading.texts.append(text)
        reading.begins.append(reading.length)
        reading.length += len(letters(text))


def _elements(element: etree._Element) -> Iterator[etree._Element]:
    return element.iterchildren(etree.Element)
