"""Where everything stands: the boxes of laid-out pages, read into plain values."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from bindery.model.pages import PageStart
from bindery.pdf import boxes
from bindery.pdf.engine import Sheets
from bindery.pdf.readings import (
    MOST_LINES,
    FillReading,
    FootnoteReading,
    PageReading,
    PartReading,
    Standing,
)
from bindery.units import mm_of_px

_FOOTNOTE_CALL = "::footnote-call"


def read(sheets: Sheets) -> PartReading:
    """Everything that the next layout has to know of this one."""
    reader = _Reader()
    pages = tuple(reader.page(index, page._page_box) for index, page in enumerate(sheets.document.pages))
    return PartReading(
        slug=sheets.part.slug,
        first_side=sheets.part.first_side,
        roman=sheets.part.roman,
        pages=pages,
        index_of=reader.index_of,
        notes=tuple(reader.notes),
        walls=tuple(reader.walls),
        footnotes=tuple(reader.footnotes()),
        fills=tuple(reader.fills.values()),
        torn=tuple(reader.torn),
        floats=sheets.part.floats,
    )


@dataclass(frozen=True, slots=True)
class _Within:
    """Where the reader is: the piece, the innermost block, and whether this is text that the book runs through."""

    piece: str = ""
    block: str = ""
    running: bool = True


@dataclass(frozen=True, slots=True)
class _Content:
    """A piece of text on the page (or a picture: 0 letters), with the piece and the block that it belongs to."""

    piece: str
    block: str
    letters: int


class _Reader:
    """Reads the pages of one part in order; what it has met on earlier pages tells where a later one begins."""

    def __init__(self) -> None:
        self.index_of: dict[str, int] = {}
        self.notes: list[Standing] = []
        self.walls: list[Standing] = []
        self.fills: dict[str, FillReading] = {}
        self.torn: list[Standing] = []
        self._note_texts: dict[str, Standing] = {}
        self._letters: Counter[str] = Counter()
        self._containers: set[str] = set()
        self._table_heads: set[Any] = set()
        self._placed: set[Any] = set()
        self._piece = ""

    def page(self, index: int, page: Any) -> PageReading:
        """One page."""
        contents = [found for child in boxes.inside(page) for found in self._part_of_page(index, child)]
        start = self._start(index, contents)
        self._piece = next((found.piece for found in contents if found.piece), self._piece)
        for found in contents:
            self._letters[found.block] += found.letters
        return PageReading(
            side=page.page_type.side,
            blank=page.page_type.blank,
            piece=self._piece,
            start=start,
            top=mm_of_px(page.content_box_y()),
            bottom=mm_of_px(page.content_box_y() + page.height),
            free=boxes.free(page),
            forced=page.is_forced,
            head=_head(page),
        )

    def footnotes(self) -> Iterator[FootnoteReading]:
        """Every footnote with the pages of its call and of its text."""
        for key, note in self._note_texts.items():
            yield FootnoteReading(key, self.index_of.get(key, note.page), note.page, note.top, note.height)

    def _part_of_page(self, index: int, box: Any) -> Iterator[_Content]:
        if boxes.is_footnote_area(box):
            self._read_footnotes(index, box)
        elif not boxes.is_margin(box):
            yield from self._walk(index, box, _Within())

    def _read_footnotes(self, index: int, area: Any) -> None:
        for box in boxes.inside(area):
            key = boxes.attribute(box, "data-call")
            if key:
                self._note_texts.setdefault(key, Standing(key, index, boxes.top(box), boxes.height(box)))
            self._read_footnotes(index, box)

    def _walk(self, index: int, box: Any, within: _Within) -> Iterator[_Content]:
        """The text below a box, in the order of the document; keys, notes and the like are noted by the way."""
        if boxes.is_text(box):
            if within.running:
                yield _Content(within.piece, within.block, _letters(box.text))
            return
        within = self._entered(index, box, within)
        if boxes.is_picture(box) and within.running:
            yield _Content(within.piece, within.block, 0)
        for child in boxes.inside(box):
            yield from self._walk(index, child, within)

    def _entered(self, index: int, box: Any, within: _Within) -> _Within:
        if boxes.is_line(box):
            return within
        if boxes.is_generated(box):
            self._meet_call(index, box)
            return replace(within, running=False)
        key = boxes.attribute(box, "id")
        if key:
            self.index_of.setdefault(key, index)
        self._meet(index, box, key)
        if self._is_no_running_text(box):
            return replace(within, running=False)
        if key and boxes.is_block(box) and key != within.block:
            self._containers.add(within.block)
            within = replace(within, block=key)
        return replace(within, piece=boxes.attribute(box, "data-piece") or within.piece)

    def _meet_call(self, index: int, box: Any) -> None:
        key = box.element.get("data-call") if box.element is not None else None
        if key and box.element_tag.endswith(_FOOTNOTE_CALL):
            self.index_of.setdefault(key, index)

    def _meet(self, index: int, box: Any, key: str) -> None:
        if boxes.has_class(box, "note"):
            self._meet_note(index, box, key)
        if boxes.has_class(box, "full"):
            self.walls.append(Standing(key, index, boxes.top(box), boxes.height(box)))
        if boxes.is_of_its_element(box) and box.is_absolutely_positioned():
            self._meet_placed(index, box)
        if key and boxes.number(box, "data-fill") is not None:
            self.fills[key] = _fill(key, index, box)

    def _meet_note(self, index: int, box: Any, key: str) -> None:
        key = key or boxes.key_of_note(box)
        if key and box.is_absolutely_positioned():
            height = boxes.height(boxes.body_of_note(box))
            self.notes.append(Standing(key, index, mm_of_px(box.content_box_y()), height))

    def _meet_placed(self, index: int, box: Any) -> None:
        if box.element in self._placed:
            keys = (boxes.attribute(inner, "id") for inner in (box, *boxes.descendants(box)))
            self.torn.append(Standing(next(filter(None, keys), ""), index, boxes.top(box), boxes.height(box)))
        self._placed.add(box.element)

    def _is_no_running_text(self, box: Any) -> bool:
        if boxes.has_class(box, "note"):
            return True
        if not boxes.is_repeated_head(box):
            return False
        repeated = box.element in self._table_heads
        self._table_heads.add(box.element)
        return repeated

    def _start(self, index: int, contents: list[_Content]) -> PageStart:
        for found in contents:
            begins = self.index_of.get(found.block) == index
            goes_on = found.letters and found.block not in self._containers
            if found.block and (begins or goes_on):
                return PageStart(found.block, self._letters[found.block])
        return PageStart(next((key for key, page in self.index_of.items() if page == index), ""))


def _head(page: Any) -> float:
    opening = boxes.opening(next(boxes.inside(page)))
    top = mm_of_px(page.content_box_y())
    return max((boxes.top(box) + boxes.height(box) - top for box in opening), default=0.0)


def _fill(key: str, index: int, box: Any) -> FillReading:
    return FillReading(
        key=key,
        page=index,
        lines=boxes.number(box, "data-fill") or 0,
        asked=(asked := boxes.number(box, "data-asked") or 0),
        least=asked if (least := boxes.number(box, "data-least")) is None else least,
        weight=1 if (weight := boxes.number(box, "data-weight")) is None else weight,
        most=boxes.number(box, "data-most") or MOST_LINES,
        frame=boxes.attribute(box, "data-frame"),
        top=boxes.top(box),
        height=boxes.height(box),
        words=boxes.height_of_words(box),
    )


def _letters(text: str) -> int:
    return sum(not letter.isspace() for letter in text)
