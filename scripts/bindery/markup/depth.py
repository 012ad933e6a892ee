"""How deep a text may nest: deeper, the parser leaves words out without a word, and so might a reader."""

from collections.abc import Sequence

from bindery.markup.tokens import Token

# Lists, quotations and their entries; markdown-it itself is silent about what lies below 20.
_LISTS = 16
# Blocks of our own; a pathway inside two `only` has three.
_BLOCKS = 32
# Bold in italics in a link; nobody can see more than three.
_RUNNING = 16


def too_deep(tokens: Sequence[Token]) -> int:
    """The line of the first token that is nested too deep; 0 when there is none."""
    blocks = 0
    for token in tokens:
        if token.depth == 0:
            blocks = max(blocks + (token.type == "press_open") - (token.type == "press_close"), 0)
        if blocks > _BLOCKS or token.depth > _LISTS or runs_too_deep(token.children):
            return token.line
    return 0


def runs_too_deep(tokens: Sequence[Token]) -> bool:
    """Whether running text is nested too deep."""
    depth = 0
    for token in tokens:
        depth += token.type.endswith("_open") - token.type.endswith("_close")
        if depth > _RUNNING:
            return True
    return False
