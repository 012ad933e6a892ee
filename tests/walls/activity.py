"""What acts in a finished file, or asks for something from elsewhere; read here without the press's own judges."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from lxml import etree

_ACTIVE_ELEMENTS = frozenset(
    "script foreignObject iframe object embed audio video form input button animate set meta-refresh base".split()
)
_FETCHING = frozenset(("src", "srcset", "poster", "data", "background", "action", "formaction", "manifest"))
_ACTIVE_KEYS = frozenset(
    ("/JS", "/JavaScript", "/AA", "/EF", "/EmbeddedFile", "/EmbeddedFiles", "/XFA", "/AF")
)
_ACTIVE_KINDS = frozenset(
    ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition")
)
_REMOTE = re.compile(rb"(?:url\(|@import)\s*[\"']?\s*(?:[a-z]+:|//)", re.IGNORECASE)
_WEB = ("https://", "http://", "mailto:")
_ADDRESS_OF_LINK = frozenset(("a",))


def active_in(folder: Path) -> list[str]:
    """What acts in any file under a folder."""
    return [part for path in sorted(folder.rglob("*.*")) if path.is_file() for part in active_parts(path)]


def active_parts(path: Path) -> Iterator[str]:
    """What acts in a PDF, an e-book, a page, a drawing or a stylesheet; nothing for other files."""
    if path.suffix == ".pdf":
        yield from _of_pdf(path)
    elif path.suffix == ".epub":
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield from _of_text(f"{path.name}/{name}", archive.read(name))
    else:
        yield from _of_text(path.name, path.read_bytes())


def _of_pdf(path: Path) -> Iterator[str]:
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                yield from (f"{path.name}: {what}" for what in _of_dictionary(thing))


def _of_dictionary(thing: pikepdf.Object) -> Iterator[str]:
    yield from (str(key) for key in list(thing) if key in _ACTIVE_KEYS)
    inner = (value for _, value in thing.items() if isinstance(value, pikepdf.Dictionary))
    for value in (thing, *inner):
        if str(value.get("/S", "")) in _ACTIVE_KINDS and value.get("/Type") != "/StructElem":
            yield str(value.get("/S"))
        address = str(value.get("/URI", ""))
        if address and not address.startswith(_WEB):
            yield f"address {address}"


def _of_text(name: str, content: bytes) -> Iterator[str]:
    if name.endswith(".css") and _REMOTE.search(content):
        yield f"{name}: address elsewhere"
    if name.endswith((".xhtml", ".svg", ".opf", ".ncx")):
        yield from (f"{name}: {what}" for what in _of_tree(etree.fromstring(content)))
    if name.endswith(".html"):
        yield from (f"{name}: {what}" for what in _of_tree(etree.fromstring(content, etree.HTMLParser())))


def _of_tree(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name in _ACTIVE_ELEMENTS:
            yield f"<{name}>"
        if name == "style" and _REMOTE.search("".join(map(str, element.itertext())).encode()):
            yield "address elsewhere in <style>"
        yield from (
            found
            for key, value in element.attrib.items()
            if (found := _of_attribute(name, str(key), str(value)))
        )


def _of_attribute(element: str, key: str, value: str) -> str:
    name = etree.QName(key).localname.lower()
    has_scheme = re.match(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", value, re.IGNORECASE) is not None
    if name.startswith("on") or (name == "style" and _REMOTE.search(value.encode())):
        return f"{element} {name}={value[:40]}"
    if name in _FETCHING and element != "meta" and has_scheme:
        return f"{element} {name}={value[:40]}"
    if name == "href" and has_scheme and not (element in _ADDRESS_OF_LINK and value.startswith(_WEB)):
        return f"{element} {name}={value[:40]}"
    return ""
