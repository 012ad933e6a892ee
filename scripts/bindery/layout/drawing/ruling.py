"""Room for a pen: lines, dots, squared paper and Cornell pages, each as one path, so that no rounding adds up.

Lines on the edge of a drawing are cut in half unless CSS says `overflow: visible`.
"""

from bindery.layout.drawing.svg import Paint, drawing, line, lined, numbers, path
from bindery.layout.drawing.tokens import (
    BASELINE_RISE,
    DOT,
    DOT_DIAMETER,
    GRID_PITCH,
    INK,
    PEN_PITCH,
    RULING,
    RULING_LINE,
    SECTION_RULE,
)

FIRST_WITH_TEXT = PEN_PITCH - BASELINE_RISE
"""`first` for lines that share their baselines with text which begins at the top of the same box."""

CUES_END, NOTES_BEGIN = 44.0, 48.0

_NEAR = 1e-6


def line_count(height: float, pitch: float = PEN_PITCH) -> int:
    """How many lines `height` mm hold."""
    return max(0, int((height + _NEAR) // pitch))


def lines(
    width: float,
    height: float,
    *,
    pitch: float = PEN_PITCH,
    first: float | None = None,
    colour: str = RULING,
    title: str | None = None,
) -> str:
    """Lines `pitch` mm apart from y = `first` (by default one pitch down) as far as `height` mm go."""
    ys = _steps(pitch if first is None else first, height, pitch)
    return drawing(width, height, path(_across(0, width, ys), lined(colour, RULING_LINE)), title=title)


def dots(
    width: float,
    height: float,
    *,
    pitch: float = GRID_PITCH,
    diameter: float = DOT_DIAMETER,
    colour: str = DOT,
    title: str | None = None,
) -> str:
    """Dots `pitch` mm apart, on all four edges where the size allows (160 x 220 mm: 33 x 45 dots)."""
    xs, ys = _steps(0, width, pitch), _steps(0, height, pitch)
    commands = "".join(f"M{numbers(x - 0.005, y)}h.01" for y in ys for x in xs)
    return drawing(
        width, height, path(commands, Paint("none", colour, diameter, round_ends=True)), title=title
    )


def squares(
    width: float,
    height: float,
    *,
    pitch: float = GRID_PITCH,
    colour: str = RULING,
    title: str | None = None,
) -> str:
    """Squared paper: whole squares only, so the last lines may stand within the box."""
    xs, ys = _steps(0, width, pitch), _steps(0, height, pitch)
    down = "".join(line(x, 0, x, ys[-1]) for x in xs)
    return drawing(
        width, height, path(_across(0, xs[-1], ys) + down, lined(colour, RULING_LINE)), title=title
    )


def cornell(
    width: float = 160.0,
    height: float = 216.0,
    *,
    pitch: float = PEN_PITCH,
    summary: int = 6,
    colour: str = RULING,
    title: str | None = None,
) -> str:
    """A Cornell page: black rules at the top, over the summary and upright at x 44; lines from x 48.

    The summary has `summary` lines at the foot; the first pitch of each part is left for its label.
    ValueError where the height leaves no room for notes.
    """
    count = line_count(height, pitch)
    if count < summary + 2:
        raise ValueError(f"{height} mm hold {count} lines: too few for notes and {summary} lines of summary")
    cut = (count - summary) * pitch
    notes, ends = _steps(pitch, cut - pitch, pitch), _steps(cut + pitch, count * pitch, pitch)
    rules = _across(0, width, (0.0, cut)) + line(CUES_END, 0, CUES_END, cut)
    ruled = path(_across(NOTES_BEGIN, width, notes + ends), lined(colour, RULING_LINE))
    return drawing(width, height, ruled, path(rules, lined(INK, SECTION_RULE)), title=title)


def rule(width: float, colour: str = INK, *, stroke: float = SECTION_RULE, title: str | None = None) -> str:
    """One level line, `stroke` mm thick, in a drawing just as high: a section rule, a box rule, a line to write on."""
    return drawing(
        width, stroke, path(line(0, stroke / 2, width, stroke / 2), lined(colour, stroke)), title=title
    )


def dotted_rule(width: float, colour: str = INK, *, title: str | None = None) -> str:
    """One level line of fine dots, 1 mm apart and 0.3 mm across: the ground, and the top of the trunk."""
    commands = "".join(f"M{numbers(x + 0.145, 0.15)}h.01" for x in _steps(0, width - 0.3, 1))
    return drawing(width, 0.3, path(commands, Paint("none", colour, 0.3, round_ends=True)), title=title)


def _steps(first: float, last: float, pitch: float) -> tuple[float, ...]:
    count = int((last - first + _NEAR) // pitch) + 1
    return tuple(first + i * pitch for i in range(max(0, count)))


def _across(left: float, right: float, ys: tuple[float, ...]) -> str:
    return "".join(line(left, y, right, y) for y in ys)
