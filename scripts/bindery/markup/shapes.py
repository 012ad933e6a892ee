"""The makers of the press's own blocks, but for the pathway."""

from bindery.markup.request import Request
from bindery.model.blocks import Block, BulletList, ListItem, OrderedList, Paragraph
from bindery.model.course_blocks import (
    Checklist,
    Definition,
    Epigraph,
    Example,
    Facilitator,
    Figure,
    GoDeeper,
    JournalBlock,
    NextStep,
    Only,
    OtherSide,
    PageBreak,
    PullQuote,
    QuestionnaireBlock,
    SideNote,
    Work,
    Write,
)
from bindery.model.inlines import Citation, Inline, Text
from bindery.units import lines_for_words

# mm of a line of the text column; a pathway's columns are narrower, and it counts for itself.
LINE = 112.0
LEAST_LINES = 3

Blocks = tuple[Block, ...]


def epigraph(request: Request) -> Blocks:
    """A quotation: its first paragraph; all that follows is a comment."""
    first = request.blocks[0]
    if not isinstance(first, Paragraph):
        return request.wrong(
            "M014", "an epigraph begins with the quotation, as a paragraph", line=first.place.line
        )
    text = request.text
    return (
        Epigraph(
            **request.common,
            quotation=first.inlines,
            by=text("by"),
            work=text("work"),
            year=text("year"),
            remark=text("remark"),
            comment=request.blocks[1:],
        ),
    )


def definition(request: Request) -> Blocks:
    """A definition."""
    return (Definition(**request.common, source=request.text("source"), blocks=request.blocks),)


def note(request: Request) -> Blocks:
    """A side note, or a pointer to the journal."""
    journal = request.text("kind") == "journal"
    return (SideNote(**request.common, title=request.text("title"), journal=journal, blocks=request.blocks),)


def other_side(request: Request) -> Blocks:
    """The other side."""
    return (OtherSide(**request.common, title=request.text("title"), blocks=request.blocks),)


def example(request: Request) -> Blocks:
    """A worked example."""
    return (Example(**request.common, title=request.text("title"), blocks=request.blocks),)


def write(request: Request) -> Blocks:
    """A prompt with room; words are turned into lines."""
    _check_room(request)
    words = request.number("words")
    lines = request.number("lines") or max(lines_for_words(words, LINE), LEAST_LINES)
    return (
        Write(
            **request.common,
            title=request.text("title"),
            blocks=request.blocks,
            lines=lines,
            words=words,
            fill=request.text("lines") == "fill",
            weight=request.number("weight", 1),
        ),
    )


def _check_room(request: Request) -> None:
    """Report what would be passed over: another measure beside lines, a share of a page that is not shared out."""
    lines = request.text("lines")
    if lines and request.text("words"):
        request.wrong("M004", f'"words" says nothing beside lines={lines}', "give one of the two")
    if lines != "fill" and request.text("weight"):
        hint = "weight= shares out the room of a page among prompts with lines=fill"
        request.wrong("M004", '"weight" says nothing without lines=fill', hint)


def checklist(request: Request) -> Blocks:
    """Things to tick: one list."""
    if len(request.blocks) == 1 and isinstance(request.blocks[0], BulletList | OrderedList):
        return (Checklist(**request.common, items=request.blocks[0].items),)
    return request.wrong("M014", "a checklist holds one list and nothing else", 'begin each line with "- "')


def questionnaire(request: Request) -> Blocks:
    """Where a questionnaire stands; without an id of its own it can be referred to by its name."""
    return (QuestionnaireBlock(**request.common, name=request.text("name")),)


def journal(request: Request) -> Blocks:
    """Journal pages; without `pages` it is one."""
    pages = request.number("pages", 1)
    return (JournalBlock(**request.common, name=request.text("kind"), pages=pages, blocks=request.blocks),)


def figure(request: Request) -> Blocks:
    """A figure; what stands in it is its caption."""
    alt = request.text("alt").strip()
    if not alt:
        return request.wrong(
            "M020", f'the figure "{request.text("src")}" has no alternative text', 'alt="what it shows"'
        )
    return (
        Figure(
            **request.common,
            src=request.text("src"),
            alt=alt,
            width=request.text("width", "text"),
            caption=request.blocks,
            description=request.text("description"),
        ),
    )


def pull_quote(request: Request) -> Blocks:
    """A sentence of the text, set large."""
    return (PullQuote(**request.common, blocks=request.blocks),)


def go_deeper(request: Request) -> Blocks:
    """A list of works, each item beginning with its reference."""
    if len(request.blocks) != 1 or not isinstance(request.blocks[0], BulletList | OrderedList):
        return request.wrong("M014", "go-deeper holds one list of works", "- [@key] Why to read it.")
    works = tuple(work for item in request.blocks[0].items if (work := _work(item, request)))
    return (GoDeeper(**request.common, title=request.text("title"), works=works),)


def _work(item: ListItem, request: Request) -> Work | None:
    first = item.blocks[0] if item.blocks else None
    if not (isinstance(first, Paragraph) and isinstance(first.inlines[0], Citation)):
        line = item.place.line
        request.wrong("M014", "a work begins with its reference", "- [@key] Why to read it.", line)
        return None
    rest = Paragraph(key=first.key, place=first.place, inlines=_without_first(first.inlines))
    blocks = ((rest,) if rest.inlines else ()) + item.blocks[1:]
    citation = first.inlines[0]
    return Work(key=citation.key, place=item.place, reference=citation.reference, blocks=blocks)


def _without_first(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    rest = inlines[1:]
    if rest and isinstance(rest[0], Text):
        first = rest[0].value.lstrip()
        rest = ((Text(first),) if first else ()) + rest[1:]
    return rest


def next_step(request: Request) -> Blocks:
    """The way to the next chapter."""
    return (
        NextStep(**request.common, title=request.text("title"), to=request.text("to"), blocks=request.blocks),
    )


def facilitator(request: Request) -> Blocks:
    """For leaders only."""
    return (Facilitator(**request.common, title=request.text("title"), blocks=request.blocks),)


def only(request: Request) -> Blocks:
    """For some formats or editions only."""
    formats, editions = request.words("format"), request.words("edition")
    return (Only(**request.common, formats=formats, editions=editions, blocks=request.blocks),)


def page_break(request: Request) -> Blocks:
    """A new page in print."""
    return (PageBreak(**request.common),)
