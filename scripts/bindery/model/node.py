"""The tree that every piece of the book is: how to walk it and how to rebuild it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar


@dataclass(frozen=True, slots=True)
class Node:
    """A value with other nodes in its fields, alone or in tuples. Their order is the reading order."""


N = TypeVar("N", bound=Node)


_NAMES: dict[type[Node], tuple[str, ...]] = {}


def _names(kind: type[Node]) -> tuple[str, ...]:
    """The names of a kind's fields, worked out once: a book has many nodes and few kinds."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in fields(kind))
    return _NAMES[kind]


def children(node: Node) -> Iterator[Node]:
    """The nodes directly inside, in reading order."""
    for name in _names(type(node)):
        value = getattr(node, name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, Node))


def walk(node: Node) -> Iterator[Node]:
    """The node and all inside it, parents first, in reading order."""
    yield node
    for child in children(node):
        yield from walk(child)


def rebuild(node: N, change: Callable[[Node], tuple[Node, ...]]) -> N:
    """The same node with every node inside replaced by what `change` makes of it, from the leaves up.

    `change` gives none, one or several nodes in place of one; a node that stands alone in a field must stay one.
    """
    changed: dict[str, Any] = {}
    for name in _names(type(node)):
        value = getattr(node, name)
        if isinstance(value, Node):
            (changed[name],) = change(rebuild(value, change))
        elif isinstance(value, tuple) and any(isinstance(item, Node) for item in value):
            changed[name] = tuple(new for item in value for new in _changed(item, change))
    return replace(node, **changed) if changed else node


def _changed(item: Any, change: Callable[[Node], tuple[Node, ...]]) -> tuple[Any, ...]:
    return change(rebuild(item, change)) if isinstance(item, Node) else (item,)
