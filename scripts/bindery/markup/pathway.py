"""A pathway from its parts: title, purpose, steps, and the definitions that go with them."""

import re
from dataclasses import replace

from bindery.intake import suggestion
from bindery.markup.request import Request
from bindery.model.blocks import (
    Block,
    DefinitionEntry,
    DefinitionList,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
)
from bindery.model.course_blocks import Pathway, Step, Write
from bindery.model.inlines import Text, plain_text

# The author's words for the parts of a pathway, and the fields that they fill.
PARTS = {
    "you need": "need",
    "access": "access",
    "if it goes wrong": "if_it_goes_wrong",
    "on your own": "on_your_own",
    "journal": "journal",
}
MOST_COLUMNS = 3
_TIMED = re.compile(r"\((\d{1,3}) ?min\)\s*")


def build_pathway(request: Request) -> tuple[Block, ...]:
    """The pathway, or its bare content when a part is missing (which is then reported)."""
    blocks = request.blocks
    title = blocks[0] if isinstance(blocks[0], Heading) else None
    steps = [block for block in blocks if isinstance(block, OrderedList)]
    parts = _parts(request)
    room = tuple(block for block in blocks if isinstance(block, Write))
    problems = _problems(request, title, steps, parts, room)
    if problems or title is None:
        return request.blocks
    return (_pathway(request, title, steps[0], parts, room),)


def _pathway(
    request: Request,
    title: Heading,
    steps: OrderedList,
    parts: dict[str, tuple[Block, ...]],
    room: tuple[Write, ...],
) -> Pathway:
    return Pathway(
        **request.common,
        title=title.inlines,
        purpose=tuple(block for block in request.blocks if isinstance(block, Paragraph)),
        who=request.words("who"),
        minutes=request.number("minutes"),
        need=parts.get("need", ()),
        access=parts.get("access", ()),
        steps=tuple(_step(item) for item in steps.items),
        if_it_goes_wrong=parts.get("if_it_goes_wrong", ()),
        on_your_own=parts.get("on_your_own", ()),
        room=room,
        journal=parts.get("journal", ()),
        tear_out=request.text("tear-out") == "yes",
    )


def _parts(request: Request) -> dict[str, tuple[Block, ...]]:
    entries = [
        entry for block in request.blocks if isinstance(block, DefinitionList) for entry in block.entries
    ]
    found: dict[str, tuple[Block, ...]] = {}
    for entry in entries:
        field = _field(entry, request)
        if field in found:
            request.wrong("M013", f'"{plain_text(entry.term)}" is there twice', line=entry.place.line)
        found[field] = entry.blocks
    return found


def _field(entry: DefinitionEntry, request: Request) -> str:
    words = plain_text(entry.term).strip().rstrip(":").lower()
    if words not in PARTS:
        hint = (
            suggestion(words, PARTS) or "the parts: You need, Access, If it goes wrong, On your own, Journal"
        )
        request.wrong("M013", f'a pathway has no part "{plain_text(entry.term)}"', hint, entry.place.line)
    return PARTS.get(words, words)


def _problems(
    request: Request,
    title: Heading | None,
    steps: list[OrderedList],
    parts: dict[str, tuple[Block, ...]],
    room: tuple[Write, ...],
) -> bool:
    checks = [
        (title is not None, "the pathway does not begin with its title", "### Title"),
        (len(steps) == 1, "the pathway needs one numbered list: its steps", "1. First step"),
        (
            "on_your_own" in parts,
            "the pathway has no solo version",
            'write "On your own", and on the next line ": what one person does alone"',
        ),
        (
            len(room) <= MOST_COLUMNS,
            "the pathway has more than three write blocks",
            "they stand side by side",
        ),
    ]
    for right, message, hint in checks:
        if not right:
            request.wrong("M013", message, hint)
    strangers = [block for block in request.blocks[1:] if not isinstance(block, _PARTS_OF_A_PATHWAY)]
    for stranger in strangers:
        request.wrong(
            "M013", f"a pathway cannot hold a {stranger.kind.replace('-', ' ')}", line=stranger.place.line
        )
    return bool(strangers) or not all(right for right, _, _ in checks)


_PARTS_OF_A_PATHWAY = (Paragraph, DefinitionList, OrderedList, Write)


def _step(item: ListItem) -> Step:
    """A step; `(5 min)` at its beginning is its time."""
    first = item.blocks[0] if item.blocks else None
    if not (isinstance(first, Paragraph) and isinstance(first.inlines[0], Text)):
        return Step(key=item.key, place=item.place, blocks=item.blocks, minutes=0)
    match = _TIMED.match(first.inlines[0].value)
    if not match:
        return Step(key=item.key, place=item.place, blocks=item.blocks, minutes=0)
    rest = first.inlines[0].value[match.end() :]
    text = replace(first, inlines=((Text(rest),) if rest else ()) + first.inlines[1:])
    return Step(key=item.key, place=item.place, blocks=(text, *item.blocks[1:]), minutes=int(match.group(1)))
