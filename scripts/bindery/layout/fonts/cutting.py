"""Cutting a static face out of a variable font: the same bytes each time."""

from pathlib import Path

from fontTools.ttLib import TTFont

from bindery.layout.fonts.recipe import Face
from bindery.layout.fonts.signs import add_signs

_WINDOWS = (3, 1, 0x409)
_BOLD, _ITALIC, _REGULAR = 1 << 5, 1 << 0, 1 << 6
"""Bits of OS/2.fsSelection."""
_UNUSED_TABLES = ("STAT", "vhea", "vmtx")
_KEPT_NAMES = frozenset((0, 5, 7, 8, 9, 11, 12, 13, 14))
"""Copyright, version, trademark, makers, addresses and licence stay as their authors wrote them."""
_FIRST_OWN_NAME = 256
"""From here on, names belong to the font's features."""


def cut(source: Path, face: Face, target: Path) -> None:
    """Write the face, cut from a variable font, as a TrueType file. Takes one to four seconds."""
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415 - large, and needed once

    font = TTFont(source, recalcTimestamp=False)
    instantiateVariableFont(font, dict(face.axes), inplace=True)
    for table in _UNUSED_TABLES:
        if table in font:
            del font[table]
    _rename(font, face)
    _set_style(font, face)
    add_signs(font)
    font.save(target, reorderTables=True)


def copyright_of(source: Path) -> str:
    """The copyright line of a font."""
    with TTFont(source, lazy=True) as font:
        return str(font["name"].getDebugName(0) or "")


def _rename(font: TTFont, face: Face) -> None:
    """Neither source reserves its name (OFL 1.1, condition 3); ours still say that they are cuts."""
    names = font["name"]
    names.removeUnusedNames(font)
    names.names = [
        name for name in names.names if name.nameID in _KEPT_NAMES or name.nameID >= _FIRST_OWN_NAME
    ]
    family, style = face.name, face.style_name
    post_script = f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    axes = ",".join(f"{axis}{value:g}" for axis, value in face.axes)
    new = {1: family, 2: style, 3: f"{post_script};{axes}", 4: f"{family} {style}", 6: post_script}
    for number, words in new.items():
        names.setName(words, number, *_WINDOWS)


def _set_style(font: TTFont, face: Face) -> None:
    is_bold, is_italic = face.style_name.startswith("Bold"), face.style == "italic"
    table = font["OS/2"]
    table.usWeightClass = face.weight
    table.fsSelection &= ~(_BOLD | _ITALIC | _REGULAR)
    table.fsSelection |= is_bold * _BOLD | is_italic * _ITALIC | (not is_bold and not is_italic) * _REGULAR
    font["head"].macStyle = is_bold | is_italic << 1
