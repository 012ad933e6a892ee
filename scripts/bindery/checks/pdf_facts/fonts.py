"""Every font that the file names is in the file."""

from collections.abc import Iterator

import pikepdf

from bindery.checks.pdf_facts.opened import OpenedPdf, dictionaries
from bindery.checks.verdict import finding
from bindery.findings import Finding

_SIMPLE = ("/Type1", "/MMType1", "/TrueType", "/CIDFontType0", "/CIDFontType2")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def fonts(opened: OpenedPdf) -> Iterator[Finding]:
    """Every font is embedded: also those that every reader is said to have."""
    outside = sorted(
        {_name(font) for font in dictionaries(opened.pdf) if _is_font(font) and not _embedded(font)}
    )
    yield from (
        finding("C033", f"the font {name} is not in the file", opened.subject.place()) for name in outside
    )


def _is_font(thing: pikepdf.Object) -> bool:
    return thing.get("/Type") == "/Font" and thing.get("/Subtype") in _SIMPLE


def _embedded(font: pikepdf.Object) -> bool:
    descriptor = font.get("/FontDescriptor")
    return descriptor is not None and any(name in descriptor for name in _FILES)


def _name(font: pikepdf.Object) -> str:
    return str(font.get("/BaseFont", "without a name")).removeprefix("/")
