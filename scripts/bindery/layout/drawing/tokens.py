"""Measures (mm), colours and lines of the drawing system; their source: the design of the workbook, parts 1 to 5."""

from dataclasses import dataclass

SQUARE = 16.0
"""The square of the page grid: the text block is 10 x 15 of them."""
COLUMNS, ROWS = 10, 15
"""Squares across and down the text block."""
INSET = 0.035
"""Share of a cell that stays empty on each side, so that neighbours stand 7 % apart."""

CURRENT = "currentColor"
"""Lets CSS choose the colour. WeasyPrint hands none to inline SVG: in print pass a value such as #AC3613."""
INK = "#161616"
SECONDARY = "#555555"
RULING = "#8C8C8C"
DOT = "#7D7D7D"
CROSS = "#9A9A9A"
TINT = "#F2F1EE"
WHITE = "#FFFFFF"

RULING_LINE = 0.1
SECTION_RULE = 0.22
BOX_RULE = 0.5
FRAME_LINE = 0.5
BAND_LINE = 0.3
CROSS_LINE = 0.13
DOT_DIAMETER = 0.5
ANSWER_CIRCLE_LINE = 0.22
ANSWER_BOX_LINE = 0.3
SUM_BOX_LINE = 0.6
CLOCK_LINE = 0.3
OUTLINE_SHARE, OUTLINE_LEAST = 0.028, 0.18
"""An outlined cell has a line of this share of its side, and never a thinner one than the second number (mm)."""

PEN_PITCH = 8.0
"""From one line for a pen to the next: half a square."""
GRID_PITCH = 5.0
"""From dot to dot, and from line to line of squared paper."""
BASELINE_RISE = 1.057
"""How far above the end of each 8 mm a line stands so that it shares its baseline with body text beside it."""


@dataclass(frozen=True, slots=True)
class Accent:
    """The colour of a chapter, with its name."""

    name: str
    value: str


ACCENTS = (
    Accent("vermilion", "#AC3613"),
    Accent("blue", "#235FA7"),
    Accent("ochre", "#7F5805"),
    Accent("plum", "#9B3F68"),
    Accent("teal", "#0E6A6B"),
    Accent("violet", "#6F4FA1"),
    Accent("green", "#236D2F"),
    Accent("slate blue", "#0C6787"),
    Accent("moss", "#596518"),
    Accent("magenta", "#8D428C"),
)
"""One a chapter, all of relative luminance 0.115: the same grey in a copier, and 6.4 : 1 on white."""


def accent_of(chapter: int) -> Accent:
    """The accent of the chapter with this number, from 1; after the tenth they begin again."""
    if chapter < 1:
        raise ValueError(f"chapters are numbered from 1, not {chapter}")
    return ACCENTS[(chapter - 1) % len(ACCENTS)]


def outline_width(side: float) -> float:
    """The line (mm) of an outlined cell whose side is `side` mm."""
    return max(OUTLINE_LEAST, OUTLINE_SHARE * side)
