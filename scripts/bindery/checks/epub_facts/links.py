"""Where the e-book points: everything inside it resolves, and nothing is fetched from outside."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree

from bindery.checks.archive import NAMESPACES, EpubFile, elements, named
from bindery.checks.verdict import Subject, finding
from bindery.findings import Finding

_XLINK = f"{{{NAMESPACES['xlink']}}}href"
_ADDRESSES = ("href", "src", "poster", "data", "cite", _XLINK)
_FETCHED = {
    "img",
    "image",
    "link",
    "script",
    "iframe",
    "audio",
    "video",
    "source",
    "track",
    "object",
    "embed",
    "use",
}
_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*:|//)")
_WEB = re.compile(r"^(https?://[^/\s]+\.[^/\s]+|mailto:)")
_NOWHERE = re.compile(r"^https?://([^/]*\.)?(invalid|localhost|127\.0\.0\.1)(:\d+)?(/|$)")  # RFC 2606
_CSS_ADDRESS = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])([^"')]+)""")


def links_resolve(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Every address within the e-book names a file of it, and an id that is there."""
    ids = cache(lambda name: _ids(book.documents, name))
    for name, element, address in _addresses(book):
        if _SCHEME.match(address):
            continue
        target, fragment = book.resolve(name, address)
        if target not in book.files:
            yield finding(
                "C059", f"{address} leads to no file of the e-book", subject.place(name, _line(element))
            )
        elif fragment and target in book.documents and fragment not in ids(target):
            yield finding("C059", f"{address} leads to no place in it", subject.place(name, _line(element)))


def links_are_of_use(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """A link has words, or a picture with words, and leads to another place than where it stands."""
    for name, element, address in _addresses(book):
        if named(element)[1] != "a":
            continue
        if not _said(element):
            yield finding("C067", f"the link to {address} has no words", subject.place(name, _line(element)))
        target, fragment = book.resolve(name, address)
        within = {inner.get("id") for inner in elements(element)} - {None}
        if not _SCHEME.match(address) and target == name and fragment in within:
            yield finding(
                "C067", f"the link to {address} leads to itself", subject.place(name, _line(element))
            )


def _said(element: etree._Element) -> str:
    words = "".join(str(text) for text in element.itertext())
    spoken = (inner.get(key) or "" for inner in elements(element) for key in ("aria-label", "alt"))
    return "".join((words, *spoken)).strip()


def links_out_are_addresses(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Links out of the e-book name an address on the web."""
    for name, element, address in _addresses(book):
        outward = _SCHEME.match(address) and named(element)[1] not in _FETCHED
        if outward and (not _WEB.match(address) or _NOWHERE.match(address)):
            yield finding("C059", f"{address} is no address on the web", subject.place(name, _line(element)))


def nothing_remote(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Pictures, fonts and styles are in the e-book; nothing is fetched."""
    for name, element, address in _addresses(book):
        if named(element)[1] in _FETCHED and _leads_out(address):
            yield finding("C056", f"{address} would be fetched", subject.place(name, _line(element)))
    for name, text in _styles(book):
        for address in _CSS_ADDRESS.findall(text):
            if _leads_out(address):
                yield finding("C056", f"{address} would be fetched", subject.place(name))
            elif not _SCHEME.match(address) and book.resolve(name, address)[0] not in book.files:
                yield finding("C059", f"{address} leads to no file of the e-book", subject.place(name))


def _leads_out(address: str) -> bool:
    return bool(_SCHEME.match(address)) and not address.startswith("data:")


def _addresses(book: EpubFile) -> Iterator[tuple[str, etree._Element, str]]:
    """Every address in a document: the document, the element, the address."""
    for name, root in book.documents.items():
        for element in elements(root):
            for key in _ADDRESSES:
                address = (element.get(key) or "").strip()
                if address:
                    yield name, element, address


def _styles(book: EpubFile) -> Iterator[tuple[str, str]]:
    for item in book.items:
        if item.media_type == "text/css" and item.name in book.files:
            yield item.name, book.files[item.name].decode("utf-8", "replace")
    for name, root in book.documents.items():
        for element in elements(root):
            inside = element.text if named(element)[1] == "style" else None
            yield from ((name, text) for text in (inside, element.get("style")) if text)


def _ids(documents: Mapping[str, etree._Element], name: str) -> frozenset[str]:
    return frozenset(identifier for element in elements(documents[name]) if (identifier := element.get("id")))


def _line(element: etree._Element) -> int:
    return int(element.sourceline or 0)
