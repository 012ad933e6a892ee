"""The structure put right: nothing that is not read, one element for what pages have torn, notes at their mark."""

from bindery.pdf.fragments import join
from bindery.pdf.kinds import name
from bindery.pdf.lists import shape_lists
from bindery.pdf.notes import bring_notes
from bindery.pdf.tidy import tidy
from bindery.pdf.tree import Annotation, Child, Element, annotations


def mend(document: Element) -> None:
    """Put right, in place, the structure of what was tagged in one go."""
    _hide(document)
    _unwrap(document)
    name(document)
    join(document)
    bring_notes(document)
    shape_lists(document)
    tidy(document)


def _hide(element: Element) -> None:
    """Take out what is not read; a link that was on it stays a link."""
    shown: list[Child] = []
    for child in element.children:
        if not (isinstance(child, Element) and child.origin.hidden):
            shown.append(child)
        elif element.kind == "Link":
            shown += annotations(child)
        else:
            shown += [Element("Link", link.page, children=[link]) for link in annotations(child)]
    element.children = shown
    for child in shown:
        if isinstance(child, Element):
            _hide(child)


def _unwrap(element: Element) -> None:
    """Take out the boxes that the engine puts round lines and parts of one and the same HTML element."""
    children: list[Child] = []
    for child in element.children:
        if isinstance(child, Annotation) or not isinstance(child, Element):
            children.append(child)
            continue
        _unwrap(child)
        if child.origin.mark in ("", element.origin.mark) and not child.entries.keys() - {"/A"}:
            children += child.children
        else:
            children.append(child)
    element.children = children
