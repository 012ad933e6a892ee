"""Blocks that print sets together, side notes with what they stand beside, and room for notes where text ends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from bindery.model.blocks import Block
from bindery.model.course_blocks import (
    Definition,
    GoDeeper,
    JournalBlock,
    NextStep,
    PageBreak,
    Pathway,
    QuestionnaireBlock,
    SideNote,
    Write,
)

BEFORE, WITHIN = ".before", ".rest"
"""What the key of a room adds to the key of the block before which, or at the end of which, it stands."""


@dataclass(frozen=True, slots=True)
class Definitions:
    """Short definitions that follow each other, to stand side by side."""

    kind: ClassVar[str] = "definitions"
    definitions: tuple[Definition, ...]

    @property
    def key(self) -> str:
        """The key of the first, which begins a page for all of them."""
        return self.definitions[0].key


@dataclass(frozen=True, slots=True)
class Room:
    """Lines for notes on what a page has left; `owner` is the key of the block that it stands before or in."""

    kind: ClassVar[str] = "room"
    key: str
    owner: str


@dataclass(frozen=True, slots=True)
class Closing:
    """The last page of a chapter: what to read, and the way on."""

    kind: ClassVar[str] = "closing"
    go_deeper: GoDeeper
    next_step: NextStep

    @property
    def key(self) -> str:
        """The key of what comes first."""
        return self.go_deeper.key

    @property
    def room(self) -> Room:
        """Room for notes between the two, so that the way on stands at the foot of the page."""
        return Room(self.next_step.key + BEFORE, self.next_step.key)


Item = Block | Definitions | Closing
_BEGIN_PAGES = (JournalBlock, Pathway, QuestionnaireBlock, GoDeeper, Closing)


@dataclass(frozen=True, slots=True)
class Beside:
    """Side notes, and the block (or group) that they stand beside; None at the end of a container."""

    kind: ClassVar[str] = "beside"
    notes: tuple[SideNote, ...]
    block: Item | None


def grouped(blocks: Iterable[Block]) -> Iterator[Item | Beside]:
    """The blocks in their order, with those that belong together as one."""
    notes: tuple[SideNote, ...] = ()
    for item in _joined(blocks):
        if isinstance(item, SideNote):
            notes = (*notes, item)
        elif notes:
            yield Beside(notes, item)
            notes = ()
        else:
            yield item
    if notes:
        yield Beside(notes, None)


def with_rooms(items: Iterable[Item | Beside], end: Room | None = None) -> Iterator[Item | Beside | Room]:
    """The same, with room for notes wherever text ends and a new page is begun by what follows, and at the `end`."""
    before: Item | Beside | None = None
    for item in items:
        if isinstance(item, _BEGIN_PAGES) and before is not None and not _leaves_no_room(before):
            yield Room(item.key + BEFORE, item.key)
        yield item
        before = item
    if end and not (before and _leaves_no_room(before)):
        yield end


def _leaves_no_room(item: Item | Beside) -> bool:
    return isinstance(item, (*_BEGIN_PAGES, PageBreak)) or (isinstance(item, Write) and item.fill)


def _joined(blocks: Iterable[Block]) -> Iterator[Item]:
    for are_short, run in groupby(blocks, _is_short_definition):
        members = tuple(run)
        definitions = tuple(block for block in members if isinstance(block, Definition))
        if are_short and len(members) > 1:
            yield Definitions(definitions)
        else:
            yield from _with_closings(members)


def _is_short_definition(block: Block) -> bool:
    return isinstance(block, Definition) and not block.source


def _with_closings(blocks: tuple[Block, ...]) -> Iterator[Item]:
    rest = iter(zip(blocks, (*blocks[1:], None), strict=True))
    for block, following in rest:
        if isinstance(block, GoDeeper) and isinstance(following, NextStep):
            yield Closing(block, following)
            next(rest)
        else:
            yield block
