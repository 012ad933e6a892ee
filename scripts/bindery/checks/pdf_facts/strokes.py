"""The straight level lines of a painted path, as strokes and as filled slivers."""

from collections.abc import Iterator
from ctypes import byref, c_float
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from bindery.checks.pdf_facts.painting import bounds, colour, matrix
from bindery.units import mm_of_pt


@dataclass(frozen=True, slots=True)
class Line:
    """A thin horizontal line: how far down the page, from where to where, and its weight, all in mm; its colour."""

    down: float
    left: float
    right: float
    weight: float
    colour: tuple[int, int, int]


def lines(entry: Any, height: float) -> Iterator[Line]:
    """The horizontal strokes of a path, and the path itself where it is a filled sliver."""
    if entry.type != raw.FPDF_PAGEOBJ_PATH:
        return
    fill, stroke = raw.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(entry, byref(fill), byref(stroke))
    if stroke.value:
        yield from _strokes(entry, height)
    elif fill.value:
        left, low, right, high = bounds(entry)
        middle, weight = mm_of_pt(height - (low + high) / 2), mm_of_pt(high - low)
        yield Line(
            middle, mm_of_pt(left), mm_of_pt(right), weight, colour(entry, raw.FPDFPageObj_GetFillColor)
        )


def _strokes(entry: Any, height: float) -> Iterator[Line]:
    place = matrix(entry)
    width = c_float()
    raw.FPDFPageObj_GetStrokeWidth(entry, byref(width))
    weight = mm_of_pt(abs(width.value * place.d))
    painted = colour(entry, raw.FPDFPageObj_GetStrokeColor)
    before = (0.0, 0.0)
    for is_line, point in _points(entry):
        here = place.on_point(*point)
        if is_line and abs(here[1] - before[1]) < _LEVEL:
            ends = sorted((before[0], here[0]))
            yield Line(mm_of_pt(height - here[1]), mm_of_pt(ends[0]), mm_of_pt(ends[1]), weight, painted)
        before = here


_LEVEL = 0.01  # points


def _points(entry: Any) -> Iterator[tuple[bool, tuple[float, float]]]:
    """The points of a path, and whether a straight line leads to each."""
    x, y = c_float(), c_float()
    for number in range(raw.FPDFPath_CountSegments(entry)):
        segment = raw.FPDFPath_GetPathSegment(entry, number)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        yield raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO, (x.value, y.value)
