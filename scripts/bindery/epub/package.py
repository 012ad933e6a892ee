"""The package: the one module that knows EbookLib, and steps around what version 0.20 gets wrong.

Documents go in as bytes, since EbookLib's own chapters pass through a parser of HTML (it lowers the case of SVG).
Navigation is our own. The writer is driven directly, since `write_epub` hides errors; the archive gets fixed dates.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any, Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ebooklib import epub

from bindery.epub.metadata import Entry

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FIRST_YEAR = 1980
"""The first that an archive can hold."""
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3


Spine = Literal["", "linear", "aside"]


@dataclass(frozen=True, slots=True)
class File:
    """A file of the package, by its path from the package document. `spine`: whether it is read in its turn."""

    path: str
    media_type: str
    content: bytes
    properties: tuple[str, ...] = ()
    spine: Spine = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the old table of contents, for reading systems of EPUB 2."""

    label: str
    address: str
    lines: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells this book from others."""

    identifier: str
    title: str
    language: str
    date: date


def packed(
    identity: Identity, metadata: Sequence[Entry], files: Sequence[File], contents: Sequence[Line]
) -> bytes:
    """The EPUB; the same bytes for the same values. RuntimeError when EbookLib dropped a line of metadata."""
    book = _book(identity, metadata)
    for number, file in enumerate(files, 1):
        book.add_item(_item(file, f"file-{number}"))
    book.add_item(epub.EpubNcx())
    book.spine = [
        (f"file-{number}", "yes" if file.spine == "linear" else "no")
        for number, file in enumerate(files, 1)
        if file.spine
    ]
    book.toc = _contents(contents, "line")
    writer = _Writer(book, datetime.combine(identity.date, datetime.min.time(), UTC), len(metadata))
    writer.write()
    return writer.archive.getvalue()


def _book(identity: Identity, metadata: Sequence[Entry]) -> Any:
    book = epub.EpubBook()
    book.metadata = {}
    book.set_identifier(identity.identifier)
    book.title, book.language = identity.title, identity.language
    for entry in metadata:
        _add(book, entry)
    book.add_metadata(None, "meta", "", {"name": "cover", "content": "cover-image"})
    return book


def _add(book: Any, entry: Entry) -> None:
    if entry.is_dublin_core:
        book.add_metadata("DC", entry.name, entry.value, {"id": entry.id} if entry.id else {})
        return
    attributes = {"property": entry.name, **({"id": entry.id} if entry.id else {})}
    if entry.refines:
        attributes["refines"] = f"#{entry.refines}"
    if entry.scheme:
        attributes["scheme"] = entry.scheme
    book.add_metadata(None, "meta", entry.value, attributes)


def _item(file: File, number: str) -> Any:
    name = "cover-image" if "cover-image" in file.properties else number
    item = epub.EpubItem(name, file.path, file.media_type, file.content)
    item.properties = list(file.properties)
    return item


def _contents(lines: Sequence[Line], before: str) -> list[Any]:
    return [_line(line, f"{before}-{number}") for number, line in enumerate(lines, 1)]


def _line(line: Line, name: str) -> Any:
    link = epub.Link(line.address, line.label, name)
    return (link, _contents(line.lines, name)) if line.lines else link


class _Archive(ZipFile):
    """Files with the date of the book, and the same rights on every machine."""

    def __init__(self, target: BytesIO, changed: date) -> None:
        super().__init__(target, "w", ZIP_DEFLATED, compresslevel=9)
        self._date = (max(changed.year, _FIRST_YEAR), changed.month, changed.day, 0, 0, 0)

    def writestr(self, name: Any, data: Any, compress_type: Any = None, compresslevel: Any = None) -> None:
        info = ZipInfo(name, self._date)
        info.create_system = _UNIX
        info.external_attr = _REGULAR_FILE
        kind = ZIP_STORED if compress_type == ZIP_STORED else ZIP_DEFLATED
        super().writestr(info, data, kind, compresslevel)


class _Writer(epub.EpubWriter):  # type: ignore[misc]
    """EbookLib's writer, into memory."""

    def __init__(self, book: Any, changed: datetime, lines: int) -> None:
        super().__init__("", book, {"mtime": changed, "epub2_guide": False, "epub3_pages": False})
        self.archive = BytesIO()
        self._changed = changed
        self._lines = lines

    def write(self) -> None:
        """The archive: `mimetype` first and as it is, then the container, the package, and the files in their order."""
        with _Archive(self.archive, self._changed) as self.out:
            self.out.writestr("mimetype", b"application/epub+zip", ZIP_STORED)
            self._write_container()
            self._write_opf()
            self._write_items()

    def _write_opf_file(self, root: Any) -> None:
        root.set(_XML_LANG, self.book.language)
        metadata = root.find("metadata")
        own = 3  # date of change, identifier, cover
        if metadata is None or len(metadata) != self._lines + own:
            raise RuntimeError("EbookLib dropped a line of metadata")
        super()._write_opf_file(root)
