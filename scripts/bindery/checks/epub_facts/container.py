"""The archive itself, and the fonts in it."""

from collections.abc import Iterator

from bindery.checks.archive import EpubFile
from bindery.checks.verdict import Subject, finding
from bindery.findings import Finding

_MIMETYPE = b"application/epub+zip"
# How a font file begins, by the OpenType specification: TrueType outlines, PostScript outlines.
_FONT_HEADS = {b"\x00\x01\x00\x00": "font/ttf", b"true": "font/ttf", b"OTTO": "font/otf"}
_FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".woff", ".woff2", ".eot")


def mimetype(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """The archive begins with the file `mimetype`, stored as it is (EPUB OCF 3.3, 4.2.3)."""
    if book.first_name != "mimetype" or not book.first_is_stored or book.files["mimetype"] != _MIMETYPE:
        message = "the archive does not begin with a plain file mimetype that says application/epub+zip"
        yield finding("C050", message, subject.place())


def fonts(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Fonts are TrueType or OpenType, and their media types say so: some readers take nothing else."""
    for item in book.items:
        is_font = item.media_type.startswith("font/") or item.name.lower().endswith(_FONT_ENDINGS)
        if is_font and item.name in book.files:
            kind = _FONT_HEADS.get(book.files[item.name][:4])
            if kind is None:
                yield finding("C061", "the font is neither TrueType nor OpenType", subject.place(item.name))
            elif item.media_type != kind:
                message = f"the font is {kind}, but the package says {item.media_type}"
                yield finding("C061", message, subject.place(item.name))
