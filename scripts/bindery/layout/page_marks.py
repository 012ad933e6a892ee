"""Printed pages marked in the book: a marker at the very character with which each page begins."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import inf

from markupsafe import Markup

from bindery.layout.print_face import PrintFace
from bindery.layout.spots import AFTER, BEFORE, Spot, Spots
from bindery.model.blocks import Block, PageMarkBlock
from bindery.model.inlines import Emphasis, FootnoteCall, IndexMark, Inline, Link, PageMark, Phrase, Strong, Term, Text
from bindery.model.node import Node, rebuild
from bindery.model.numbered import NumberedBook
from bindery.model.pages import PageMap

Inlines = tuple[Inline, ...]
Labels = tuple[str, ...]
Measure = Callable[[Inline], int]
_SPLIT = (Emphasis, Strong, Phrase, Link, Term, IndexMark)


@dataclass(frozen=True, slots=True)
class MarkedBook:
    """The book with markers, and the labels whose places only templates know, by the keys of these places."""

    numbered: NumberedBook
    for_templates: Mapping[str, Labels]


def anchor(label: str) -> str:
    """The id of a page's marker."""
    return f"page-{label}"


def with_page_marks(numbered: NumberedBook, face: PrintFace) -> MarkedBook:
    """The book with one marker for every page that `face`, the print face of the final layout, knows."""
    spots = Spots(numbered.book)
    labels = labels_by_spot(face.adjustments.pages, spots)

    def change(node: Node) -> tuple[Node, ...]:
        return tuple(_marked(node, labels, _measure(face))) if isinstance(node, Block) else (node,)

    book = rebuild(numbered.book, change)
    for_templates = {spot.key: names for spot, names in labels.items() if spots.is_of_templates(spot.key)}
    return MarkedBook(replace(numbered, book=book), for_templates)


def labels_by_spot(pages: PageMap, spots: Spots) -> dict[Spot, Labels]:
    """The labels of all pages, in order, by the spot where they are marked.

    A page that begins with nothing of this book (a blank one, say), or before the last spot, is marked at the next
    spot; pages after the last spot are marked there.
    """
    found: dict[Spot, Labels] = {}
    waiting: Labels = ()
    last: tuple[float, float] = (-inf, -inf)
    for page in pages.pages:
        waiting += (page.label,)
        spot = spots.spot(page.start.key, page.start.offset)
        if spot is not None and spots.position(spot) > last:
            last = spots.position(spot)
            found[spot], waiting = waiting, ()
    if waiting and found:
        found[list(found)[-1]] += waiting
    return found


def _measure(face: PrintFace) -> Measure:
    def letters(inline: Inline) -> int:
        if isinstance(inline, FootnoteCall):
            return 0
        return _letters(Markup(face.inline((inline,))).striptags())

    return letters


def _letters(text: str) -> int:
    return sum(not letter.isspace() for letter in text)


def _marked(block: Block, labels: Mapping[Spot, Labels], measure: Measure) -> Iterator[Block]:
    yield from _mark_blocks(block, labels.get(Spot(block.key, BEFORE), ()))
    offsets = sorted(spot.offset for spot in labels if spot.key == block.key and 0 <= spot.offset < AFTER)
    if offsets and hasattr(block, "inlines"):
        places = [(int(offset), labels[Spot(block.key, offset)]) for offset in offsets]
        yield replace(block, inlines=with_marks(block.inlines, places, measure))  # type: ignore[call-arg]
    else:
        yield block
    yield from _mark_blocks(block, labels.get(Spot(block.key, AFTER), ()))


def _mark_blocks(block: Block, labels: Labels) -> Iterator[Block]:
    for label in labels:
        yield PageMarkBlock(key=f"{block.key}.{anchor(label)}", place=block.place, label=label, anchor=anchor(label))


def with_marks(inlines: Inlines, places: list[tuple[int, Labels]], measure: Measure) -> Inlines:
    """The inlines with markers after so many printed letters; `places` are in order."""
    for offset, labels in reversed(places):
        marks = tuple(PageMark(label, anchor(label)) for label in labels)
        inlines = tuple(_insert(inlines, offset, marks, measure))
    return inlines


def _insert(inlines: Inlines, offset: int, marks: tuple[PageMark, ...], measure: Measure) -> Iterator[Inline]:
    """The inlines with the marks before the first that reaches beyond `offset` letters, or inside it."""
    for index, inline in enumerate(inlines):
        length = measure(inline)
        if offset < length:
            yield from _split(inline, offset, marks, measure)
            yield from inlines[index + 1 :]
            return
        offset -= length
        yield inline
    yield from marks


def _split(inline: Inline, offset: int, marks: tuple[PageMark, ...], measure: Measure) -> Iterator[Inline]:
    if isinstance(inline, Text) and offset:
        cut = _index_of_letter(inline.value, offset)
        yield from (Text(inline.value[:cut]), *marks, Text(inline.value[cut:]))
    elif isinstance(inline, _SPLIT) and offset:
        yield replace(inline, children=tuple(_insert(inline.children, offset, marks, measure)))
    else:
        yield from (*marks, inline)


def _index_of_letter(text: str, number: int) -> int:
    """The index of the letter that so many others, white space not counted, stand before."""
    places = [index for index, letter in enumerate(text) if not letter.isspace()]
    return places[number]
