"""The press's own blocks: their attributes checked against the vocabulary, then built."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bindery.intake import suggestion
from bindery.markup import shapes
from bindery.markup.attributes import Attributes
from bindery.markup.context import Context
from bindery.markup.pathway import build_pathway
from bindery.markup.request import Request
from bindery.markup.vocabulary import BLOCKS, BlockKind, Kind
from bindery.model.blocks import Block, Heading

OWN_PAGES = {"pathway", "questionnaire", "journal", "go-deeper", "next-step"}
_CONTAINERS = {"only", "facilitator"}
# Blocks too small, or too narrow, for a heading, or for another block but a checklist.
_SMALL = {
    "epigraph",
    "definition",
    "note",
    "write",
    "journal",
    "figure",
    "pull-quote",
    "next-step",
}
# More digits than any number here needs; of more than 4,300 Python makes no number at all.
_NUMBER = re.compile(r"[0-9]{1,9}")
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Fenced:
    """A block as the author wrote it: its name, attributes, content, line, and the blocks that it stands in."""

    name: str
    attributes: Attributes
    blocks: tuple[Block, ...]
    empty: bool
    line: int
    inside: tuple[str, ...]


def build_fenced(fenced: Fenced, context: Context) -> tuple[Block, ...]:
    """The block, or its bare content when it cannot be made (which is then reported)."""
    kind = BLOCKS.get(fenced.name)
    if kind is None:
        context.add("M012", f'unknown block "{fenced.name}"', fenced.line, suggestion(fenced.name, BLOCKS))
        return fenced.blocks
    usable = _attributes_are_right(fenced, kind, context)
    if not (_content_is_right(fenced, kind, context) and usable):
        return fenced.blocks
    identifier, key = context.identified(fenced.attributes.id, fenced.line)
    request = Request(fenced.attributes.values, fenced.blocks, fenced.line, identifier, key, context)
    return _MAKERS[fenced.name](request)


def _attributes_are_right(fenced: Fenced, kind: BlockKind, context: Context) -> bool:
    name, attributes = fenced.name, fenced.attributes
    if attributes.problem:
        hint = f'::: {name} {{#id name=value other="two words"}}'
        context.add("M001", f'attributes of "{name}": {attributes.problem}', fenced.line, hint)
        return False
    missing = [wanted for wanted in kind.required if wanted not in attributes.values]
    for wanted in missing:
        context.add(
            "M003", f'"{name}" needs the attribute "{wanted}"', fenced.line, f"::: {name} {{{wanted}=...}}"
        )
    if kind.one_of and not set(kind.one_of) & set(attributes.values):
        choice = " or ".join(f'"{wanted}"' for wanted in kind.one_of)
        hint = f"::: {name} {{{kind.one_of[0]}=...}}"
        context.add("M003", f'"{name}" needs the attribute {choice}', fenced.line, hint)
        return False
    wrong = [
        key
        for key, value in attributes.values.items()
        if not _value_is_right(fenced, kind, key, value, context)
    ]
    return not (missing or wrong)


def _value_is_right(fenced: Fenced, kind: BlockKind, key: str, value: str, context: Context) -> bool:
    if key not in kind.attributes:
        known = ", ".join(kind.attributes) or "none"
        hint = suggestion(key, kind.attributes) or f"its attributes: {known}"
        context.add("M002", f'"{fenced.name}" has no attribute "{key}"', fenced.line, hint)
        return False
    problem = _problem(kind.attributes[key], value)
    if problem:
        shown = value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"
        context.add("M004", f'"{shown}" is no value for "{key}"', fenced.line, problem)
    return not problem


def _problem(kind: Kind, value: str) -> str:
    """What a value should have been; "" when it is right."""
    if kind.is_number:
        right = value in kind.also or (
            _NUMBER.fullmatch(value) is not None and kind.least <= int(value) <= kind.most
        )
        others = "".join(f", or {word}" for word in kind.also)
        return "" if right else f"a whole number from {kind.least} to {kind.most}{others}"
    if kind.words:
        words = value.split() if kind.several else [value]
        right = bool(words) and all(word in kind.words for word in words)
        listed = ", ".join(kind.words)
        return "" if right else f"{'one or more' if kind.several else 'one'} of: {listed}"
    return "" if value.strip() else "some words"


def _unfit(fenced: Fenced) -> str:
    """The block around this one that has no room for it; "" where it can stand."""
    around = [name for name in fenced.inside if name not in _CONTAINERS]
    if around and fenced.name in OWN_PAGES:
        return around[-1]
    if around and around[-1] in _SMALL and fenced.name not in {*_CONTAINERS, "checklist"}:
        return around[-1]
    return ""


def _has_no_heading(fenced: Fenced, kind: BlockKind, context: Context) -> bool:
    headings = [block for block in fenced.blocks if isinstance(block, Heading)]
    hint = "put it before the block, or make the words bold"
    if "title" in kind.attributes:
        hint = f'put it before the block, or write ::: {fenced.name} {{title="..."}}'
    for heading in headings:
        context.add("M023", f'a heading stands inside "{fenced.name}"', heading.place.line, hint)
    return not headings


def _content_is_right(fenced: Fenced, kind: BlockKind, context: Context) -> bool:
    outer = _unfit(fenced)
    if outer:
        context.add(
            "M017",
            f'"{fenced.name}" cannot stand inside "{outer}"',
            fenced.line,
            f'close "{outer}" before it',
        )
        return False
    if kind.needs_content and fenced.empty:
        context.add(
            "M019",
            f'nothing stands in the block "{fenced.name}"',
            fenced.line,
            "write something, or take the block away",
        )
        return False
    if kind.needs_content and not fenced.blocks:
        return False
    if fenced.name in _SMALL and not _has_no_heading(fenced, kind, context):
        return False
    if kind.empty and fenced.blocks:
        context.add(
            "M014",
            f'"{fenced.name}" holds nothing',
            fenced.blocks[0].place.line,
            "put the text after its :::",
        )
        return False
    return True


_MAKERS: dict[str, Callable[[Request], tuple[Block, ...]]] = {
    "epigraph": shapes.epigraph,
    "definition": shapes.definition,
    "note": shapes.note,
    "other-side": shapes.other_side,
    "example": shapes.example,
    "pathway": build_pathway,
    "write": shapes.write,
    "checklist": shapes.checklist,
    "questionnaire": shapes.questionnaire,
    "journal": shapes.journal,
    "figure": shapes.figure,
    "pull-quote": shapes.pull_quote,
    "go-deeper": shapes.go_deeper,
    "next-step": shapes.next_step,
    "facilitator": shapes.facilitator,
    "only": shapes.only,
    "page-break": shapes.page_break,
}
