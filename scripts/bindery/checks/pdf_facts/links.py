"""Every link and bookmark leads somewhere."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pikepdf

from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.verdict import finding
from bindery.findings import Finding

_SCHEMES = ("http", "https", "mailto")
_NO_HOSTS = (".invalid", "localhost", "127.0.0.1")  # RFC 2606: names that lead nowhere


def links(opened: OpenedPdf) -> Iterator[Finding]:
    """Links to places in the file lead to a page of it; links out of it name an address on the web."""
    targets = Targets(opened.pdf)
    for index, page in enumerate(opened.pdf.pages):
        for annotation in page.get("/Annots", ()):
            if annotation.get("/Subtype") == "/Link":
                fault = targets.fault(annotation)
                if fault:
                    yield finding(
                        "C037", f"a link {fault}, on {opened.page_name(index)}", opened.subject.place()
                    )


def bookmarks(opened: OpenedPdf) -> Iterator[Finding]:
    """Bookmarks lead to a page of the file."""
    targets = Targets(opened.pdf)
    for entry in _entries(opened.pdf.Root.get("/Outlines", pikepdf.Dictionary())):
        fault = targets.fault(entry)
        if fault:
            yield finding(
                "C037", f"the bookmark {str(entry.get('/Title', ''))!r} {fault}", opened.subject.place()
            )


def _entries(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The bookmarks under one, and those under them; each once, so that a ring of them ends."""
    seen, waiting = set(), [parent.get("/First")]
    while waiting:
        entry = waiting.pop()
        if entry is None or entry.objgen in seen:
            continue
        seen.add(entry.objgen)
        yield entry
        waiting += [entry.get("/Next"), entry.get("/First")]


class Targets:
    """The places of a file that links can lead to."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._indices = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._names = _named_destinations(pdf)

    def index(self, source: pikepdf.Object) -> int | None:
        """The index of the page that a link leads to; None when it leads out of the file, or nowhere."""
        destination = source.get("/Dest", source.get("/A", pikepdf.Dictionary()).get("/D"))
        if isinstance(destination, (pikepdf.String, pikepdf.Name)):
            destination = self._names.get(str(destination).removeprefix("/"))
        explicit = destination.get("/D") if isinstance(destination, pikepdf.Dictionary) else destination
        if not isinstance(explicit, pikepdf.Array) or not len(explicit):
            return None
        return self._indices.get(explicit[0].objgen) if isinstance(explicit[0], pikepdf.Dictionary) else None

    def fault(self, source: pikepdf.Object) -> str:
        """What is wrong with the place that a link or bookmark leads to; nothing when it is good."""
        action = source.get("/A", pikepdf.Dictionary())
        if action.get("/S") == "/URI":
            return _address_fault(str(action.get("/URI", "")))
        destination = source.get("/Dest", action.get("/D"))
        if destination is None:
            return "leads nowhere"
        if isinstance(destination, (pikepdf.String, pikepdf.Name)):
            return self._name_fault(str(destination).removeprefix("/"))
        return self._page_fault(destination)

    def _name_fault(self, name: str) -> str:
        destination = self._names.get(name)
        return (
            f"leads to {name!r}, which is not there" if destination is None else self._page_fault(destination)
        )

    def _page_fault(self, destination: pikepdf.Object) -> str:
        explicit = destination.get("/D") if isinstance(destination, pikepdf.Dictionary) else destination
        if not isinstance(explicit, pikepdf.Array) or not len(explicit):
            return "leads nowhere"
        page = explicit[0]
        known = isinstance(page, pikepdf.Dictionary) and page.objgen in self._indices
        return "" if known else "leads to a page that is not in the file"


def _named_destinations(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    old = pdf.Root.get("/Dests", pikepdf.Dictionary())
    found = {name.removeprefix("/"): value for name, value in old.items()}
    names = pdf.Root.get("/Names", pikepdf.Dictionary())
    if "/Dests" in names:
        found.update({str(name): value for name, value in pikepdf.NameTree(names["/Dests"]).items()})
    return found


def _address_fault(address: str) -> str:
    parts = urlsplit(address)
    host = parts.hostname or ""
    if parts.scheme not in _SCHEMES or host.endswith(_NO_HOSTS):
        return f"leads to {address!r}, which is no address on the web"
    return ""
