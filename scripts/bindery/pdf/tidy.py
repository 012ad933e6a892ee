"""A structure without what says nothing: empty elements, boxes that only place things, spans of nothing special."""

from itertools import groupby

from bindery.pdf.fragments import INLINE, is_inline
from bindery.pdf.tree import Child, Content, Element

# Elements that say nothing when nothing is in them.
_EMPTY = frozenset(
    (
        "Art", "Aside", "BlockQuote", "Caption", "Code", "Div", "L", "LBody", "LI", "Lbl", "NonStruct", "Note", "P",
        "Part", "Reference", "Sect", "Span", "TOC", "TOCI",
    )
)  # fmt: skip
_BOXES = frozenset(("Div", "NonStruct", "Part"))
# Elements that are text, and those that hold either text or paragraphs.
_TEXT = frozenset(
    ("Code", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Link", "P", "Quote", "Reference", "Span", "Figure")
)
_TEXT_OR_BLOCKS = frozenset(("Caption", "LBody", "Note", "TD", "TH"))


def tidy(element: Element) -> None:
    """Take out what says nothing, and put text that stands among blocks into paragraphs."""
    children: list[Child] = []
    for child in element.children:
        if not isinstance(child, Element):
            children.append(child)
            continue
        tidy(child)
        if not child.children and child.kind in _EMPTY:
            _pass_on(child.names, element)
        elif _only_places(child, element):
            _pass_on(child.names, _first_element(child) or element)
            children += child.children
        else:
            children.append(child)
    element.children = _in_paragraphs(children, element)


def _only_places(child: Element, parent: Element) -> bool:
    if child.entries:
        return False
    if child.kind == "Span" or (child.kind == "P" and parent.kind == "P"):
        return True
    is_group = any(isinstance(inner, Element) and inner.kind == "Caption" for inner in child.children)
    return child.kind in _BOXES and not is_group


def _pass_on(names: list[str], heir: Element) -> None:
    heir.names += [name for name in names if name not in heir.names]


def _first_element(element: Element) -> Element | None:
    return next((child for child in element.children if isinstance(child, Element)), None)


def _in_paragraphs(children: list[Child], element: Element) -> list[Child]:
    if element.kind in _TEXT or (element.kind in _TEXT_OR_BLOCKS and not any(map(_is_block, children))):
        return children
    only = children[0] if len(children) == 1 else None
    if element.kind in _TEXT_OR_BLOCKS and isinstance(only, Element) and _is_made(only):
        return only.children
    wrapped: list[Child] = []
    for inline, members in groupby(children, _stands_in_a_line):
        run = list(members)
        wrapped += _paragraph(run) if inline else run
    return wrapped


def _stands_in_a_line(child: Child) -> bool:
    """The reference of a line of contents is that line; only the call of a footnote stands in one."""
    is_line = isinstance(child, Element) and child.kind == "Reference" and "::" not in child.origin.tag
    return is_inline(child) and not is_line


def _is_block(child: Child) -> bool:
    """Whether it is more than the label of a note, or a note among the text."""
    return isinstance(child, Element) and child.kind not in INLINE | {"Lbl", "Note"}


def _is_made(element: Element) -> bool:
    """Whether it is a paragraph of our own making, which says nothing when it stands alone."""
    return element.kind == "P" and not element.origin.mark


def _paragraph(run: list[Child]) -> list[Child]:
    """Text among blocks as a paragraph; white space between two blocks is nothing."""
    if all(isinstance(child, Content) and child.blank for child in run):
        return []
    return [Element("P", run[0].page, children=run)]
