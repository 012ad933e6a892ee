"""Which characters the faces of a role can show."""

import unicodedata
from functools import cache

from fontTools.ttLib import TTFont

from bindery.layout.fonts.recipe import FACES, Role
from bindery.layout.fonts.signs import BORROWED, DRAWN
from bindery.layout.fonts.sources import source_of

_INVISIBLE = frozenset(("Cc", "Cf"))
"""Control and format characters need no glyph: line ends, soft hyphens, joiners, marks of direction."""


def missing_glyphs(text: str, family: Role) -> frozenset[str]:
    """The characters of `text` that not every face of the role has, and for which another font would step in."""
    shown = _characters(family)
    return frozenset(
        letter
        for letter in set(text)
        if ord(letter) not in shown and unicodedata.category(letter) not in _INVISIBLE
    )


@cache
def _characters(role: Role) -> frozenset[int]:
    faces = [face for face in FACES if face.role == role]
    if not faces:
        raise KeyError(role)
    own = [_of_source(face.source, face.style) for face in faces]
    return frozenset.intersection(*own) | BORROWED.keys() | DRAWN.keys()


@cache
def _of_source(family: str, style: str) -> frozenset[int]:
    with TTFont(source_of(family, style).font, lazy=True) as font:
        return frozenset(font.getBestCmap())
