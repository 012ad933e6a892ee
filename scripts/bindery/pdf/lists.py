"""Lists as PDF has them: items with a label and a body, contents with references."""

from collections.abc import Iterator

from pikepdf import Dictionary, Name

from bindery.pdf.tree import Child, Element, elements

_ROWS = frozenset(("TBody", "TR"))
_TERMS = Name("/None")  # labels that are no numbers
_NUMBERING = {"ol": Name.Decimal, "ul": Name.Square}


def shape_lists(element: Element) -> None:
    """Give every list its items, every item its label and body, and every line of contents its reference."""
    if element.kind == "L":
        _shape_list(element)
    elif element.kind == "LI":
        _shape_item(element)
    elif element.kind == "TOCI":
        element.children = [_reference(child) for child in element.children]
    for child in element.children:
        if isinstance(child, Element):
            shape_lists(child)


def _shape_list(element: Element) -> None:
    """Items are made of what only groups them (`div` in `dl`) and of loose terms; nested lists go into their item."""
    items: list[Element] = []
    for child in _without_rows(element):
        if child.kind == "Div":
            child.kind = "LI"
        if child.kind in {"LI", "Caption"}:
            items.append(child)
        elif items and (child.kind != "Lbl" or not _has_body(items[-1])):
            items[-1].children.append(child)
        else:
            items.append(Element("LI", child.page, children=[child]))
    element.children = list(items)
    numbering = _NUMBERING.get(element.origin.tag, _TERMS)
    if numbering is not _TERMS or any(child.kind == "Lbl" for item in items for child in elements(item)):
        element.entries["/A"] = Dictionary(O=Name.List, ListNumbering=numbering)


def _without_rows(element: Element) -> Iterator[Element]:
    """What is in a list, and in the rows on which its items stand side by side."""
    for child in element.children:
        if isinstance(child, Element) and child.kind in _ROWS:
            yield from _without_rows(child)
        elif isinstance(child, Element):
            yield child


def _has_body(item: Element) -> bool:
    return any(isinstance(child, Element) and child.kind == "LBody" for child in item.children)


def _shape_item(item: Element) -> None:
    labels = [child for child in item.children if _is(child, "Lbl")]
    bodies = [child for child in item.children if _is(child, "LBody")]
    rest = [child for child in item.children if not _is(child, "Lbl") and not _is(child, "LBody")]
    if rest:
        bodies.append(Element("LBody", item.page, children=rest))
    item.children = [*labels, *bodies]


def _is(child: Child, kind: str) -> bool:
    return isinstance(child, Element) and child.kind == kind


def _reference(child: Child) -> Child:
    if isinstance(child, Element) and child.kind == "Link":
        return Element("Reference", child.page, children=[child])
    return child
