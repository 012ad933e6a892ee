"""Where the fonts come from: the only module that knows fontpkg, so that a folder of files could take its place."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import fontpkg

from bindery.findings import MachineError


@dataclass(frozen=True, slots=True)
class Source:
    """A variable font, and the text of its licence."""

    font: Path
    licence: Path


@cache
def source_of(family: str, style: str) -> Source:
    """The variable font of a family in a style (normal, italic). MachineError where it is not installed."""
    found = [
        file.path for file in _files(family) if file.style == style and file.variable and file.path.is_file()
    ]
    if not found:
        raise _missing(family)
    licence = found[0].parent.parent / "LICENSE"
    if not licence.is_file():
        raise _missing(f"{family}'s licence")
    return Source(found[0], licence)


def _files(family: str) -> tuple[fontpkg.FontFile, ...]:
    try:
        return tuple(fontpkg.family(family).files)
    except fontpkg.FontpkgError as error:
        raise _missing(family) from error


def _missing(what: str) -> MachineError:
    return MachineError(f"the font {what} is not installed", "run make install")
