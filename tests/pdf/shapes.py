"""The structure of a printed document in one line, to be compared at a glance."""

from io import BytesIO

import pikepdf

from bindery.pdf.tree import Element, elements, read_tree
from pdf.sample_book import Chapter, part, printed

# The objects of a file die with it, and the elements hold some.
_OPEN: list[pikepdf.Pdf] = []


def structure(body: str) -> Element:
    """The finished structure of a chapter with this body."""
    made = printed([part(Chapter("one", body, "right"))])
    _OPEN.append(pikepdf.open(BytesIO(made.pdf)))
    return read_tree(_OPEN[-1])


def kinds(element: Element) -> list[str]:
    """The types of the element and of all inside, in reading order."""
    return [found.kind for found in elements(element)]


def shape(element: Element) -> str:
    """`L(LI(Lbl LBody) LI(Lbl LBody))`: elements in elements; what they hold is left out."""
    inner = " ".join(shape(child) for child in element.children if isinstance(child, Element))
    return f"{element.kind}({inner})" if inner else element.kind


def body_shape(body: str) -> str:
    """The shape of a chapter's body, its heading left out."""
    (section,) = [child for child in structure(body).children if isinstance(child, Element)]
    return " ".join(shape(child) for child in section.children[1:] if isinstance(child, Element))
