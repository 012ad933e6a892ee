"""Which faces the book is set in, and what they are cut from. Source: the design of the workbook, part 3."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Role = Literal["Display", "Label", "Text", "Quote"]
"""The names that CSS calls the families by. `Sans` is none: fontconfig turns it into `sans-serif`, another font."""
Style = Literal["normal", "italic"]

BOLD = 700
LITERATA = "Literata"
BRICOLAGE = "Bricolage Grotesque"


@dataclass(frozen=True, slots=True)
class Face:
    """A static face: the role that CSS calls it by, the weight it stands for, and where on its axes it is cut."""

    role: Role
    weight: int
    style: Style
    source: str
    axes: tuple[tuple[str, float], ...]

    @property
    def name(self) -> str:
        """The name of the face's family inside the font file: source and role, never the bare name of the source."""
        return f"{self.source} {self.role}"

    @property
    def style_name(self) -> str:
        """Regular, Bold, Italic or Bold Italic, which is all that the old name fields allow."""
        words = ["Bold"] * (self.weight == BOLD) + ["Italic"] * (self.style == "italic")
        return " ".join(words) or "Regular"

    @property
    def file_name(self) -> str:
        """`text-400-italic.ttf`."""
        return f"{self.role.lower()}-{self.weight}-{self.style}.ttf"


@dataclass(frozen=True, slots=True)
class FontFile:
    """A face that lies on disk, under the family, weight and style that CSS calls it by.

    `source` (the family it is cut from), `copyright` and `licence` (a text file, the SIL Open Font License) are for
    the colophon.
    """

    family: Role
    weight: int
    style: Style
    path: Path
    licence: Path
    source: str
    copyright: str


def _bricolage(role: Role, weight: int, size: float) -> Face:
    return Face(role, weight, "normal", BRICOLAGE, (("opsz", size), ("wdth", 100), ("wght", weight)))


def _literata(role: Role, weight: int, style: Style, size: float, cut: float) -> Face:
    return Face(role, weight, style, LITERATA, (("opsz", size), ("wght", cut)))


FACES = (
    _bricolage("Display", 800, 96),
    _bricolage("Label", 400, 14),
    _bricolage("Label", 700, 14),
    _literata("Text", 400, "normal", 11, 400),
    _literata("Text", 700, "normal", 11, 680),
    _literata("Text", 400, "italic", 11, 400),
    _literata("Quote", 400, "italic", 28, 400),
)
"""All faces. The bold of the text is cut at 680, which suits 10.5 pt, and stands for 700."""
