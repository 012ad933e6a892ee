"""Headings: their ids, and that no level is skipped."""

import re
from dataclasses import replace

from bindery.markup.attributes import read_attributes
from bindery.markup.context import Context
from bindery.markup.inlines import build_inlines
from bindery.markup.tokens import Token
from bindery.model.blocks import Heading
from bindery.model.inlines import plain_text

_ATTRIBUTES = re.compile(r"\s*(\{[^{}]*\})\s*$")
DEEPEST = 4


class HeadingReader:
    """Reads the headings of one file in order; the title of the file is level 1."""

    def __init__(self, context: Context) -> None:
        """Begin below the title."""
        self._context = context
        self._level = 1

    def heading(self, token: Token, text: Token) -> Heading:
        """A heading from its token and that of its text."""
        level = self._checked(int(token.tag[1:]), token.line)
        if token.depth:
            hint = "put it before, with an empty line on both sides, or make the words bold"
            self._context.add(
                "M023", "a heading stands inside a list, a quotation or a footnote", token.line, hint
            )
        words, braces = _split(text.children)
        attributes = read_attributes(braces)
        if attributes.problem or attributes.values:
            problem = attributes.problem or "a heading has only an id"
            self._context.add("M001", f"{braces}: {problem}", token.line, "## Heading {#id}")
        inlines = build_inlines(words, self._context)
        if not plain_text(inlines).strip():
            self._context.add("M019", "a heading without words", token.line, "## Words {#id}")
        identifier, key = self._context.identified(attributes.id, token.line)
        return Heading(
            key=key, place=self._context.place(token.line), id=identifier, level=level, inlines=inlines
        )

    def _checked(self, level: int, line: int) -> int:
        if level == 1:
            self._context.add(
                "M010",
                "a heading of level 1 in the text",
                line,
                "the title stands in the front matter; begin with ##",
            )
        elif level > DEEPEST:
            self._context.add("M010", f"a heading of level {level}", line, f"the deepest is {'#' * DEEPEST}")
        elif level > self._level + 1:
            hint = f"write {'#' * (self._level + 1)}, or put the heading between in"
            self._context.add(
                "M010", f"a heading jumps from level {self._level} to level {level}", line, hint
            )
        self._level = level
        return min(max(level, 2), DEEPEST)


def _split(children: tuple[Token, ...]) -> tuple[tuple[Token, ...], str]:
    """The words of a heading, and what stood in braces at its end."""
    match = _ATTRIBUTES.search(children[-1].content) if children and children[-1].type == "text" else None
    if not match:
        return children, ""
    rest = replace(children[-1], content=children[-1].content[: match.start()])
    return (*children[:-1], rest), match.group(1)
