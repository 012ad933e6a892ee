"""What is for one format only; numbers are given before, so that they agree in all formats."""

from dataclasses import replace

from bindery.model.blocks import Only
from bindery.model.node import Node, rebuild
from bindery.model.numbered import NumberedBook


def for_format(numbered: NumberedBook, name: str) -> NumberedBook:
    """The book as this format (pdf or epub) has it."""

    def kept(node: Node) -> tuple[Node, ...]:
        if not isinstance(node, Only):
            return (node,)
        return node.blocks if not node.formats or name in node.formats else ()

    return replace(numbered, book=rebuild(numbered.book, kept))
