"""How wide words are set, near enough to break lines by: templates cannot measure type.

Widths are shares of the size, averages over letters of about the same width, measured in the faces of the book.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_MM_PER_PT = 25.4 / 72
_NARROW, _SLIM, _WIDE = "ijlI.,;:'’!|‘", "ftr()[]-/J1 ", "mwMW@%–—"


@dataclass(frozen=True, slots=True)
class Face:
    """A face: widths of narrow, slim, common, capital and wide letters, and what is added between two."""

    narrow: float
    slim: float
    common: float
    capital: float
    wide: float
    tracking: float = 0.0

    def width(self, text: str, size: float) -> float:
        """How wide a line of text is at a size in points, in mm."""
        return sum(self._share(letter) + self.tracking for letter in text) * size * _MM_PER_PT

    def _share(self, letter: str) -> float:
        if letter in _NARROW:
            return self.narrow
        if letter in _SLIM:
            return self.slim
        if letter in _WIDE:
            return self.wide
        return self.capital if letter.isupper() else self.common


LABEL = Face(0.25, 0.36, 0.59, 0.66, 0.88)
DISPLAY = Face(0.24, 0.34, 0.56, 0.62, 0.86, -0.015)
# The display face grows narrower with its size: as it is at 50 points.
TITLE = Face(0.22, 0.32, 0.53, 0.6, 0.82, -0.02)
QUOTE = Face(0.31, 0.37, 0.54, 0.66, 0.85)


def broken(text: str, width: float, size: float, face: Face) -> Sequence[str]:
    """The lines of a text in `width` mm. A word that is wider has a line to itself."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def balanced(text: str, width: float, size: float, face: Face) -> float:
    """The narrowest measure (mm) in which a text has no more lines than in `width`, with some air; never wider."""
    count = len(broken(text, width, size, face))
    if count == 1:
        return width
    longest = int(max(face.width(word, size) for word in text.split(" ")))
    tried = range(longest + 1, int(width) + 2)
    narrow = next((mm for mm in tried if len(broken(text, mm, size, face)) <= count), width)
    return min(width, narrow * 1.05)
