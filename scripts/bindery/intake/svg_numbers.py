"""The numbers of a drawing: each attribute in the grammar that SVG 2 gives it.

The engine gives a whole drawing up at the first number that is none. The patterns are possessive, so that none of
them ever tries a text twice.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

# Beyond a thousand million units nothing can be seen, and a PDF cannot hold the number.
_BEYOND = re.compile(r"e\+?0*[1-9][0-9]+|(?<![0-9.])[0-9]{10,}", re.IGNORECASE)
_NUMBER = r"(?>[+-]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?)"
_BETWEEN = r"[\s,]*+"
_LENGTH = rf"{_NUMBER}(?:px|pt|pc|mm|cm|in|q|Q|em|ex|rem|ch|%)?"
_ANGLE = rf"{_NUMBER}(?:deg|grad|rad|turn)?"


def _listed(one: str, least: int = 1, step: int = 1) -> re.Pattern[str]:
    """At least so many of one thing, and `step` more each time."""
    each = rf"(?:{_BETWEEN}{one}){{{step}}}+"
    return re.compile(rf"(?:{_BETWEEN}{one}){{{least}}}+(?:{each})*+{_BETWEEN}")


def _calls(names: str, one: str, *counts: int) -> str:
    """One of these functions with so many values."""
    values = "|".join(rf"(?>(?:{_BETWEEN}{one}){{{count}}}+{_BETWEEN}\))" for count in counts)
    return rf"(?:{names})\s*+\((?:{values})"


_LENGTHS = _listed(_LENGTH)
_ONE_NUMBER = re.compile(rf"\s*+{_NUMBER}%?\s*+")
_SHIFTS = "|".join(
    (
        _calls("matrix", _LENGTH, 6),
        _calls("translate|scale", _LENGTH, 1, 2),
        _calls("(?:translate|scale)[XY]", _LENGTH, 1),
        _calls("rotate", _ANGLE, 1, 3),
        _calls("skew[XY]", _ANGLE, 1),
    )
)
_TRANSFORM = re.compile(rf"(?:{_BETWEEN}(?:{_SHIFTS}))*+{_BETWEEN}|none")
_COMMAND = re.compile(r"[A-DF-Za-df-z]")  # E stands in numbers
_ARC = re.compile(
    rf"(?:(?:{_BETWEEN}{_NUMBER}){{3}}+(?:{_BETWEEN}[01]){{2}}+(?:{_BETWEEN}{_NUMBER}){{2}}+)++{_BETWEEN}"
)
_ARGUMENTS: Mapping[str, re.Pattern[str]] = {
    **{letter: _listed(_NUMBER) for letter in "HV"},
    **{letter: _listed(_NUMBER, 2, 2) for letter in "MLT"},
    **{letter: _listed(_NUMBER, 4, 4) for letter in "SQ"},
    "C": _listed(_NUMBER, 6, 6),
    "A": _ARC,
    "Z": re.compile(_BETWEEN),
}
_LENGTH_NAMES = (
    "x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height offset stroke-width font-size letter-spacing textLength "
    "refX refY markerWidth markerHeight stroke-dasharray stroke-dashoffset"
)
_FACTOR_NAMES = "opacity fill-opacity stroke-opacity stop-opacity stroke-miterlimit"
_GRAMMARS: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(_LENGTH_NAMES.split(), _LENGTHS),
    **dict.fromkeys(_FACTOR_NAMES.split(), _ONE_NUMBER),
    **dict.fromkeys("transform patternTransform gradientTransform".split(), _TRANSFORM),
    "points": _listed(_NUMBER, 2, 2),
    "rotate": _listed(_NUMBER),
    "orient": re.compile(rf"auto-start-reverse|\s*+{_NUMBER}\s*+"),
    "viewBox": _listed(_NUMBER, 4, 10**6),
}
_WORDS = frozenset(("inherit", "none", "normal", "auto"))
_DECLARATION = re.compile(r"([a-z-]++)\s*+:\s*+([^;{}]*+)")


def bad_numbers(element: etree._Element) -> Iterator[tuple[str, str]]:
    """The attributes and styles of an element that should hold a number which can be drawn, and hold something else."""
    styles = element.xpath("string()") if etree.QName(element).localname == "style" else ""
    declared = _DECLARATION.findall(f"{element.get('style', '')};{styles}")
    for key, value in (*element.attrib.items(), *declared):
        if not can_be_drawn(str(key), str(value)):
            yield str(key), str(value)


def can_be_drawn(name: str, value: str) -> bool:
    """Whether an attribute holds what SVG lets stand there; True for one that holds no numbers.

    can_be_drawn("width", "40mm") and not can_be_drawn("width", "4pmm")
    """
    value = value.removesuffix("!important").strip()
    grammar = _GRAMMARS.get(name)
    if not value or value in _WORDS or (grammar is None and name != "d"):
        return True
    if _BEYOND.search(value):
        return False
    return _is_path(value) if grammar is None else grammar.fullmatch(value) is not None


def _is_path(value: str) -> bool:
    """Whether each command of a path has as many numbers as it takes; a path begins by moving somewhere."""
    letters, arguments = _COMMAND.findall(value), _COMMAND.split(value)
    if arguments[0].strip() or not letters or letters[0] not in "Mm":
        return False
    pairs = zip(letters, arguments[1:], strict=True)
    return all(
        letter.upper() in _ARGUMENTS and _ARGUMENTS[letter.upper()].fullmatch(text) for letter, text in pairs
    )
