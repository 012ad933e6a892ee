"""Where each printed page begins in the e-book: a key, and how far into its text."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import inf

from bindery.layout.views.chapters import opener_view
from bindery.layout.views.flow import BEFORE
from bindery.layout.views.indexes import index_lines, pathway_keys
from bindery.model.blocks import Block, Footnote, PageMarkBlock
from bindery.model.book import Piece
from bindery.model.course_blocks import JournalBlock, Pathway, QuestionnaireBlock, SideNote, Work
from bindery.model.node import Node, children, walk
from bindery.model.numbered import NumberedBook
from bindery.model.pages import PageMap
from bindery.model.settings import PieceKind

LEFT_OUT = frozenset((PieceKind.PRINT_CHECK, PieceKind.HALF_TITLE, PieceKind.SPECIMEN))
"""What a screen has no use for: the page that checks a printer, the title before the title page, the specimen."""
_GIVES_PAGES = (JournalBlock, Pathway, QuestionnaireBlock)


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a page may begin. `block` is None where only a template knows it, and writes the marker itself.

    Such are the beginning of a piece, its title, an item of a questionnaire, a scoring page, a line of an index.
    """

    key: str
    piece: Piece
    block: Block | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a marker stands: at a key, `offset` characters (white space not counted) into its text, or `after` it."""

    key: str
    offset: int = 0
    after: bool = False


def ebook_pieces(numbered: NumberedBook) -> tuple[Piece, ...]:
    """The pieces that the e-book has, in reading order."""
    return tuple(piece for piece in numbered.book.pieces if piece.kind not in LEFT_OUT)


class PagePlaces:
    """The places of a book, in the order in which the e-book has them."""

    def __init__(self, numbered: NumberedBook) -> None:
        """Find the places of this book."""
        places = tuple(chain.from_iterable(_places(piece, numbered) for piece in ebook_pieces(numbered)))
        self.by_key: Mapping[str, Place] = {place.key: place for place in places}
        self._order = {place.key: index for index, place in enumerate(places)}
        self._leads = dict(_leads(numbered))

    def spots(self, pages: PageMap) -> tuple[Spot, ...]:
        """Where each page begins, in the order of the pages, never going back.

        A page without text of the e-book stands with the page that follows it; at the end, with the last one.
        """
        keys = _keys_by_page(pages)
        found = [
            self._at_the_beginning(self._spot(page.start.key, page.start.offset, on_page), on_page)
            for page, on_page in ((page, keys.get(index, ())) for index, page in enumerate(pages.pages))
        ]
        return tuple(self._never_back(_filled(found, Spot(next(iter(self.by_key))))))

    def _at_the_beginning(self, spot: Spot | None, keys_on_page: Collection[str]) -> Spot | None:
        """The first block of a piece takes the marker to the beginning of the piece, if that is on the same page."""
        if spot is None or spot.offset or spot.after:
            return spot
        piece = self.by_key[spot.key].piece
        first = next((block for block in piece.blocks if not isinstance(block, PageMarkBlock)), None)
        begins = first is not None and first.key == spot.key and piece.id in keys_on_page
        return Spot(piece.id) if begins else spot

    def _spot(self, key: str, offset: int, keys_on_page: Sequence[str]) -> Spot | None:
        if key in self.by_key:
            return Spot(key, offset) if offset else self._led(key)
        known = [name for name in keys_on_page if name in self.by_key]
        if known:
            return self._led(min(known, key=self._order.__getitem__))
        if key.endswith(BEFORE):
            return None
        before = self.by_key.get(key.rpartition(".")[0])
        return Spot(before.key, after=True) if before and isinstance(before.block, _GIVES_PAGES) else None

    def _led(self, key: str) -> Spot:
        return Spot(self._leads.get(key, key))

    def _never_back(self, spots: Sequence[Spot]) -> Iterator[Spot]:
        reached = spots[0] if spots else None
        for spot in spots:
            if reached is None or self._position(spot) >= self._position(reached):
                reached = spot
            yield reached

    def _position(self, spot: Spot) -> tuple[int, float]:
        if not spot.after:
            return self._order[spot.key], spot.offset
        block = self.by_key[spot.key].block
        inside = (place.key for place in _block_places(block, self.by_key[spot.key].piece)) if block else ()
        return max(self._order[key] for key in inside), inf


def _places(piece: Piece, numbered: NumberedBook) -> Iterator[Place]:
    yield Place(piece.id, piece)
    yield Place(f"{piece.id}.title", piece)
    for block in _in_reading_order(piece, numbered):
        yield from _block_places(block, piece)
    if piece.kind is PieceKind.CONTENTS:
        yield Place(f"{piece.id}.key", piece)
    yield from (Place(key, piece) for key in made_lines(piece, numbered))


def made_lines(piece: Piece, numbered: NumberedBook) -> tuple[str, ...]:
    """The keys of the headings and lines of a glossary, a list of sources or an index, in their order."""
    match piece.kind:
        case PieceKind.GLOSSARY:
            return tuple(f"glossary.{term.slug}" for term in numbered.book.glossary)
        case PieceKind.SOURCES:
            return tuple(f"sources.{work.key}" for work in numbered.book.works)
        case PieceKind.PATHWAY_INDEX:
            return tuple(pathway_keys(numbered))
        case PieceKind.INDEX:
            return tuple(line.key for line in index_lines(numbered.index))
        case _:
            return ()


def _in_reading_order(piece: Piece, numbered: NumberedBook) -> tuple[Block, ...]:
    """The opener of a chapter takes its epigraph to the front; the words of the cover are in its picture."""
    if piece.kind is PieceKind.COVER:
        return ()
    if piece.kind is not PieceKind.CHAPTER:
        return piece.blocks
    view = opener_view(piece, numbered)
    return (*((view.epigraph,) if view.epigraph else ()), *view.blocks)


def _block_places(block: Block, piece: Piece) -> Iterator[Place]:
    for node in walk(block):
        if isinstance(node, Block) and not isinstance(node, PageMarkBlock):
            yield Place(node.key, piece, None if isinstance(node, Work) else node)
        if isinstance(node, QuestionnaireBlock):
            yield from (Place(key, piece) for key in _inside(node))


def _inside(block: QuestionnaireBlock) -> Iterator[str]:
    """The items of a questionnaire, what is remarked below them, and its scoring page."""
    for element in block.questionnaire.elements if block.questionnaire else ():
        yield f"q.{element.name}"
        yield from (f"q.{row.value}" for row in element.rows)
    yield from (f"{block.key}.{name}" for name in ("remark", "credit", "scoring"))


def _leads(numbered: NumberedBook) -> Iterator[tuple[str, str]]:
    """Key of a block -> key of the first of the side notes that stand beside it, as they come before it."""
    for node in walk(numbered.book):
        lead = ""
        for child in _blocks_inside(node):
            if isinstance(child, SideNote):
                lead = lead or child.key
                continue
            if lead:
                yield child.key, lead
            lead = ""


def _blocks_inside(node: Node) -> Iterator[Block]:
    for child in children(node):
        if isinstance(child, Block) and not isinstance(child, PageMarkBlock | Footnote):
            yield child


def _keys_by_page(pages: PageMap) -> dict[int, list[str]]:
    keys: dict[int, list[str]] = {}
    for key, index in pages.index_of.items():
        keys.setdefault(index, []).append(key)
    return keys


def _filled(spots: Sequence[Spot | None], otherwise: Spot) -> list[Spot]:
    """Gaps take the next spot, at the end the last one."""
    last = next((spot for spot in reversed(spots) if spot), otherwise)
    filled: list[Spot] = []
    for spot in reversed(spots):
        last = spot or last
        filled.append(last)
    return filled[::-1]
