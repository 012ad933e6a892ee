"""What a maker of a block is given: checked attributes and content."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict

from bindery.findings import Place
from bindery.markup.context import Context
from bindery.model.blocks import Block


class Common(TypedDict):
    """What every block has."""

    key: str
    place: Place
    id: str


@dataclass(frozen=True, slots=True)
class Request:
    """A block to be made: its attributes, its content, its line, its id and its key."""

    values: Mapping[str, str]
    blocks: tuple[Block, ...]
    line: int
    id: str
    key: str
    context: Context

    @property
    def common(self) -> Common:
        """The fields that every block has."""
        return Common(key=self.key, place=self.context.place(self.line), id=self.id)

    def text(self, name: str, otherwise: str = "") -> str:
        """An attribute as text."""
        return self.values.get(name, otherwise)

    def number(self, name: str, otherwise: int = 0) -> int:
        """An attribute as a whole number; words such as `fill` count as not given."""
        value = self.values.get(name, "")
        return int(value) if value.isdigit() else otherwise

    def words(self, name: str) -> tuple[str, ...]:
        """An attribute as a list of words."""
        return tuple(self.values.get(name, "").split())

    def wrong(self, code: str, message: str, hint: str = "", line: int = 0) -> tuple[Block, ...]:
        """Report that the block cannot be made; its bare content stands in for it."""
        self.context.add(code, message, line or self.line, hint)
        return self.blocks
