"""The tokens of the design as the specimen shows them: named as they are in code, shown by what they do."""

from dataclasses import dataclass

from bindery.layout.drawing import ACCENTS
from bindery.layout.drawing.tokens import (
    ANSWER_BOX_LINE,
    BOX_RULE,
    CROSS,
    DOT,
    INK,
    RULING,
    RULING_LINE,
    SECONDARY,
    SECTION_RULE,
    SUM_BOX_LINE,
    TINT,
)


@dataclass(frozen=True, slots=True)
class Swatch:
    """A colour: its name in code, its value, its contrast with white, and the grey that it becomes in a copier."""

    name: str
    value: str
    contrast: str
    grey: str


@dataclass(frozen=True, slots=True)
class TypeRole:
    """A role of type: the class that sets it in the style sheets, and face, size and leading in words."""

    name: str
    measure: str


# The distances of the design, part 2, in mm: the square, and what it is divided into.
SPACES = (2.667, 4.0, 5.333, 8.0, 10.667, 16.0, 32.0, 48.0)
RULES = (
    ("ruling", RULING_LINE, RULING),
    ("section rule", SECTION_RULE, INK),
    ("answer box", ANSWER_BOX_LINE, INK),
    ("box rule", BOX_RULE, INK),
    ("sum box", SUM_BOX_LINE, INK),
)
ROLES = (
    TypeRole("chapter-title", "Display 800, 50 pt / 18.667 mm"),
    TypeRole("piece-title", "Display 800, 34 pt / 13.333 mm"),
    TypeRole("pathway-title", "Display 800, 24 pt / 10 mm"),
    TypeRole("title", "Display 800, 19 pt / 8 mm"),
    TypeRole("section-heading", "Display 800, 16 pt / 8 mm"),
    TypeRole("quote", "Quote italic, 19 pt / 9.333 mm"),
    TypeRole("aim", "Text 400, 14 pt / 8 mm"),
    TypeRole("body", "Text 400, 10.5 pt / 5.333 mm"),
    TypeRole("question-title", "Label 700, 10.5 pt / 5.333 mm"),
    TypeRole("note-words", "Label 400, 9 pt / 4 mm"),
    TypeRole("small", "Label 400, 8.5 pt / 4 mm"),
)


def swatches() -> tuple[Swatch, ...]:
    """The ten accents."""
    return tuple(_swatch(accent.name, accent.value) for accent in ACCENTS)


def greys() -> tuple[Swatch, ...]:
    """What is not coloured."""
    named = (
        ("ink", INK),
        ("secondary", SECONDARY),
        ("ruling", RULING),
        ("dot", DOT),
        ("cross", CROSS),
        ("tint", TINT),
    )
    return tuple(_swatch(name, value) for name, value in named)


def _swatch(name: str, value: str) -> Swatch:
    red, green, blue = (int(value[at : at + 2], 16) for at in (1, 3, 5))
    contrast = 1.05 / (_luminance(red, green, blue) + 0.05)
    grey = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return Swatch(name, value, f"{contrast:.1f} : 1", f"#{grey:02X}{grey:02X}{grey:02X}")


def _luminance(*parts: int) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - of the formula
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
