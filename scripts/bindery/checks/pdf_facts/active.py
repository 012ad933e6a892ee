"""Nothing in the file acts: it runs no program, sends nothing, carries no other file."""

from collections.abc import Iterator

import pikepdf

from bindery.checks.pdf_facts.opened import OpenedPdf, dictionaries
from bindery.checks.verdict import finding
from bindery.findings import Finding

# Actions of ISO 32000-1, 12.6.4, that do more than turn pages or open a web address.
_ACTIONS = {
    "/JavaScript": "a script",
    "/Launch": "an order to start a program",
    "/SubmitForm": "an order to send what was filled in",
    "/ImportData": "an order to read another file",
    "/GoToR": "a link into another file",
    "/GoToE": "a link into an enclosed file",
    "/Rendition": "something that plays",
    "/Movie": "something that plays",
    "/Sound": "something that plays",
    "/RichMediaExecute": "something that plays",
}
_ANNOTATIONS = {
    "/FileAttachment": "an enclosed file",
    "/RichMedia": "something that plays",
    "/Movie": "something that plays",
    "/Screen": "something that plays",
    "/Sound": "something that plays",
    "/3D": "something that plays",
}
_KEYS = {
    "/JS": "a script",
    "/AA": "an action that starts by itself",
    "/EF": "an enclosed file",
    "/XFA": "a form that runs scripts",
}
_NAMES = {"/JavaScript": "a script", "/EmbeddedFiles": "an enclosed file"}


def active(opened: OpenedPdf) -> Iterator[Finding]:
    """No scripts, no orders, no enclosed files, nothing that plays."""
    found = {what for thing in dictionaries(opened.pdf) for what in _active(thing)}
    names = opened.pdf.Root.get("/Names", pikepdf.Dictionary())
    found |= {what for key, what in _NAMES.items() if key in names}
    yield from (finding("C036", f"the file holds {what}", opened.subject.place()) for what in sorted(found))


def _active(thing: pikepdf.Object) -> Iterator[str]:
    yield from (what for key, what in _KEYS.items() if key in thing)
    # Structure elements have the key S too, with the names of their kinds: a type tells them apart.
    if thing.get("/Type") != "/StructElem":
        action = thing.get("/S")
        if isinstance(action, pikepdf.Name) and str(action) in _ACTIONS:
            yield _ACTIONS[str(action)]
    if thing.get("/Subtype") in _ANNOTATIONS and "/Rect" in thing:
        yield _ANNOTATIONS[str(thing.get("/Subtype"))]
