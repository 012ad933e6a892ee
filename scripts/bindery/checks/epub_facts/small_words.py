"""Words in drawings: on a small screen they are large enough to be read, or a larger drawing is a link away."""

import re
from collections.abc import Iterator

from lxml import etree

from bindery.checks.archive import NAMESPACES, EpubFile, found_in
from bindery.checks.verdict import Subject, finding
from bindery.findings import Finding

_PAGE = 296
"""CSS pixels: a screen of 320 without its margins."""
_SMALLEST = 8.0
"""CSS pixels."""
_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px)?\s*")
_OUTERMOST = ".//svg:svg[not(ancestor::svg:svg)]"


def words_large_enough(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Words that come out too small stand in a figure that links to the same in large."""
    for name, root in book.documents.items():
        for drawing in found_in(root, _OUTERMOST):
            size = _smallest(drawing)
            if size < _SMALLEST and not _is_larger_elsewhere(drawing, name, book):
                message = f"words in a drawing come out {size:.1f} pixels high on a screen of 320"
                yield finding("C065", message, subject.place(name, int(drawing.sourceline or 0)))


def _is_larger_elsewhere(drawing: etree._Element, name: str, book: EpubFile) -> bool:
    for link in found_in(drawing, "ancestor::h:figure[1]//h:a[@href]"):
        target, _ = book.resolve(name, link.get("href", ""))
        larger = found_in(book.documents[target], _OUTERMOST) if target in book.documents else []
        if target != name and larger and all(_smallest(other) >= _SMALLEST for other in larger):
            return True
    return False


def _smallest(drawing: etree._Element) -> float:
    """The height of the smallest type in a drawing as wide as the page, in CSS pixels; much where there is none."""
    box = (drawing.get("viewBox") or "").replace(",", " ").split()
    sizes = [_size(text) for text in found_in(drawing, ".//svg:text")]
    known = [size for size in sizes if size]
    if len(box) != len("xywh") or not known:
        return float("inf")
    return min(known) * _PAGE / max(float(box[2]), 0.01)


def _size(text: etree._Element) -> float:
    around = (text, *text.iterancestors(f"{{{NAMESPACES['svg']}}}*"))
    written = next((value for element in around if (value := element.get("font-size"))), "")
    found = _NUMBER.fullmatch(written)
    return float(found[1]) if found else 0.0
