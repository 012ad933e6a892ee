"""What is painted on a page: each thing with its place, its text, and whether it is marked as content or decoration."""

from ctypes import byref, c_float, c_uint, c_ulong, create_string_buffer
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

from bindery.checks.pdf_facts.painting import bounds, colour, containers, matrix
from bindery.checks.pdf_facts.strokes import Line, lines
from bindery.units import mm_of_pt

# What may be marked with content: everything but a form, whose parts are looked at one by one.
_KINDS = {
    raw.FPDF_PAGEOBJ_TEXT: "text",
    raw.FPDF_PAGEOBJ_PATH: "path",
    raw.FPDF_PAGEOBJ_IMAGE: "image",
    raw.FPDF_PAGEOBJ_SHADING: "shading",
}


@dataclass(frozen=True, slots=True)
class Painted:
    """A painted thing: its edges in mm from the page's upper left corner, its words, its marks.

    The edges are those of what is seen: of text, the letters themselves. `content` is the number of its marked
    content, -1 without; `artifact` says that it is marked as decoration. Of text `baseline` (mm down), `size`
    (points) and `colour` are known; of a picture `pixels` across and down.
    """

    kind: str
    left: float
    top: float
    right: float
    bottom: float
    text: str
    content: int
    artifact: bool
    baseline: float = 0.0
    size: float = 0.0
    colour: tuple[int, int, int] = (0, 0, 0)
    pixels: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class PaintedPage:
    """A page: its size in mm and what is painted on it, in the order of painting."""

    width: float
    height: float
    things: tuple[Painted, ...]
    lines: tuple[Line, ...]


def painted_page(page: pypdfium2.PdfPage) -> PaintedPage:
    """What is painted on a page."""
    height = float(page.get_height())
    words = page.get_textpage()
    try:
        visible = [entry for entry in page.get_objects(textpage=words) if entry.type in _KINDS]
        things = tuple(_painted(entry, height) for entry in visible)
        level = tuple(line for entry in visible for line in lines(entry, height))
        return PaintedPage(mm_of_pt(float(page.get_width())), mm_of_pt(height), things, level)
    finally:
        words.close()


def _painted(entry: Any, height: float) -> Painted:
    left, low, right, high = bounds(entry)
    marks = [*_marks(entry), *(mark for outer in containers(entry) for mark in _marks(outer))]
    contents = [content for _, content in marks if content >= 0]
    kind = _KINDS[entry.type]
    return Painted(
        kind,
        mm_of_pt(left),
        mm_of_pt(height - high),
        mm_of_pt(right),
        mm_of_pt(height - low),
        entry.extract() if kind == "text" else "",
        contents[0] if contents else -1,
        any(name == "Artifact" for name, _ in marks),
        **(_of_text(entry, height) if kind == "text" else _of_image(entry) if kind == "image" else {}),
    )


def _of_text(entry: Any, height: float) -> dict[str, Any]:
    size = c_float()
    raw.FPDFTextObj_GetFontSize(entry, byref(size))
    place = matrix(entry)
    return {
        "baseline": mm_of_pt(height - place.f),
        "size": round(abs(size.value * place.d), 2),
        "colour": colour(entry, raw.FPDFPageObj_GetFillColor),
    }


def _of_image(entry: Any) -> dict[str, Any]:
    across, down = c_uint(), c_uint()
    raw.FPDFImageObj_GetImagePixelSize(entry, byref(across), byref(down))
    return {"pixels": (across.value, down.value)}


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
