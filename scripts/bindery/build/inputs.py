"""All that a build depends on, in one fingerprint that takes hundredths of a second.

The book, the layouts and the press count by their content. Installed packages count by the name, size, time and number
on disk of every file: whoever changes one changes its time. Python and the libraries that set the letters count by
their versions.
"""

import os
import stat
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bindery.build.libraries import library_versions
from bindery.store import name_of

_PROJECT = Path(__file__).resolve().parents[3]
_MADE_BY_PYTHON = "__pycache__"


@dataclass(frozen=True, slots=True)
class Inputs:
    """`content` is the same for the same inputs; `touched` also tells whether one was changed and changed back."""

    content: str
    touched: str


class _Unfit(Exception):
    """Something that is neither a file nor a folder of its own: what it holds cannot be told beforehand."""


def inputs_of(root: Path) -> Inputs | None:
    """The inputs of a build of the book in `root` as they are now; None where that cannot be said for certain."""
    contents = [sys.version.encode(), sys.platform.encode(), *(one.encode() for one in library_versions())]
    times: list[bytes] = []
    try:
        for folder in (root / "book", _PROJECT / "layouts", _PROJECT / "scripts" / "bindery"):
            for entry, state in _files(folder):
                contents += [os.fsencode(entry.path), *_content(entry)]
                times.append(f"{_identity(state)} {state.st_ctime_ns}".encode())
        for packages in sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}):
            contents += (
                f"{entry.path} {_identity(state)}".encode() for entry, state in _files(Path(packages))
            )
    except (OSError, ValueError, _Unfit):
        return None
    return Inputs(name_of(*contents), name_of(*contents, *times))


def _files(folder: Path) -> Iterator[tuple["os.DirEntry[str]", os.stat_result]]:
    """Every file below, in a fixed order, with its state. _Unfit where a link leads to another folder, or to a pipe."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != _MADE_BY_PYTHON:
                yield from _files(Path(entry.path))
        elif entry.is_file() or (entry.is_symlink() and not entry.is_dir()):
            yield entry, _state(entry)
        else:
            raise _Unfit(entry.path)


def _state(entry: "os.DirEntry[str]") -> os.stat_result:
    """The state of the file; where it is a link that leads nowhere, as editors use them, of the link itself."""
    try:
        state = entry.stat()
    except FileNotFoundError:
        return entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(state.st_mode):
        raise _Unfit(entry.path)
    return state


def _content(entry: "os.DirEntry[str]") -> Iterator[bytes]:
    if entry.is_symlink():
        yield os.fsencode(Path(entry.path).readlink())
    if entry.is_file():
        yield Path(entry.path).read_bytes()


def _identity(state: os.stat_result) -> str:
    return f"{state.st_size} {state.st_mtime_ns} {state.st_ino}"
