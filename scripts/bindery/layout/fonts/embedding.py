"""The faces as a document takes them in: as @font-face rules, and as subsets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import uharfbuzz

from bindery.layout.fonts.recipe import FontFile
from bindery.store import Drawer, name_of

_NAMES = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
_FEATURES = ["ccmp", "clig", "kern", "liga", "lnum", "locl", "mark", "mkmk", "rlig", "tnum"]


def font_face_css(files: Iterable[FontFile]) -> str:
    """One @font-face rule a face, with file: addresses, for print."""
    return "\n".join(_rule(file) for file in files)


def subset(font: FontFile, characters: frozenset[str]) -> bytes:
    """The face with these characters only, as a TrueType file; the same bytes for the same characters.

    Characters that the face lacks are left out (see `missing_glyphs`); names of makers and licence stay.
    """
    wanted = uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    wanted.unicode_set.update(ord(character) for character in characters)
    _put(wanted.sets(uharfbuzz.SubsetInputSets.NAME_ID), _NAMES)
    _put(wanted.sets(uharfbuzz.SubsetInputSets.LAYOUT_FEATURE_TAG), map(_tag, _FEATURES))
    face = uharfbuzz.Face(font.path.read_bytes())
    return bytes(uharfbuzz.subset(face, wanted).blob.data)


@dataclass(frozen=True, slots=True)
class TypeCase:
    """The faces of a book, and the drawer in which their subsets are kept."""

    files: tuple[FontFile, ...]
    drawer: Drawer

    def subsets(self, characters: frozenset[str]) -> Iterator[tuple[str, bytes]]:
        """File name and bytes of each face with these characters; what was cut once is not cut again."""
        yield from ((font.path.name, self._subset(font, characters)) for font in self.files)

    def _subset(self, font: FontFile, characters: frozenset[str]) -> bytes:
        rules = repr((uharfbuzz.__version__, _NAMES, _FEATURES, sorted(characters)))
        name = name_of(rules.encode(), font.path.read_bytes())
        found = self.drawer.find(name)
        if found is None:
            found = subset(font, characters)
            self.drawer.keep(name, found)
        return found


def _put(values: Any, wanted: Iterable[int]) -> None:
    """Put these in place of what the library would keep."""
    values.clear()
    values.update(wanted)


def _tag(name: str) -> int:
    """Four letters as OpenType writes them."""
    return int.from_bytes(name.encode("ascii"), "big")


def _rule(file: FontFile) -> str:
    return (
        f'@font-face {{ font-family: "{file.family}"; font-weight: {file.weight}; font-style: {file.style}; '
        f'src: url("{file.path.as_uri()}") format("truetype"); }}'
    )
