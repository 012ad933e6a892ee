"""Pictures, judged by their content and not by their name, before anything decodes them."""

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image, UnidentifiedImageError

from bindery.findings import Place, Report
from bindery.intake.svg import check_svg
from bindery.intake.text import place_of, read_bytes, read_text

# A picture of 40 megapixels fills an A3 page at 400 dots an inch; one of 144, in 18 kB, cost 1.2 GB of memory.
PIXEL_LIMIT = 40_000_000
# Bytes of a photograph that is good enough for print, with room to spare.
PICTURE_LIMIT = 24 * 1024 * 1024
# Bytes of a drawing; a logo traced from a photograph stays well below.
SVG_LIMIT = 2 * 1024 * 1024

# What Pillow raises for files that lie about themselves.
_FAILURES = (OSError, SyntaxError, ValueError, EOFError, OverflowError)
_SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff")
_TOO_MANY_PIXELS = (
    "I022",
    "has too many pixels",
    f"the limit is {PIXEL_LIMIT // 1_000_000} megapixels; make it smaller",
)
_NO_PICTURE = ("I020", "is none of the pictures that can be printed", "use an SVG, a PNG or a JPEG")
_BROKEN = ("I023", "is a broken picture", "export or download it again, whole")

Kind = Literal["svg", "png", "jpeg"]
_SUFFIXES: dict[Kind, tuple[str, ...]] = {"svg": (".svg",), "png": (".png",), "jpeg": (".jpg", ".jpeg")}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may be printed: what it is, and its size in pixels (0 for an SVG that does not say)."""

    path: Path
    kind: Kind
    width: float
    height: float


def check_picture(path: Path, root: Path, report: Report, asked: Place | None = None) -> Picture | None:
    """The picture in a file under `root`/book; None, after a finding, when it must not be printed.

    `asked` is the place that named the file. What is wrong inside an SVG is reported there, with its own line.
    """
    place = asked or place_of(path, root, 1)
    data = read_bytes(path, root, report, asked, PICTURE_LIMIT)
    if data is None:
        return None
    try:
        picture = _svg(path, root, report, place) if _is_markup(data) else _bitmap(data, path)
        return picture and _rightly_named(picture)
    except _Refusal as refusal:
        report.add(refusal.code, f'"{path.name}" {refusal.message}', place, refusal.hint)
        return None


class _Refusal(Exception):
    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def _is_markup(data: bytes) -> bool:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"


def _svg(path: Path, root: Path, report: Report, place: Place) -> Picture | None:
    text = read_text(path, root, report, place, SVG_LIMIT)
    size = check_svg(text, place_of(path, root).file, report) if text is not None else None
    return Picture(path, "svg", *size) if size else None


def _rightly_named(picture: Picture) -> Picture:
    suffixes = _SUFFIXES[picture.kind]
    if picture.path.suffix.lower() not in suffixes:
        raise _Refusal(
            "I021", f"is really of the kind {picture.kind.upper()}", f"end its name in {suffixes[0]}"
        )
    return picture


def _bitmap(data: bytes, path: Path) -> Picture:
    image = _opened(data)
    if image.width * image.height > PIXEL_LIMIT:
        raise _Refusal(*_TOO_MANY_PIXELS)
    if not _is_whole(image, data):
        raise _Refusal(*_BROKEN)
    return Picture(path, "png" if image.format == "PNG" else "jpeg", image.width, image.height)


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(BytesIO(data), formats=("PNG", "JPEG"))
    except Image.DecompressionBombError:
        raise _Refusal(*_TOO_MANY_PIXELS) from None
    except UnidentifiedImageError:
        raise _Refusal(*_BROKEN if data.startswith(_SIGNATURES) else _NO_PICTURE) from None
    except _FAILURES:
        raise _Refusal(*_BROKEN) from None


def _is_whole(image: Image.Image, data: bytes) -> bool:
    """Whether the file has its end: for a PNG every chunk with its check sum, for a JPEG the end-of-image mark."""
    if image.format != "PNG":
        return b"\xff\xd9" in data[-4096:]
    try:
        image.verify()
    except _FAILURES:
        return False
    return b"IEND" in data[-4096:]
