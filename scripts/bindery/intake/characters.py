"""The characters that no file of the book may hold: controls and other signs that nobody can see."""

import re
import unicodedata

# C0 but tab and newline, DEL, C1, line and paragraph separators, bidirectional marks, joined BOM, lone surrogates,
# noncharacters.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def first_unwanted(text: str) -> int | None:
    """The index of the first character that is refused, or None."""
    found = _UNWANTED.search(text)
    return found.start() if found else None


def name_of(character: str) -> str:
    """A character by its number and, where it has one, its name: `U+202E (RIGHT-TO-LEFT OVERRIDE)`."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")
