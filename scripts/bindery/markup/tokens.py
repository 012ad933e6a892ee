"""The tokens of a Markdown text, free of the library that found them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One token: type and tag by markdown-it's names, 1-based line, words, attributes, and the tokens inside."""

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
