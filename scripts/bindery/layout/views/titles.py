"""How large a title can be set: from the number of its letters, as templates cannot measure type."""

from dataclasses import dataclass
from math import ceil

# mm of a letter of Display 800, on average with its spacing, as a share of the size; "Together" on the cover is 0.455.
_LETTER = 0.475
_LEADING = 0.8873
_MM_PER_PT = 25.4 / 72
_SQUARE = 16.0
_SMALLEST = 12.0


@dataclass(frozen=True, slots=True)
class TitleSize:
    """Size in points, leading in mm, and how many lines and squares of 16 mm the title will take."""

    size: float
    leading: float
    lines: int
    columns: int
    rows: int


def fitted(title: str, largest: float, width: float, height: float) -> TitleSize:
    """The largest size (pt), up to `largest`, at which the title keeps within `width` x `height` mm."""
    size = largest
    while size > _SMALLEST and not _fits(title, size, width, height):
        size -= 1
    return _measured(title, size, width)


def _fits(title: str, size: float, width: float, height: float) -> bool:
    widest = max(len(word) for word in title.split()) * _LETTER * size * _MM_PER_PT
    return widest <= width and _measured(title, size, width).lines * _leading(size) <= height


def _leading(size: float) -> float:
    return round(size * _MM_PER_PT * _LEADING, 3)


def _measured(title: str, size: float, width: float) -> TitleSize:
    letter = _LETTER * size * _MM_PER_PT
    lengths = [0]
    for word in title.split():
        longer = lengths[-1] + 1 + len(word) if lengths[-1] else len(word)
        if longer * letter > width and lengths[-1]:
            lengths.append(len(word))
        else:
            lengths[-1] = longer
    leading = _leading(size)
    return TitleSize(
        size=size,
        leading=leading,
        lines=len(lengths),
        columns=ceil(max(lengths) * letter / _SQUARE),
        rows=ceil(len(lengths) * leading / _SQUARE),
    )
