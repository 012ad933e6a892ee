"""The attributes of a block: `{#id name=value name="two words"}`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_PART = re.compile(
    r"""\s*(?:\#(?P<id>[^\s{}"']+)|(?P<name>[A-Za-z][\w-]*)\s*=\s*(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"{}“”„]+)))"""
)
_HEAD = re.compile(r"(?P<name>[^\s{]+)\s*(?P<rest>.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stood in braces; `problem` says what could not be understood, "" when all of it could."""

    id: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


def split_head(text: str) -> tuple[str, str]:
    """`pathway {#id}` as its name and the rest."""
    match = _HEAD.match(text)
    return (match["name"], match["rest"].strip()) if match else ("", "")


def read_attributes(text: str) -> Attributes:
    """The attributes in a text such as `{#map who="alone pair"}`; an empty text has none."""
    if not text:
        return Attributes()
    if not (text.startswith("{") and text.endswith("}")):
        return Attributes(problem=f'"{text}" is not in braces')
    return _read(text[1:-1])


def _read(inner: str) -> Attributes:
    identifier, position = "", 0
    values: dict[str, str] = {}
    while inner[position:].strip():
        match = _PART.match(inner, position)
        if not match:
            return Attributes(identifier, values, _not_understood(inner[position:].strip()))
        if match["id"] and identifier:
            return Attributes(identifier, values, "two ids, and one is enough")
        if match["id"]:
            identifier = match["id"]
        elif match["name"] in values:
            return Attributes(identifier, values, f'"{match.group("name")}" is given twice')
        else:
            values[match["name"]] = match["quoted"] if match["quoted"] is not None else match["bare"]
        position = match.end()
    return Attributes(identifier, values)


def _not_understood(rest: str) -> str:
    curly = ": quotation marks in braces are straight ones" if any(mark in rest for mark in "“”„‘’") else ""
    return f'"{rest}" is not understood{curly}'
