"""The tokens of a Markdown text, free of the library that found them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its type and tag by markdown-it's names, its 1-based line, its words and attributes, what is inside."""

    type: str
    line: int
    tag: str = ""
    content: str = ""
    info: str = ""
    depth: int = 0
    attributes: Mapping[str, str | int | float] | None = None
    children: tuple["Token", ...] = ()

    def attribute(self, name: str) -> str:
        """An attribute as text, "" when it is missing."""
        return str((self.attributes or {}).get(name, ""))
