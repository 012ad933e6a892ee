"""What is painted on a page: each thing with its place, its text, and whether it is marked as content or decoration."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_ulong, create_string_buffer
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

from bindery.units import mm_of_pt

# What may be marked with content: everything but a form, whose parts are looked at one by one.
_KINDS = {
    raw.FPDF_PAGEOBJ_TEXT: "text",
    raw.FPDF_PAGEOBJ_PATH: "path",
    raw.FPDF_PAGEOBJ_IMAGE: "image",
    raw.FPDF_PAGEOBJ_SHADING: "shading",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A thin horizontal line: how far down the page, from where to where, and its weight, all in mm; its colour."""

    down: float
    left: float
    right: float
    weight: float
    colour: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Painted:
    """A painted thing: its edges in mm from the page's upper left corner, its words, its marks.

    `content` is the number of its marked content, -1 without; `artifact` says that it is marked as decoration.
    """

    kind: str
    top: float
    bottom: float
    text: str
    content: int
    artifact: bool


@dataclass(frozen=True, slots=True)
class PaintedPage:
    """A page: its height in mm and what is painted on it, in the order of painting."""

    height: float
    things: tuple[Painted, ...]
    lines: tuple[Line, ...]


def painted_page(pages: pypdfium2.PdfDocument, index: int) -> PaintedPage:
    """The page with this index, counted from 0."""
    page = pages[index]
    height = float(page.get_height())
    words = page.get_textpage()
    try:
        visible = [entry for entry in page.get_objects(textpage=words) if entry.type in _KINDS]
        things = tuple(_painted(entry, height) for entry in visible)
        lines = tuple(line for entry in visible for line in _lines(entry, height))
        return PaintedPage(mm_of_pt(height), things, lines)
    finally:
        words.close()
        page.close()


def _painted(entry: Any, height: float) -> Painted:
    _, low, _, high = _edges(entry)
    marks = [*_marks(entry), *(mark for outer in _containers(entry) for mark in _marks(outer))]
    contents = [content for _, content in marks if content >= 0]
    kind = _KINDS[entry.type]
    return Painted(
        kind,
        mm_of_pt(height - high),
        mm_of_pt(height - low),
        entry.extract() if kind == "text" else "",
        contents[0] if contents else -1,
        any(name == "Artifact" for name, _ in marks),
    )


def _edges(entry: Any) -> tuple[float, float, float, float]:
    """Left, lower, right and upper edge on the page, in points; PDFium gives them within the innermost form."""
    left, low, right, high = entry.get_bounds()
    corners = [(x, y) for x in (left, right) for y in (low, high)]
    for outer in _containers(entry):
        matrix = outer.get_matrix()
        corners = [matrix.on_point(*corner) for corner in corners]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(up), max(across), max(up)


def _containers(entry: Any) -> Iterator[Any]:
    while entry.container is not None:
        entry = entry.container
        yield entry


def _marks(entry: Any) -> list[tuple[str, int]]:
    """The names of the marks round a thing, each with its content number or -1."""
    count = raw.FPDFPageObj_CountMarks(entry)
    return [_mark(raw.FPDFPageObj_GetMark(entry, number)) for number in range(count)]


def _mark(mark: Any) -> tuple[str, int]:
    length, content = c_ulong(), raw.c_int(-1)
    raw.FPDFPageObjMark_GetName(mark, None, 0, byref(length))
    name = create_string_buffer(length.value)
    raw.FPDFPageObjMark_GetName(
        mark, raw.cast(name, raw.POINTER(raw.FPDF_WCHAR)), length.value, byref(length)
    )
    raw.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", byref(content))
    return name.raw.decode("utf-16-le").rstrip("\0"), int(content.value)


def _lines(entry: Any, height: float) -> Iterator[Line]:
    """The horizontal strokes of a path, and the path itself where it is a filled sliver."""
    if entry.type != raw.FPDF_PAGEOBJ_PATH:
        return
    fill, stroke = raw.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(entry, byref(fill), byref(stroke))
    if stroke.value:
        yield from _strokes(entry, height)
    elif fill.value:
        left, low, right, high = _edges(entry)
        middle, weight = mm_of_pt(height - (low + high) / 2), mm_of_pt(high - low)
        yield Line(
            middle, mm_of_pt(left), mm_of_pt(right), weight, _colour(entry, raw.FPDFPageObj_GetFillColor)
        )


def _strokes(entry: Any, height: float) -> Iterator[Line]:
    matrix = entry.get_matrix()
    for outer in _containers(entry):
        matrix = matrix.multiply(outer.get_matrix())
    width = c_float()
    raw.FPDFPageObj_GetStrokeWidth(entry, byref(width))
    weight = mm_of_pt(abs(width.value * matrix.d))
    colour = _colour(entry, raw.FPDFPageObj_GetStrokeColor)
    before = (0.0, 0.0)
    for is_line, point in _points(entry):
        here = matrix.on_point(*point)
        if is_line and abs(here[1] - before[1]) < _LEVEL:
            ends = sorted((before[0], here[0]))
            yield Line(mm_of_pt(height - here[1]), mm_of_pt(ends[0]), mm_of_pt(ends[1]), weight, colour)
        before = here


_LEVEL = 0.01  # points


def _points(entry: Any) -> Iterator[tuple[bool, tuple[float, float]]]:
    """The points of a path, and whether a straight line leads to each."""
    x, y = c_float(), c_float()
    for number in range(raw.FPDFPath_CountSegments(entry)):
        segment = raw.FPDFPath_GetPathSegment(entry, number)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        yield raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO, (x.value, y.value)


def _colour(entry: Any, getter: Any) -> tuple[int, int, int]:
    red, green, blue, alpha = (raw.c_uint() for _ in range(4))
    getter(entry, byref(red), byref(green), byref(blue), byref(alpha))
    return red.value, green.value, blue.value
