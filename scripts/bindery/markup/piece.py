"""A piece of the book from its Markdown."""

from collections.abc import Iterator

from bindery.findings import Place, Report, remembered
from bindery.markup.blocks import BlockBuilder
from bindery.markup.context import Context
from bindery.markup.depth import runs_too_deep, too_deep
from bindery.markup.inlines import build_inlines
from bindery.markup.parser import inline_tokens_of, tokens_of
from bindery.markup.tokens import Token
from bindery.model.blocks import Footnote, Heading, Paragraph
from bindery.model.book import Piece
from bindery.model.inlines import CrossReference, FootnoteCall, Inline, Text
from bindery.model.node import walk
from bindery.model.settings import PieceKind
from bindery.sources import Source

# Kinds that are nothing without a text of their own.
_WRITTEN = (PieceKind.TEXT, PieceKind.CHAPTER)
# More than a book has: a preview reads it again and again, and one piece at a time is new.
_MOST_PIECES = 256
_TOO_DEEP = "this is nested too deep"


@remembered(_MOST_PIECES)
def read_piece(source: Source, report: Report) -> Piece:
    """The piece in a source; what is wrong with it is reported, and the rest is kept."""
    context = Context(source.slug, source.file, report)
    builder = BlockBuilder(_tokens(source, context), context)
    blocks = builder.build()
    piece = Piece(
        slug=source.slug,
        source=source.file,
        matter=source.matter,
        blocks=blocks,
        footnotes=tuple(builder.footnotes),
        place=source.places.place(),
        aims=tuple(_aims(source)),
    )
    _check_footnotes(piece, context)
    if not source.text.body.strip() and piece.kind in _WRITTEN:
        hint = "write the text below the second line of hyphens, or take the file off its list"
        context.add("M019", "nothing stands below the front matter", source.text.body_line, hint)
    return piece


def _tokens(source: Source, context: Context) -> tuple[Token, ...]:
    """The tokens of a text; none, after a finding, when it is nested too deep to be built."""
    tokens = tokens_of(source.text.body, source.text.body_line)
    line = too_deep(tokens)
    if line:
        context.add("M022", _TOO_DEEP, line, "make it flatter; perhaps a block further up is not closed")
    return () if line else tokens


def _aims(source: Source) -> Iterator[CrossReference]:
    for index, aim in enumerate(source.matter.aims):
        if aim.see:
            yield CrossReference(aim.see, (Text(aim.text),), source.places.place(("aims", index, "see")))


def read_inlines(text: str, slug: str, place: Place, report: Report) -> tuple[Inline, ...]:
    """One line of running text that stands in a YAML file."""
    tokens = inline_tokens_of(text, place.line)
    context = Context(slug, place.file, report)
    if runs_too_deep(tokens):
        context.add("M022", _TOO_DEEP, place.line, "make it flatter")
        return ()
    return build_inlines(tokens, context)


def _check_footnotes(piece: Piece, context: Context) -> None:
    calls = [node for node in walk(piece) if isinstance(node, FootnoteCall)]
    called = {call.label for call in calls}
    notes: dict[str, Footnote] = {}
    for note in piece.footnotes:
        name = note.label.removeprefix(f"{piece.slug}.")
        _check_content(note, name, context)
        if note.label in notes:
            context.add("M015", f"the footnote [^{name}] is written twice", note.place.line)
        elif note.label not in called:
            context.add(
                "M015",
                f"nothing points to the footnote [^{name}]",
                note.place.line,
                f"put [^{name}] into the text",
            )
        notes[note.label] = note
    _check_calls(calls, notes, context)


def _check_content(note: Footnote, name: str, context: Context) -> None:
    strangers = [block for block in note.blocks if not isinstance(block, Paragraph | Heading)]
    for stranger in strangers:
        what = stranger.kind.replace("-", " ")
        message = f"the footnote [^{name}] holds more than paragraphs: a {what}"
        context.add("M014", message, stranger.place.line, "put it into the text, or write it as a sentence")


def _check_calls(calls: list[FootnoteCall], notes: dict[str, Footnote], context: Context) -> None:
    seen: set[str] = set()
    for call in calls:
        name = call.label.removeprefix(f"{context.slug}.")
        if call.label not in notes:
            context.add(
                "M015", f"the footnote [^{name}] has no text", call.place.line, f"[^{name}]: its text"
            )
        elif call.label in seen:
            context.add(
                "M015",
                f"the footnote [^{name}] is called twice",
                call.place.line,
                "give the second one its own text",
            )
        seen.add(call.label)
