"""The places of a book at which the marker of a printed page can stand, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from bindery.model.blocks import Block, Cell, DefinitionEntry, Footnote, ListItem, QuestionnaireBlock, Row, Step, Work
from bindery.model.book import Book, Piece
from bindery.model.node import walk

BEFORE, AFTER = -1.0, inf
# Blocks that stand in lists of their own kind, where no marker can stand between them.
_CONTAINED = (ListItem, DefinitionEntry, Row, Cell, Step, Work, Footnote)


@dataclass(frozen=True, slots=True)
class Spot:
    """Before a block, after it, or after so many printed letters of its text."""

    key: str
    offset: float


class Spots:
    """All spots of a book. The keys that only templates know are a piece's, its title's, and a scoring page's."""

    def __init__(self, book: Book) -> None:
        """Walk the book once."""
        self._blocks: dict[str, Block] = {}
        self._order: dict[str, int] = {}
        self._of_templates: set[str] = set()
        for piece in book.pieces:
            self._enter_piece(piece)

    def is_of_templates(self, key: str) -> bool:
        """Whether only a template knows the place of this key."""
        return key in self._of_templates

    def spot(self, key: str, offset: int) -> Spot | None:
        """Where the page that begins there is marked; None when this book has no such place."""
        block = self._blocks.get(key)
        if key in self._of_templates:
            return Spot(key, BEFORE)
        if block is None:
            owner = key.rpartition(".")[0]
            return Spot(owner, AFTER) if owner in self._blocks else None
        if offset:
            return Spot(key, offset) if hasattr(block, "inlines") else None
        return next(_texts(block), None) if isinstance(block, _CONTAINED) else Spot(key, BEFORE)

    def position(self, spot: Spot) -> tuple[float, float]:
        """What spots are ordered by: a spot after a block comes after all that is inside it."""
        if spot.offset < AFTER:
            return self._order[spot.key], spot.offset
        inside = [node.key for node in walk(self._blocks[spot.key]) if isinstance(node, Block)]
        return max(self._order[key] for key in inside), AFTER

    def _enter_piece(self, piece: Piece) -> None:
        self._enter_template_key(piece.id)
        self._enter_template_key(f"{piece.id}.title")
        for node in walk(piece):
            if isinstance(node, Block):
                self._blocks[node.key] = node
                self._order[node.key] = len(self._order)
            if isinstance(node, QuestionnaireBlock):
                self._enter_template_key(f"{node.key}.scoring")

    def _enter_template_key(self, key: str) -> None:
        self._of_templates.add(key)
        self._order[key] = len(self._order)


def _texts(block: Block) -> Iterator[Spot]:
    """The beginnings of the texts in a block."""
    for node in walk(block):
        if isinstance(node, Block) and hasattr(node, "inlines"):
            yield Spot(node.key, 0)
