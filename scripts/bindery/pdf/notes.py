"""Footnotes: read at their call, and joined with it by links to and fro."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from bindery.pdf.destinations import add_destinations
from bindery.pdf.tree import Annotation, Child, Element, elements

_PT_PER_PX = 72 / 96


def bring_notes(document: Element) -> None:
    """Move every footnote from the foot of its page to its call, where it is read."""
    notes = {found.origin.call: found for found in elements(document) if _is_footnote(found)}
    calls = {found.origin.call for found in elements(document) if _is_call(found)}
    moving = {key: note for key, note in notes.items() if key in calls}
    for element in list(elements(document)):
        element.children = [child for child in element.children if not _is_moving(child, moving)]
    for element in list(elements(document)):
        element.children = [found for child in element.children for found in _with_note(child, moving)]


def _is_call(element: Element) -> bool:
    return element.origin.tag.endswith("::footnote-call")


def _is_footnote(element: Element) -> bool:
    return bool(element.origin.call) and "::" not in element.origin.tag


def _is_moving(child: Child, moving: dict[str, Element]) -> bool:
    return isinstance(child, Element) and any(child is note for note in moving.values())


def _with_note(child: Child, notes: dict[str, Element]) -> list[Child]:
    note = notes.get(child.origin.call) if isinstance(child, Element) and _is_call(child) else None
    if note is None:
        return [child]
    note.entries["/ID"] = String(f"footnote-{note.origin.call}")
    return [child, note]


def link_notes(pdf: Pdf, document: Element) -> None:
    """Make a link of every footnote's call, and of its number one that leads back."""
    calls = {found.origin.call: found for found in elements(document) if _is_call(found)}
    notes = {found.origin.call: found for found in elements(document) if _is_footnote(found)}
    places: dict[str, Object] = {}
    for name, note in notes.items():
        labels = [inner for inner in elements(note) if inner.kind == "Lbl"]
        if name in calls and labels:
            call = calls[name]
            call.names.append(call_of(name))
            places[call_of(name)] = _place(pdf, call)
            _lead(pdf, call, note.origin.id)
            _lead(pdf, labels[0], call_of(name))
    add_destinations(pdf, places)


def call_of(note: str) -> str:
    """What the call of a footnote is called as a place in the file."""
    return f"{note}.call"


def _place(pdf: Pdf, element: Element) -> Object:
    left, _, _, upper = _edges(pdf, element)
    return Array([pdf.pages[element.page].obj, Name.XYZ, left, upper, 0])


def _lead(pdf: Pdf, mark: Element, target: str) -> None:
    """Make a link of what a mark holds; `target` is the name of a destination."""
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(list(_edges(pdf, mark))))
    link.BS, link.Contents, link.Dest = Dictionary(W=0), String(mark.origin.says), String(target)
    annotation = pdf.make_indirect(link)
    page = pdf.pages[mark.page].obj
    page.Annots = Array([*page.get("/Annots", ()), annotation])
    mark.children = [Element("Link", mark.page, children=[Annotation(mark.page, annotation), *mark.children])]


def _edges(pdf: Pdf, mark: Element) -> tuple[float, ...]:
    """Left, lower, right and upper edge in points from the page's lower left corner."""
    left, upper, right, lower = (edge * _PT_PER_PX for edge in mark.origin.box)
    height = float(pdf.pages[mark.page].mediabox[3])
    return tuple(round(edge, 3) for edge in (left, height - lower, right, height - upper))
