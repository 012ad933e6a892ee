"""Letters and signs that none of the fonts in the e-book has: a reader would show another style, or a box."""

from collections.abc import Iterator
from io import BytesIO
from unicodedata import category

from fontTools.ttLib import TTFont, TTLibError

from bindery.checks.archive import EpubFile, found_in
from bindery.checks.verdict import Subject, finding
from bindery.findings import Finding

_MOST_SHOWN = 12
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
"""Categories of Unicode that need no glyph: controls, joiners, spaces."""


def glyphs(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Every character of a document is in one of the fonts. An e-book without fonts leaves that to the reader."""
    known = frozenset(code for font in _fonts(book) for code in font.getBestCmap() or ())
    if not known:
        return
    for name, root in book.documents.items():
        words = {
            letter for body in found_in(root, "h:body") for text in body.itertext() for letter in str(text)
        }
        missing = sorted(
            letter for letter in words if ord(letter) not in known and category(letter) not in _UNSEEN
        )
        if missing:
            message = f"the fonts in the e-book do not have: {' '.join(missing[:_MOST_SHOWN])}"
            yield finding("C066", message, subject.place(name))


def _fonts(book: EpubFile) -> Iterator[TTFont]:
    for item in book.items:
        if item.media_type.startswith("font/") and item.name in book.files:
            try:
                yield TTFont(BytesIO(book.files[item.name]), lazy=True)
            except TTLibError:
                continue  # `fonts` says so
