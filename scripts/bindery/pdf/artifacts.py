"""What is printed but not read: marked content that belongs to no structure element becomes an artifact."""

import re
from collections.abc import Iterable, Set

from pikepdf import Page, Pdf

from bindery.pdf.tree import Content

# How the engine begins marked content; the text itself is in hexadecimal figures, so this can stand nowhere else.
_BEGIN = re.compile(rb"/(Span|Figure)\s+<</MCID (\d+)>>\s+BDC\s")
# The first text of it: the matrix that sets it, its last number the height in pixels from the page's upper edge.
_HEIGHT = re.compile(rb"(-?[\d.]+) Tm\s")
_PX_PER_PT = 96 / 72
_DECORATION = b"/Artifact BMC\n"


def make_artifacts(pdf: Pdf, read: Iterable[Content], hidden: Iterable[Content]) -> None:
    """Turn all marked content that is not read into artifacts.

    Text that never was in the structure is of the type Pagination, and a header or a footer by the half of the page
    on which it stands; what was `hidden` there is decoration of no type.
    """
    kept, plain = _by_page(read), _by_page(hidden)
    for index, page in enumerate(pdf.pages):
        _change(page, kept.get(index, frozenset()), plain.get(index, frozenset()))


def _by_page(contents: Iterable[Content]) -> dict[int, set[int]]:
    numbers: dict[int, set[int]] = {}
    for content in contents:
        numbers.setdefault(content.page, set()).add(content.mcid)
    return numbers


def _change(page: Page, kept: Set[int], plain: Set[int]) -> None:
    content = page.Contents.read_bytes()
    middle = float(page.mediabox[3]) * _PX_PER_PT / 2

    def changed(found: re.Match[bytes]) -> bytes:
        number = int(found[2])
        if number in kept:
            return found[0]
        return _DECORATION if number in plain else _artifact(found, content, middle)

    written = _BEGIN.sub(changed, content)
    if written != content:
        page.Contents.write(written)


def _artifact(found: re.Match[bytes], content: bytes, middle: float) -> bytes:
    if found[1] == b"Figure":
        return _DECORATION
    height = _HEIGHT.search(content, found.end(), content.find(b"EMC", found.end()))
    subtype = b"Header" if height and float(height[1]) < middle else b"Footer"
    return b"/Artifact <</Type /Pagination /Subtype /" + subtype + b">> BDC\n"
