"""What the templates of print ask besides what every face knows: groups of blocks, colours, levels, measures."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import get_args

from markupsafe import Markup

from bindery.layout.drawing.tokens import INK, accent_of
from bindery.layout.face import Face
from bindery.layout.views import specimen
from bindery.layout.views.answers import (
    Columns,
    Marks,
    boxes_across,
    rating_row,
    scale_columns,
    tracker_columns,
    tree_zones,
)
from bindery.layout.views.contents import ContentsPage, contents_pages, tab_down
from bindery.layout.views.flow import WITHIN, Beside, Item, Room, grouped, with_rooms
from bindery.layout.views.items import in_two_lines, letters_of_an_item
from bindery.layout.views.outline import heading_levels
from bindery.layout.views.pathways import PathwayView, pathway_view
from bindery.layout.views.questionnaires import (
    Question,
    QuestionnaireView,
    ScaleView,
    ScoringView,
    SubscaleView,
)
from bindery.layout.views.scales import ScaleTable, head_lines, tables
from bindery.layout.views.sections import Section, is_page_heading, sections
from bindery.layout.views.specimen import Swatch, TypeRole
from bindery.layout.views.titles import TitleSize, fitted
from bindery.layout.views.type_width import DISPLAY, QUOTE, TITLE, balanced
from bindery.model.blocks import Block
from bindery.model.book import Piece
from bindery.model.course_blocks import Pathway, QuestionnaireBlock
from bindery.model.inlines import Citation, CrossReference, Inline, Link, plain_text
from bindery.model.journal import JournalKind, PagePart
from bindery.model.node import walk
from bindery.model.questionnaire import Element
from bindery.model.settings import PieceKind, TreeState
from bindery.settings.journal import head_height

# Of a mind map whose rays have no words.
RAYS = 8

# WeasyPrint 70 ends a line after its first word when a text that just fits it ends with a space before an inline
# element; it does not when the space stands inside that element.
_SPACE_BEFORE_TAG = re.compile(r" ((?:<(?:a|em|strong|span|code)\b[^>]*>)+)")
# The last word of a longer text, where it is short: it takes the one before it along to its line.
_LAST_WORD = re.compile(r"(?<=[^\s>]) (?=[^\s<>&]{1,9}(?:</(?:em|strong|a|span)>)*$)")
_LONGER = 40
_SHORT = 16
_NUMBERED = re.compile(r"\b(DOI|ISBN) (?=\d)")
_FACES = {"display": DISPLAY, "quote": QUOTE, "title": TITLE}


class PrintViews(Face):
    """The views of print; `print_face` adds pages and pointers."""

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Blocks, one after another; side notes and the like stand with what they belong to."""
        return Markup("").join(self.item(item) for item in grouped(blocks))

    def inline(self, inlines: Iterable[Inline]) -> Markup:
        """Running text, with spaces where the engine can break its lines, and no short word alone on its last line."""
        text = _NUMBERED.sub("\\1\u00a0", _SPACE_BEFORE_TAG.sub(r"\1 ", str(super().inline(inlines))))
        return Markup(_LAST_WORD.sub("\u00a0", text) if len(text) > _LONGER else text)  # noqa: S704 - escaped before

    def chapter_text(self, blocks: Iterable[Block]) -> Markup:
        """The blocks of a chapter, with room for notes where a page would stay empty."""
        return Markup("").join(self.item(item) for item in with_rooms(grouped(blocks)))

    def piece_text(self, piece: Piece) -> Markup:
        """The blocks of a piece that is no chapter, with the same, and with room for notes at its end."""
        items = with_rooms(grouped(piece.blocks), _rest(piece.id))
        return Markup("").join(self.item(item) for item in items)

    def item(self, item: Item | Beside | Room) -> Markup:
        """A block or a group of blocks by the template of its kind."""
        return self._render(f"blocks/{item.kind}.html.j2", block=item)

    def rest(self, owner: str, part: int | str = 1) -> Markup:
        """Room for notes on what a `part` of a block (its pages, counted from 1) has left after everything else."""
        return self.item(_rest(owner, part))

    def room(self, name: str, lines: int) -> str | None:
        """What a listener is told of lines to write on; nothing where there are none."""
        if lines <= 1:
            return self.words.one_line.format(name) if lines else None
        return self.words.lines.format(name, lines)

    def minutes(self, count: int) -> Markup:
        """`15 min`, which a listener is told in full."""
        short, full = (words.format(count) for words in (self.words.minutes_short, self.words.minutes))
        return Markup('<abbr title="{}">{}</abbr>').format(full, short)

    def accent(self, key: str) -> str:
        """The colour of the chapter in which this key stands; ink outside the chapters."""
        return self._accents.get(key, INK)

    def level(self, key: str) -> int:
        """The level of the heading that this block brings with it."""
        return self._levels.get(key, 2)

    def chapter(self, piece_id: str) -> Piece | None:
        """The chapter of this id; None when it is not in this edition."""
        return self._chapters.get(piece_id)

    def has(self, kind: str) -> bool:
        """Whether the book has a piece of this kind."""
        return any(piece.kind == kind for piece in self.book.pieces)

    def sections(self, piece: Piece) -> tuple[Section, ...]:
        """A piece cut at its page headings."""
        return tuple(sections(piece.blocks))

    def lines_of(self, piece: Piece) -> tuple[Block, ...]:
        """What the contents may list of a chapter: its page headings, questionnaires and pathways, in their order."""
        return tuple(block for block in piece.blocks if _is_listed(block))

    def tab_down(self, number: int) -> int:
        """How far below the first tab the one of a chapter stands, in mm."""
        return tab_down(number)

    def contents_pages(self) -> tuple[ContentsPage, ...]:
        """The contents, dealt out to pages."""
        return contents_pages(self.contents())

    def pathway(self, block: Pathway) -> PathwayView:
        """A pathway as its page needs it."""
        return pathway_view(block, self.words)

    def scale_columns(self, scale: ScaleView) -> Columns:
        """The columns of a scale."""
        return scale_columns(scale)

    def tables(self, view: QuestionnaireView) -> tuple[ScaleTable | Question, ...]:
        """The parts of a questionnaire, scales with the same answers in one table."""
        return tuple(tables(view.parts))

    def head_lines(self, text: str, width: float) -> Sequence[str]:
        """The words over a column of circles (mm), line by line."""
        return head_lines(text, width)

    def balanced(self, text: str, width: float, size: float, face: str = "display") -> float:
        """The measure (mm) in which a display text has lines of about the same length."""
        return balanced(text, width, size, _FACES[face])

    def is_short(self, inlines: tuple[Inline, ...]) -> bool:
        """Whether a cell is a word or two, which stay on one line; what a pointer is called is not known here."""
        points = any(
            isinstance(node, CrossReference | Citation | Link) for part in inlines for node in walk(part)
        )
        return not points and 0 < len(plain_text(inlines)) <= _SHORT

    def longest(self, blocks: Iterable[Block]) -> str:
        """The words of the longest of some paragraphs."""
        return max((plain_text(getattr(block, "inlines", ())) for block in blocks), key=len, default="")

    def mark_named(self, name: str) -> str:
        """The page kind of this name, whose mark is shown where the book explains it; "" for any other word."""
        names = self.words.page_kinds | {"other-side": self.words.other_side}
        return next((kind for kind, called in names.items() if called == name), "")

    def item_lines(self, text: str, scale: ScaleView) -> tuple[str, ...]:
        """The lines of an item, or all of it where the engine has to break it."""
        return in_two_lines(text, letters_of_an_item(scale))

    def tracker_columns(self, part: PagePart) -> Columns:
        """The columns of a tracker."""
        return tracker_columns(part)

    def boxes_across(self, part: PagePart) -> int:
        """How many boxes of a tracker with many days stand beside each other."""
        return boxes_across(part)

    def head_height(self, kind: JournalKind) -> float:
        """The height in mm of the prompt of a journal page, or of the fields beside it."""
        return head_height(kind)

    def rays(self, part: PagePart) -> int:
        """How many rays a mind map has."""
        return len(part.columns) or RAYS

    def rating_row(self, element: Element) -> Marks:
        """A rating as a row of circles."""
        return rating_row(element)

    def tree_zones(self, scoring: ScoringView) -> tuple[SubscaleView, ...]:
        """The subscales as the zones of a tree to shade, or none."""
        return tree_zones(scoring)

    def fitted(self, title: str, largest: float, width: float, height: float) -> TitleSize:
        """The size of a title that has to keep within a space (mm)."""
        return fitted(title, largest, width, height)

    def swatches(self) -> tuple[Swatch, ...]:
        """The accents, for the specimen."""
        return specimen.swatches()

    def greys(self) -> tuple[Swatch, ...]:
        """The other colours, for the specimen."""
        return specimen.greys()

    def type_roles(self) -> tuple[TypeRole, ...]:
        """The roles of type, for the specimen."""
        return specimen.ROLES

    def spaces(self) -> tuple[float, ...]:
        """The distances of the design (mm), for the specimen."""
        return specimen.SPACES

    def rule_weights(self) -> tuple[tuple[str, float, str], ...]:
        """The rules by name, weight (mm) and colour, for the specimen."""
        return specimen.RULES

    def tree_states(self) -> tuple[str, ...]:
        """The states of the tree, in the order of the chapters."""
        return get_args(TreeState)

    @cached_property
    def _chapters(self) -> dict[str, Piece]:
        return {piece.id: piece for piece in self.book.body if piece.kind is PieceKind.CHAPTER}

    @cached_property
    def _accents(self) -> dict[str, str]:
        colours = {}
        for piece in self._chapters.values():
            colour = accent_of(self.numbered.chapters[piece.slug]).value
            colours[piece.id] = colour
            colours |= {node.key: colour for node in walk(piece) if isinstance(node, Block)}
        return colours

    @cached_property
    def _levels(self) -> dict[str, int]:
        return {key: level for piece in self.book.pieces for key, level in heading_levels(piece)}


def _rest(owner: str, part: int | str = 1) -> Room:
    return Room(f"{owner}.{part}{WITHIN}", owner)


def _is_listed(block: Block) -> bool:
    return isinstance(block, Pathway | QuestionnaireBlock) or is_page_heading(block)
