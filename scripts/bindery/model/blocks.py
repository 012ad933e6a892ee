"""The blocks of a piece. Every block has a key, unique in the book, and its place in the source."""

from dataclasses import dataclass
from typing import ClassVar

from bindery.findings import Place
from bindery.model.inlines import Inline
from bindery.model.node import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Node):
    """Anything that stands on its own lines. `kind` is also the name of its template; `id` is the author's."""

    kind: ClassVar[str] = "block"
    key: str
    place: Place
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """Running text."""

    kind: ClassVar[str] = "paragraph"
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Block):
    """A heading; level 2 is the page heading, the title of the piece being level 1."""

    kind: ClassVar[str] = "heading"
    level: int
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem(Block):
    """One item of a list."""

    kind: ClassVar[str] = "list-item"
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList(Block):
    """A list without an order."""

    kind: ClassVar[str] = "bullet-list"
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedList(Block):
    """A numbered list; `start` is its first number."""

    kind: ClassVar[str] = "ordered-list"
    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionEntry(Block):
    """A term and what is said of it."""

    kind: ClassVar[str] = "definition-entry"
    term: tuple[Inline, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionList(Block):
    """A list of terms."""

    kind: ClassVar[str] = "definition-list"
    entries: tuple[DefinitionEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Block):
    """A cell of a table; `align` is left, center, right or nothing."""

    kind: ClassVar[str] = "cell"
    inlines: tuple[Inline, ...]
    align: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Block):
    """A row of a table."""

    kind: ClassVar[str] = "row"
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """A table with one head row."""

    kind: ClassVar[str] = "table"
    head: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Block):
    """A block quotation."""

    kind: ClassVar[str] = "quotation"
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock(Block):
    """Lines to be typed."""

    kind: ClassVar[str] = "code-block"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Block):
    """A break in the text (`---`)."""

    kind: ClassVar[str] = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMarkBlock(Block):
    """Where a printed page begins between two blocks; the e-book alone has them."""

    kind: ClassVar[str] = "page-mark"
    label: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote(Block):
    """The text of a footnote; `label` is the author's."""

    kind: ClassVar[str] = "footnote"
    label: str
    blocks: tuple[Block, ...]
