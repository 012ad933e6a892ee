"""Where somebody has just written."""

from collections.abc import Iterator
from itertools import zip_longest

from bindery.model.blocks import Block
from bindery.model.book import Book
from bindery.model.node import Node, children


def changed_keys(new: Book, old: Book) -> tuple[str, ...]:
    """The keys of the first block that is not as it was and of the blocks around it, the innermost first."""
    return tuple(reversed(tuple(_changed(new, old))))


def _changed(new: Node, old: Node | None) -> Iterator[str]:
    """From outside in: what follows on a change has moved as well, so the first difference is the one."""
    if isinstance(new, Block):
        yield new.key
    before = children(old) if old is not None else ()
    for one, other in zip_longest(children(new), before):
        if one is not None and one != other:
            yield from _changed(one, other)
            return
