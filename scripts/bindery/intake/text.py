"""The one way to read a text file of the book."""

import os
import stat
import unicodedata
from pathlib import Path

from bindery.findings import Place, Report
from bindery.intake.characters import first_unwanted, name_of
from bindery.intake.closest import suggestion

# A chapter of 6,000 words is about 40 KiB, and some Markdown shapes cost the square of their length.
TEXT_LIMIT = 256 * 1024


def place_of(path: Path, root: Path, line: int = 0, column: int = 0) -> Place:
    """A place in a file, named from the project's folder with "/"."""
    return Place(Path(os.path.relpath(path, root)).as_posix(), line, column)


def read_text(
    path: Path, root: Path, report: Report, asked: Place | None = None, limit: int = TEXT_LIMIT
) -> str | None:
    """The text of a file under `root`/book: without a BOM, with plain newlines, in NFC.

    None, after a finding, for anything else. `asked` is the place that named the file: a file that cannot be opened
    is reported there. `limit` is in bytes.
    """
    data = read_bytes(path, root, report, asked, limit)
    if data is None:
        return None
    place = place_of(path, root)
    text = _decoded(data, place, report)
    if text is None or not _has_only_characters_to_be_seen(text, place, report):
        return None
    if not text.strip():
        report.add("I007", "this file is empty", place_of(path, root, 1), "write it, or take it off its list")
        return None
    return unicodedata.normalize("NFC", text)


def read_bytes(path: Path, root: Path, report: Report, asked: Place | None, limit: int) -> bytes | None:
    """The bytes of a regular file that really lies under `root`/book and holds at most `limit` of them."""
    place = asked or place_of(path, root, 1)
    name = place_of(path, root).file
    if not is_inside(path, root):
        report.add("I003", f'"{name}" lies outside the folder book', place, "copy the file into book/")
        return None
    try:
        return _bytes(path, name, place, report, limit)
    except FileNotFoundError:
        hint = suggestion(path.name, _neighbours(path)) or "check the spelling, or make the file"
        report.add("I001", f'there is no file "{name}"', place, hint)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        report.add(
            "I008", f'"{name}" cannot be opened: {reason}', place, "check its name and its access rights"
        )
    return None


def is_inside(path: Path, root: Path) -> bool:
    """Whether a path, all symbolic links followed, lies under `root`/book."""
    book = os.path.realpath(root / "book")
    return os.path.realpath(path).startswith(book + os.sep)


def _neighbours(path: Path) -> list[str]:
    return [neighbour.name for neighbour in path.parent.iterdir()] if path.parent.is_dir() else []


def _bytes(path: Path, name: str, place: Place, report: Report, limit: int) -> bytes | None:
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
        report.add("I002", f'"{name}" is {what}', place, "name a file in it" if stat.S_ISDIR(mode) else "")
        return None
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        hint = f"the limit is {limit // 1024} KiB; divide the file, or make it smaller"
        report.add("I004", f'"{name}" is too large ({path.stat().st_size // 1024} KiB)', place, hint)
        return None
    return data


def _decoded(data: bytes, place: Place, report: Report) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _plain_newlines(data[: error.start].decode("utf-8").removeprefix("\ufeff"))
        bad = f"byte {data[error.start]:02X}"
        report.add("I005", f"this is not UTF-8 ({bad})", _end_of(before, place), "save the file as UTF-8")
        return None
    return _plain_newlines(text.removeprefix("\ufeff"))


def _plain_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _has_only_characters_to_be_seen(text: str, place: Place, report: Report) -> bool:
    index = first_unwanted(text)
    if index is None:
        return True
    message = f"a character that cannot be seen: {name_of(text[index])}"
    report.add(
        "I006", message, _end_of(text[:index], place), "delete it; typing the line anew is the surest way"
    )
    return False


def _end_of(before: str, place: Place) -> Place:
    return Place(place.file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
