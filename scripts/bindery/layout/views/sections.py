"""A piece cut at its page headings, for pages that set a heading beside its text instead of over it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from bindery.layout.views.chapters import PAGE_HEADING
from bindery.model.blocks import Block, Heading


@dataclass(frozen=True, slots=True)
class Section:
    """A page heading, or none before the first, and what follows it."""

    heading: Heading | None
    blocks: tuple[Block, ...]


def is_page_heading(block: Block) -> bool:
    """Whether it is a heading of the second level, under the title of its piece."""
    return isinstance(block, Heading) and block.level == PAGE_HEADING


def sections(blocks: Iterable[Block]) -> Iterator[Section]:
    """The blocks by the page heading (level 2) that they stand under."""
    heading: Heading | None = None
    for is_heading, run in groupby(blocks, is_page_heading):
        members = tuple(run)
        if not is_heading:
            yield Section(heading, members)
            heading = None
            continue
        for member in members:
            if heading:
                yield Section(heading, ())
            heading = member if isinstance(member, Heading) else None
    if heading:
        yield Section(heading, ())
