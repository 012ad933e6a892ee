"""The tree that every piece of the book is: how to walk it and how to rebuild it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from operator import is_not
from typing import Any, TypeVar

from bindery.findings import Place


@dataclass(frozen=True, slots=True)
class Node:
    """A value with other nodes in its fields, alone or in tuples. Their order is the reading order."""


N = TypeVar("N", bound=Node)


_NAMES: dict[type[Node], tuple[str, ...]] = {}
_PLAIN = (str, int, float, bool, str | None, int | None, Place)


def _names(kind: type[Node]) -> tuple[str, ...]:
    """The fields of a kind that can hold nodes, worked out once: a book has many nodes and few kinds."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in fields(kind) if field.type not in _PLAIN)
    return _NAMES[kind]


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside, in reading order."""
    found: list[Node] = []
    for name in _names(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple):
            found += [item for item in value if isinstance(item, Node)]
        elif isinstance(value, Node):
            found.append(value)
    return tuple(found)


def walk(node: Node) -> Iterator[Node]:
    """The node and all inside it, parents first, in reading order."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        yield found
        waiting += reversed(children(found))


def rebuild(node: N, change: Callable[[Node], tuple[Node, ...]]) -> N:
    """The same node with every node inside replaced by what `change` makes of it, from the leaves up.

    `change` gives none, one or several nodes in place of one; a node that stands alone in a field must stay one. What
    it leaves as it is stays the very same.
    """
    changed: dict[str, Any] = {}
    for name in _names(type(node)):
        value = getattr(node, name)
        if isinstance(value, Node):
            (new,) = change(rebuild(value, change))
            if new is not value:
                changed[name] = new
        elif isinstance(value, tuple):
            items = tuple(new for item in value for new in _changed(item, change))
            if len(items) != len(value) or any(map(is_not, items, value)):
                changed[name] = items
    return replace(node, **changed) if changed else node


def _changed(item: Any, change: Callable[[Node], tuple[Node, ...]]) -> tuple[Any, ...]:
    return change(rebuild(item, change)) if isinstance(item, Node) else (item,)
