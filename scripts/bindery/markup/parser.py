"""The one place that knows markdown-it: CommonMark, and what the author's Markdown adds to it."""

import re
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token as LibraryToken
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from bindery.markup.tokens import Token

_TERM = re.compile(r"\[\[([^\[\]|\n]{1,120})(?:\|([^\[\]\n]{1,120}))?\]\]")
_CITATION = re.compile(r"\[@([^\[\]\s]{1,80})\]")
_FENCE = re.compile(r":::+[ \t]*(.*)$")


def tokens_of(text: str, first_line: int = 1) -> tuple[Token, ...]:
    """The tokens of a text; its first line has this number in its file."""
    return tuple(_token(token, first_line) for token in _parser().parse(text))


def inline_tokens_of(text: str, line: int) -> tuple[Token, ...]:
    """The tokens of one line of running text."""
    (token,) = _parser().parseInline(text)
    return _children(token, line)


@cache
def _parser() -> MarkdownIt:
    """CommonMark with raw HTML recognised (so that it can be refused), and with our own blocks and pointers."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    footnote_plugin(parser, inline=False, move_to_end=False, always_match_refs=True)
    deflist_plugin(parser)
    attrs_plugin(parser, after=(), spans=True)
    parser.block.ruler.before(
        "fence",
        "press_block",
        _block_rule,
        {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]},
    )
    parser.inline.ruler.before("link", "press_term", _term_rule)
    parser.inline.ruler.before("link", "press_citation", _citation_rule)
    # What is escaped stays a token of its own: it is no mark gone wrong.
    parser.disable("text_join")
    # Every address becomes a token: which ones are allowed is for the builder to say, with a place.
    parser.validateLink = _any_address  # type: ignore[method-assign]
    return parser


def _any_address(url: str) -> bool:  # noqa: ARG001 - the library asks for each address
    return True


def _block_rule(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """`::: name {attributes}` opens, `:::` closes: one token each, to be paired by the builder."""
    if state.is_code_block(line):
        return False
    match = _FENCE.match(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])
    if not match:
        return False
    if not silent:
        rest = match.group(1).strip()
        token = state.push("press_open" if rest else "press_close", "", 0)
        token.info, token.map = rest, [line, line + 1]
        state.line = line + 1
    return True


def _term_rule(state: StateInline, silent: bool) -> bool:
    return _mark_rule(state, silent, _TERM, "press_term")


def _citation_rule(state: StateInline, silent: bool) -> bool:
    return _mark_rule(state, silent, _CITATION, "press_citation")


def _mark_rule(state: StateInline, silent: bool, pattern: re.Pattern[str], name: str) -> bool:
    match = pattern.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push(name, "", 0)
        token.info, token.content = match.group(1).strip(), (match.group(match.lastindex or 1)).strip()
    state.pos = match.end()
    return True


def _token(token: LibraryToken, first_line: int, inherited: int = 0) -> Token:
    line = token.map[0] + first_line if token.map else inherited
    return Token(
        type=token.type,
        tag=token.tag,
        line=line,
        content=token.content,
        info=token.info or str(token.meta.get("label", "")),
        depth=token.level,
        attributes=token.attrs or None,
        children=_children(token, line),
    )


def _children(token: LibraryToken, line: int) -> tuple[Token, ...]:
    children: list[Token] = []
    for child in token.children or ():
        new = _token(child, 1, line)
        if children and new.type == "text" == children[-1].type:
            children[-1] = replace(children[-1], content=children[-1].content + new.content)
        else:
            children.append(new)
        line += child.type in ("softbreak", "hardbreak")
    return tuple(children)
