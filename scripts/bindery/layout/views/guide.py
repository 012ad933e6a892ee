"""A section of the facilitator's guide: its title, and its tables of timings with the words that stand over them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from bindery.model.blocks import Block, Paragraph, Table
from bindery.model.course_blocks import Facilitator, PageBreak
from bindery.model.inlines import Strong
from bindery.model.numbered import NumberedBook


@dataclass(frozen=True, slots=True)
class SessionText:
    """Blocks that run through."""

    kind: ClassVar[str] = "text"
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Timetable:
    """A table under a line that begins in bold, such as **Ninety minutes**; the `first` of a session begins a page."""

    kind: ClassVar[str] = "timetable"
    title: Paragraph
    table: Table
    first: bool


def session_title(block: Facilitator, numbered: NumberedBook) -> str:
    """What a section is called: its own title, or that of its chapter."""
    return block.title or numbered.targets[block.chapter].label


def session_parts(blocks: Iterable[Block]) -> Iterator[SessionText | Timetable]:
    """The blocks in their order, each table together with the line that begins in bold before it.

    Page breaks are left out: the guide has pages of its own, the words on the left and the tables on the right.
    """
    run: tuple[Block, ...] = ()
    first = True
    for block in (block for block in blocks if not isinstance(block, PageBreak)):
        before = run[-1] if run else None
        if isinstance(block, Table) and isinstance(before, Paragraph) and _begins_bold(before):
            if run[:-1]:
                yield SessionText(run[:-1])
            yield Timetable(before, block, first)
            run, first = (), False
        else:
            run = (*run, block)
    if run:
        yield SessionText(run)


def _begins_bold(paragraph: Paragraph) -> bool:
    return isinstance(paragraph.inlines[0], Strong)
