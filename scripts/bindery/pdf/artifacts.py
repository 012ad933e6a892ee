"""What is printed but not read: marked content that belongs to no structure element becomes an artifact."""

import re
from collections.abc import Iterable

from pikepdf import Pdf

from bindery.pdf.tree import Content

# How the engine begins marked content; the text itself is in hexadecimal figures, so this can stand nowhere else.
_BEGIN = re.compile(rb"/(Span|Figure)\s+<</MCID (\d+)>>\s+BDC\s")
# The first text of it: the matrix that sets it, its last number the height in pixels from the page's upper edge.
_HEIGHT = re.compile(rb"(-?[\d.]+) Tm\s")
_PX_PER_PT = 96 / 72


def make_artifacts(pdf: Pdf, owned: Iterable[Content]) -> int:
    """Turn all marked content that is not owned into artifacts; how many there were.

    Text is of the type Pagination, and a header or a footer by the half of the page on which it stands.
    """
    kept: dict[int, set[int]] = {}
    for content in owned:
        kept.setdefault(content.page, set()).add(content.mcid)
    return sum(_page(pdf, index, kept.get(index, set())) for index in range(len(pdf.pages)))


def _page(pdf: Pdf, index: int, kept: set[int]) -> int:
    page = pdf.pages[index]
    content = page.Contents.read_bytes()
    middle = float(page.mediabox[3]) * _PX_PER_PT / 2

    def changed(found: re.Match[bytes]) -> bytes:
        return found[0] if int(found[2]) in kept else _artifact(found, content, middle)

    written, count = _BEGIN.subn(changed, content)
    if written != content:
        page.Contents.write(written)
    return count - len(kept)


def _artifact(found: re.Match[bytes], content: bytes, middle: float) -> bytes:
    if found[1] == b"Figure":
        return b"/Artifact BMC\n"
    height = _HEIGHT.search(content, found.end(), content.find(b"EMC", found.end()))
    subtype = b"Header" if height and float(height[1]) < middle else b"Footer"
    return b"/Artifact <</Type /Pagination /Subtype /" + subtype + b">> BDC\n"
