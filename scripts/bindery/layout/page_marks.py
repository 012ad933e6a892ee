"""Printed pages marked in the book: a marker at the very character with which each page begins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from bindery.layout.inline import Pointers, write
from bindery.layout.page_places import PagePlaces
from bindery.model.blocks import (
    Block,
    Cell,
    DefinitionEntry,
    Heading,
    ListItem,
    PageMarkBlock,
    Paragraph,
    Row,
)
from bindery.model.course_blocks import Epigraph, Pathway, Step, Write
from bindery.model.inlines import (
    Citation,
    CrossReference,
    Emphasis,
    FootnoteCall,
    IndexMark,
    Inline,
    Link,
    PageMark,
    Phrase,
    Strong,
    Term,
    Text,
)
from bindery.model.node import Node, rebuild, walk
from bindery.model.numbered import NumberedBook
from bindery.model.pages import PageMap

Inlines = tuple[Inline, ...]
_Wrapping = Emphasis | Strong | Phrase | Link | CrossReference | Citation | Term | IndexMark


@dataclass(frozen=True, slots=True)
class _Mark:
    label: str
    offset: int = 0
    after: bool = False


def anchor_of(label: str) -> str:
    """The id of the marker of a page: `page-14`."""
    return f"page-{label}"


def with_page_marks(numbered: NumberedBook, pages: PageMap, print_face: Pointers) -> NumberedBook:
    """The same book with a marker for every printed page, except where only templates know the place.

    `print_face` is the print face of the final layout: it tells how many characters a line has in print.
    """
    marks = _marks(numbered, pages)
    in_columns = _keys_of_rooms(numbered)

    def change(node: Node) -> tuple[Node, ...]:
        if not isinstance(node, Block) or node.key not in marks:
            return (node,)
        return _marked(node, marks[node.key], print_face, stays_one=node.key in in_columns)

    return replace(numbered, book=rebuild(numbered.book, change))


def _marks(numbered: NumberedBook, pages: PageMap) -> Mapping[str, Sequence[_Mark]]:
    places = PagePlaces(numbered)
    marks: dict[str, list[_Mark]] = {}
    for page, spot in zip(pages.pages, places.spots(pages), strict=True):
        if places.by_key[spot.key].block is not None:
            marks.setdefault(spot.key, []).append(_Mark(page.label, spot.offset, spot.after))
    return marks


def _keys_of_rooms(numbered: NumberedBook) -> frozenset[str]:
    pathways = (node for node in walk(numbered.book) if isinstance(node, Pathway))
    return frozenset(room.key for pathway in pathways for room in pathway.room)


def _marked(block: Block, marks: Sequence[_Mark], face: Pointers, *, stays_one: bool) -> tuple[Block, ...]:
    within = [mark for mark in marks if mark.offset and not mark.after]
    if within and isinstance(block, Paragraph | Heading | Cell):
        block = replace(block, inlines=_inserted(block.inlines, within, face))
        marks = [mark for mark in marks if mark not in within]
    after = _as_blocks((mark for mark in marks if mark.after), block)
    before = [mark for mark in marks if not mark.after]
    return (*_begun(block, before, stays_one=stays_one), *after) if before else (block, *after)


def _begun(block: Block, marks: Sequence[_Mark], *, stays_one: bool) -> tuple[Block, ...]:
    """Markers before a block; inside, at its beginning, where nothing may stand before it."""
    inline = tuple(PageMark(mark.label, anchor_of(mark.label)) for mark in marks)
    match block:
        case ListItem(blocks=blocks) | Step(blocks=blocks):
            return (replace(block, blocks=(*_as_blocks(marks, block), *blocks)),)
        case Write(blocks=blocks) if stays_one:
            return (replace(block, blocks=(*_as_blocks(marks, block), *blocks)),)
        case DefinitionEntry(term=term):
            return (replace(block, term=(*inline, *term)),)
        case Row(cells=(first, *rest)):
            return (replace(block, cells=(replace(first, inlines=(*inline, *first.inlines)), *rest)),)
        case Cell(inlines=inlines):
            return (replace(block, inlines=(*inline, *inlines)),)
        case Epigraph(quotation=quotation):
            return (replace(block, quotation=(*inline, *quotation)),)
        case _:
            return (*_as_blocks(marks, block), block)


def _as_blocks(marks: Iterable[_Mark], block: Block) -> tuple[PageMarkBlock, ...]:
    anchors = [(mark.label, anchor_of(mark.label)) for mark in marks]
    return tuple(
        PageMarkBlock(key=anchor, place=block.place, label=label, anchor=anchor) for label, anchor in anchors
    )


def _inserted(inlines: Inlines, marks: Sequence[_Mark], face: Pointers) -> Inlines:
    """Running text with its markers, one after another: they have no length, so they do not move each other."""
    for mark in sorted(marks, key=lambda mark: mark.offset):
        inlines = _split(inlines, mark.offset, PageMark(mark.label, anchor_of(mark.label)), face)
    return inlines


def _split(inlines: Inlines, offset: int, mark: PageMark, face: Pointers) -> Inlines:
    """The marker before the character that has `offset` others before it; at the end when there are not so many."""
    for index, inline in enumerate(inlines):
        length = printed_length(inline, face)
        if offset < length:
            split = _split_one(inline, offset, mark, face)
            rest = inlines[index + 1 :]
            before = tuple(takewhile(_is_mark, rest)) if split[-1] is mark else ()
            return (*inlines[:index], *split[:-1], *before, split[-1], *rest[len(before) :])
        offset -= length
    return (*inlines, mark)


def _is_mark(inline: Inline) -> bool:
    return isinstance(inline, PageMark)


def _split_one(inline: Inline, offset: int, mark: PageMark, face: Pointers) -> Inlines:
    if isinstance(inline, Text):
        index = _index_of(inline.value, offset)
        parts = (Text(inline.value[:index]), mark, Text(inline.value[index:]))
        return tuple(part for part in parts if part != Text(""))
    inline = _spelled(inline, face)
    if offset == 0 or not isinstance(inline, _Wrapping) or not inline.children:
        return (mark, inline)
    if offset >= sum(printed_length(child, face) for child in inline.children):
        # Behind the words both faces have a page number; an address stands only in print.
        within = isinstance(inline, CrossReference)
        return (replace(inline, children=(*inline.children, mark)),) if within else (inline, mark)
    return (replace(inline, children=_split(inline.children, offset, mark, face)),)


def _spelled(inline: Inline, face: Pointers) -> Inline:
    """A pointer with the words that it has in print, so that a page can begin among them."""
    if isinstance(inline, Citation) or (isinstance(inline, CrossReference) and not inline.bare):
        return replace(inline, children=inline.children or (Text(face.own_words(inline)),))
    return inline


def _index_of(words: str, offset: int) -> int:
    """Where the character stands that has `offset` others, white space not counted, before it."""
    return [index for index, letter in enumerate(words) if not letter.isspace()][offset]


def printed_length(inline: Inline, face: Pointers) -> int:
    """How many characters (without white space) print has of it; a footnote's text stands elsewhere."""
    if isinstance(inline, FootnoteCall | PageMark):
        return 0
    bare = rebuild(inline, lambda node: () if isinstance(node, FootnoteCall | PageMark) else (node,))
    return sum(not letter.isspace() for letter in write((bare,), face).striptags())
