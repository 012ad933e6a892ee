"""The structure put right: nothing that is not read, notes at their mark, one element for what pages have torn."""

from pikepdf import Dictionary, Name, String

from bindery.pdf.tree import Annotation, Content, Element, annotations, elements

# Elements that say nothing when nothing is in them.
_EMPTY = frozenset(("Art", "BlockQuote", "Div", "L", "Lbl", "NonStruct", "P", "Part", "Sect", "Span"))
# Elements that may hold text themselves, so that a line in them needs no element of its own.
_TEXT = frozenset(
    (
        "Caption",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "LBody",
        "Lbl",
        "Link",
        "Note",
        "P",
        "Reference",
        "Span",
        "TD",
        "TH",
    )
)


def mend(document: Element) -> None:
    """Put right a structure as the engine makes it, in place."""
    _hide(document)
    _bring_footnotes(document)
    _tidy(document)
    _join(document)


def _hide(element: Element) -> None:
    """Take out what is not read; a link that was on it stays a link."""
    shown: list[Element | Content | Annotation] = []
    for child in element.children:
        if not (isinstance(child, Element) and child.hidden):
            shown.append(child)
        elif element.kind == "Link":
            shown += annotations(child)
        else:
            shown += [Element("Link", link.page, children=[link]) for link in annotations(child)]
    element.children = shown
    for child in shown:
        if isinstance(child, Element):
            _hide(child)


def _bring_footnotes(document: Element) -> None:
    """Move every footnote from the foot of its page to its call, where it is read."""
    notes = {found.footnote: found for found in elements(document) if found.footnote}
    calls = {found.call for found in elements(document) if found.call}
    moving = {key: note for key, note in notes.items() if key in calls}
    for element in list(elements(document)):
        element.children = [
            c for c in element.children if not (isinstance(c, Element) and moving.get(c.footnote) is c)
        ]
    for element in list(elements(document)):
        element.children = [found for child in element.children for found in _with_note(child, moving)]


def _with_note(
    child: Element | Content | Annotation, notes: dict[str, Element]
) -> list[Element | Content | Annotation]:
    note = notes.get(child.call) if isinstance(child, Element) and child.call else None
    if note is None:
        return [child]
    note.kind = "Note"
    note.entries["/ID"] = String(f"footnote-{note.footnote}")
    return [child, note]


def _join(element: Element) -> None:
    """Make one element of the fragments that page breaks have made; a table keeps one for each page, with its head."""
    joined: list[Element | Content | Annotation] = []
    for child in element.children:
        before = joined[-1] if joined else None
        if isinstance(child, Element) and isinstance(before, Element) and _goes_on(before, child):
            before.children += child.children
        else:
            joined.append(child)
    element.children = joined
    for child in joined:
        if isinstance(child, Element):
            _join(child)


def _goes_on(before: Element, after: Element) -> bool:
    same = before.mark == after.mark != "" and before.kind == after.kind
    return same and _last_page(before) < after.page and before.kind not in {"Table", "TR", "Figure"}


def _last_page(element: Element) -> int:
    pages = [
        child.page if not isinstance(child, Element) else _last_page(child) for child in element.children
    ]
    return max(pages, default=element.page)


def _tidy(element: Element) -> None:
    """Take out elements that hold nothing, and those that stand round a single line of text."""
    tidied: list[Element | Content | Annotation] = []
    for child in element.children:
        if not isinstance(child, Element):
            tidied.append(child)
            continue
        _tidy(child)
        if not child.children and child.kind in _EMPTY:
            continue
        if child.kind == "Span" and not child.entries and element.kind in _TEXT:
            tidied += child.children
        else:
            tidied.append(child)
    element.children = tidied


def _name_heads(document: Element) -> None:
    """Make every cell in the head of a table a head of its column, an empty corner too."""
    heads = [found for found in elements(document) if found.kind == "THead"]
    for cell in (cell for head in heads for cell in elements(head) if cell.kind == "TD"):
        cell.kind = "TH"
        old = cell.entries.get("/A", Dictionary())
        cell.entries["/A"] = Dictionary({**dict(old.items()), "/O": Name.Table, "/Scope": Name.Column})
