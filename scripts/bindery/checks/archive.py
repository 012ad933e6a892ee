"""Reading a finished e-book: its files, its package and its documents, with zipfile and lxml alone."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

NAMESPACES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
    "svg": "http://www.w3.org/2000/svg",
    "xlink": "http://www.w3.org/1999/xlink",
}
XHTML = "application/xhtml+xml"
_LARGEST = 512 * 1024 * 1024  # bytes unpacked; an e-book of ours has a hundredth of it
_MOST = 10_000  # files in it; an e-book of ours has some fifty


class Unreadable(Exception):
    """The file cannot be read at all; the message says why."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the manifest: `name` is the path in the e-book."""

    id: str
    name: str
    media_type: str
    properties: frozenset[str]


@dataclass(frozen=True)
class EpubFile:
    """An e-book: its files by their paths in it, in the order of the archive, and the path of its package."""

    files: Mapping[str, bytes]
    package_name: str
    first_name: str
    first_is_stored: bool

    @cached_property
    def package(self) -> etree._Element:
        """The root of the package document."""
        return parsed(self.files[self.package_name], self.package_name)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The manifest, in its order."""
        found = found_in(self.package, "opf:manifest/opf:item")
        return tuple(
            Item(
                entry.get("id", ""),
                self.resolve(self.package_name, entry.get("href", ""))[0],
                entry.get("media-type", ""),
                frozenset(entry.get("properties", "").split()),
            )
            for entry in found
        )

    @cached_property
    def spine(self) -> tuple[str, ...]:
        """The paths of the documents in reading order."""
        name_of = {item.id: item.name for item in self.items}
        references = found_in(self.package, "opf:spine/opf:itemref")
        return tuple(name_of[idref] for entry in references if (idref := entry.get("idref", "")) in name_of)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The paths of the XHTML documents that are there: those of the spine first, in reading order."""
        pages = [item.name for item in self.items if item.media_type == XHTML and item.name in self.files]
        return tuple(dict.fromkeys([*(name for name in self.spine if name in pages), *pages]))

    @cached_property
    def documents(self) -> Mapping[str, etree._Element]:
        """The root of every well-formed XHTML document, by its path, in the order of `pages`."""
        return {
            name: root for name in self.pages if (root := _parsed_or_none(self.files[name], name)) is not None
        }

    @cached_property
    def navigation(self) -> etree._Element | None:
        """The root of the navigation document."""
        names = [item.name for item in self.items if "nav" in item.properties]
        return self.documents.get(names[0]) if names else None

    @cached_property
    def navigation_name(self) -> str:
        """The path of the navigation document, or nothing."""
        return next((item.name for item in self.items if "nav" in item.properties), "")

    def metadata(self, name: str) -> tuple[str, ...]:
        """The values of a `meta` property such as `schema:accessMode`."""
        found = found_in(self.package, "opf:metadata/opf:meta")
        return tuple((entry.text or "").strip() for entry in found if entry.get("property") == name)

    @staticmethod
    def resolve(base: str, address: str) -> tuple[str, str]:
        """The path in the e-book and the fragment that an address in the document `base` names."""
        parts = urlsplit(address)
        path = unquote(parts.path)
        name = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base
        return name, unquote(parts.fragment)


def open_epub(path: Path) -> EpubFile:
    """The e-book in this file. Unreadable when it is no archive, too large, or names no package."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > _LARGEST:
                raise Unreadable("it would unpack to more than 512 MB")
            if len(archive.infolist()) > _MOST:
                raise Unreadable(f"it holds more than {_MOST} files")
            outside = next((name for name in archive.namelist() if _leads_out(name)), None)
            if outside is not None:
                raise Unreadable(f"a name in it leads out of it ({outside!r})")
            files = {entry.filename: archive.read(entry) for entry in entries}
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise Unreadable(f"it is no whole ZIP archive ({error})") from None
    if not entries:
        raise Unreadable("it is empty")
    stored = entries[0].compress_type == zipfile.ZIP_STORED
    return EpubFile(files, _package_name(files), entries[0].filename, stored)


def _leads_out(name: str) -> bool:
    """Whether a reader that unpacks the archive would write beside its folder."""
    return (
        name.startswith("/")
        or ".." in name.split("/")
        or "\\" in name
        or ":" in name.split("/", maxsplit=1)[0]
    )


def _package_name(files: Mapping[str, bytes]) -> str:
    container = "META-INF/container.xml"
    if container not in files:
        raise Unreadable("it has no META-INF/container.xml")
    roots = found_in(parsed(files[container], container), "c:rootfiles/c:rootfile")
    name = roots[0].get("full-path", "") if roots else ""
    if name not in files:
        raise Unreadable(f"its package document {name!r} is not in it")
    return name


def parsed(data: bytes, name: str) -> etree._Element:
    """The root of an XML file; nothing is fetched and no entity followed. Unreadable when it is not well formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"{name} is not well-formed XML: {error.msg}") from None


def _parsed_or_none(data: bytes, name: str) -> etree._Element | None:
    try:
        return parsed(data, name)
    except Unreadable:
        return None


def found_in(root: etree._Element, path: str) -> list[etree._Element]:
    """The elements at an XPath, with the prefixes of NAMESPACES."""
    found = root.xpath(path, namespaces=NAMESPACES)
    return (
        [element for element in found if isinstance(element, etree._Element)]
        if isinstance(found, list)
        else []
    )


def elements(root: etree._Element) -> Iterator[etree._Element]:
    """Every element, in reading order, without comments and processing instructions."""
    return root.iter(etree.Element)


def named(element: etree._Element) -> tuple[str, str]:
    """The namespace and the local name of an element."""
    name = etree.QName(element)
    return name.namespace or "", name.localname
