"""What each element is: by the type that the document asks for, by its HTML, or else as the engine says."""

from pikepdf import Dictionary, Name, String

from bindery.pdf.tree import Element

# HTML for which the engine has no structure type, or not the right one.
_OF_HTML = {
    "abbr": "Span",
    "aside": "Aside",
    "code": "Code",
    "dd": "LBody",
    "dl": "L",
    "dt": "Lbl",
    "figure": "Div",
    "li": "LI",
    "pre": "P",
}
_OF_PSEUDO_ELEMENTS = {"footnote-call": "Reference", "footnote-marker": "Lbl", "marker": "Lbl"}
_NOTES = {"Aside": "note", "Note": "footnote"}
_BOXES = frozenset(("Div", "NonStruct", "P"))
_LAYOUT_OF_CELLS = ("/ColSpan", "/RowSpan", "/Scope")


def name(element: Element) -> None:
    """Give the element and all inside their types, and what belongs to a type: IDs of notes, heads of tables."""
    element.kind = _kind(element)
    if element.origin.expansion:
        element.entries["/E"] = String(element.origin.expansion)
    if element.kind in _NOTES and element.origin.id:
        element.entries["/ID"] = String(f"{_NOTES[element.kind]}-{element.origin.id}")
    if element.kind in {"TD", "TH"}:
        _describe_cell(element)
    for child in element.children:
        if isinstance(child, Element):
            name(child)


def _kind(element: Element) -> str:
    origin = element.origin
    tag, _, pseudo = origin.tag.partition("::")
    if pseudo:
        return _OF_PSEUDO_ELEMENTS.get(pseudo, "Span")
    if origin.kind:
        return origin.kind
    if origin.call:
        return "Note"
    if origin.inline and _OF_HTML.get(tag, element.kind) in _BOXES:
        return "Span"
    return _OF_HTML.get(tag, element.kind)


def _describe_cell(cell: Element) -> None:
    """Every head says whose it is; IDs of heads, which clash where parts are bound, add nothing to that."""
    cell.entries.pop("/ID", None)
    old = cell.entries.pop("/A", Dictionary())
    kept = {key: old[key] for key in _LAYOUT_OF_CELLS if key in old}
    if kept:
        cell.entries["/A"] = Dictionary({"/O": Name.Table, **kept})
