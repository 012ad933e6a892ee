"""Blocks from their tokens: what CommonMark has, and the openings and endings of our own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bindery.markup.attributes import read_attributes, split_head
from bindery.markup.context import Context
from bindery.markup.fenced import Fenced, build_fenced
from bindery.markup.headings import HeadingReader
from bindery.markup.inlines import build_inlines
from bindery.markup.tokens import Token
from bindery.model.blocks import (
    Block,
    BulletList,
    Cell,
    CodeBlock,
    DefinitionEntry,
    DefinitionList,
    Footnote,
    ListItem,
    OrderedList,
    Paragraph,
    Quotation,
    Row,
    Rule,
    Table,
)
from bindery.model.inlines import Inline


@dataclass(frozen=True, slots=True)
class Content:
    """The blocks up to an ending, whether that ending was there, and whether nothing at all stood before it."""

    blocks: tuple[Block, ...]
    closed: bool
    empty: bool


class BlockBuilder:
    """Builds the blocks of one file from its tokens, front to back. `footnotes` fills on the way."""

    def __init__(self, tokens: Sequence[Token], context: Context) -> None:
        """Begin at the first token."""
        self._tokens: Iterator[Token] = iter(tokens)
        self._context = context
        self._headings = HeadingReader(context)
        self._open: list[str] = []
        self.footnotes: list[Footnote] = []

    def build(self) -> tuple[Block, ...]:
        """All blocks of the file."""
        return self._until("").blocks

    def _until(self, end: str) -> Content:
        blocks: list[Block] = []
        empty = True
        for token in self._tokens:
            if token.type == end and (end != "press_close" or token.depth == 0):
                return Content(tuple(blocks), True, empty)
            blocks.extend(self._block(token))
            empty = False
        return Content(tuple(blocks), False, empty)

    def _block(self, token: Token) -> tuple[Block, ...]:
        return _MAKERS[token.type](self, token)

    def _inline(self) -> tuple[Inline, ...]:
        """The running text that comes next."""
        return build_inlines(next(self._tokens).children, self._context)

    def _paragraph(self, token: Token) -> tuple[Block, ...]:
        inlines = self._inline()
        self._until("paragraph_close")
        if not inlines:
            return ()
        return (Paragraph(key=self._context.key(), place=self._context.place(token.line), inlines=inlines),)

    def _heading(self, token: Token) -> tuple[Block, ...]:
        text = next(self._tokens)
        self._until("heading_close")
        return (self._headings.heading(token, text),)

    def _items(self, end: str) -> tuple[ListItem, ...]:
        items = []
        for token in self._tokens:
            if token.type == end:
                break
            blocks = self._until("list_item_close").blocks
            items.append(
                ListItem(key=self._context.key(), place=self._context.place(token.line), blocks=blocks)
            )
        return tuple(items)

    def _bullets(self, token: Token) -> tuple[Block, ...]:
        items = self._items("bullet_list_close")
        return (BulletList(key=self._context.key(), place=self._context.place(token.line), items=items),)

    def _ordered(self, token: Token) -> tuple[Block, ...]:
        items = self._items("ordered_list_close")
        start = int(token.attribute("start") or 1)
        place = self._context.place(token.line)
        return (OrderedList(key=self._context.key(), place=place, items=items, start=start),)

    def _definitions(self, token: Token) -> tuple[Block, ...]:
        entries: list[DefinitionEntry] = []
        for inner in self._tokens:
            if inner.type == "dl_close":
                break
            if inner.type == "dt_open":
                entries.append(self._entry(inner))
            else:
                entries[-1] = self._with_text(entries[-1])
        place = self._context.place(token.line)
        return (DefinitionList(key=self._context.key(), place=place, entries=tuple(entries)),)

    def _entry(self, token: Token) -> DefinitionEntry:
        term = self._inline()
        self._until("dt_close")
        place = self._context.place(token.line)
        return DefinitionEntry(key=self._context.key(), place=place, term=term, blocks=())

    def _with_text(self, entry: DefinitionEntry) -> DefinitionEntry:
        blocks = entry.blocks + self._until("dd_close").blocks
        return DefinitionEntry(key=entry.key, place=entry.place, term=entry.term, blocks=blocks)

    def _table(self, token: Token) -> tuple[Block, ...]:
        rows = [self._row(inner) for inner in self._rows()]
        place = self._context.place(token.line)
        return (Table(key=self._context.key(), place=place, head=rows[0], rows=tuple(rows[1:])),)

    def _rows(self) -> Iterator[Token]:
        for token in self._tokens:
            if token.type == "table_close":
                return
            if token.type == "tr_open":
                yield token

    def _row(self, token: Token) -> Row:
        cells = []
        for inner in self._tokens:
            if inner.type == "tr_close":
                break
            cells.append(self._cell(inner, token.line))
        return Row(key=self._context.key(), place=self._context.place(token.line), cells=tuple(cells))

    def _cell(self, token: Token, line: int) -> Cell:
        inlines = self._inline()
        next(self._tokens)
        align = token.attribute("style").removeprefix("text-align:")
        return Cell(key=self._context.key(), place=self._context.place(line), inlines=inlines, align=align)

    def _quotation(self, token: Token) -> tuple[Block, ...]:
        blocks = self._until("blockquote_close").blocks
        return (Quotation(key=self._context.key(), place=self._context.place(token.line), blocks=blocks),)

    def _code(self, token: Token) -> tuple[Block, ...]:
        return (
            CodeBlock(key=self._context.key(), place=self._context.place(token.line), text=token.content),
        )

    def _rule(self, token: Token) -> tuple[Block, ...]:
        return (Rule(key=self._context.key(), place=self._context.place(token.line)),)

    def _html(self, token: Token) -> tuple[Block, ...]:
        first = token.content.strip().splitlines()[0][:60]
        self._context.add("M008", f"raw HTML: {first}", token.line, "write Markdown; a plain < is \\<")
        return ()

    def _footnote(self, token: Token) -> tuple[Block, ...]:
        blocks = self._until("footnote_reference_close").blocks
        line = token.line or (blocks[0].place.line if blocks else 0)
        label = f"{self._context.slug}.{token.info}"
        place = self._context.place(line)
        self.footnotes.append(Footnote(key=self._context.key(), place=place, label=label, blocks=blocks))
        return ()

    def _stray_close(self, token: Token) -> tuple[Block, ...]:
        if token.depth == 0:
            self._context.add(
                "M006", "there is no open block to close", token.line, "take the line away, or open a block"
            )
        return ()

    def _fenced(self, token: Token) -> tuple[Block, ...]:
        name, rest = split_head(token.info)
        if token.depth > 0:
            hint = "begin the line with ::: and put an empty line before it"
            self._context.add(
                "M011", f'the block "{name}" stands inside a list or a quotation', token.line, hint
            )
            return ()
        self._open.append(name)
        content = self._until("press_close")
        self._open.pop()
        if not content.closed:
            self._context.add(
                "M005",
                f'the block "{name}" is not closed',
                token.line,
                "end it with a line that holds only :::",
            )
            return content.blocks
        fenced = Fenced(
            name, read_attributes(rest), content.blocks, content.empty, token.line, tuple(self._open)
        )
        return build_fenced(fenced, self._context)


_MAKERS: dict[str, Callable[[BlockBuilder, Token], tuple[Block, ...]]] = {
    "paragraph_open": BlockBuilder._paragraph,
    "heading_open": BlockBuilder._heading,
    "bullet_list_open": BlockBuilder._bullets,
    "ordered_list_open": BlockBuilder._ordered,
    "dl_open": BlockBuilder._definitions,
    "table_open": BlockBuilder._table,
    "blockquote_open": BlockBuilder._quotation,
    "fence": BlockBuilder._code,
    "code_block": BlockBuilder._code,
    "hr": BlockBuilder._rule,
    "html_block": BlockBuilder._html,
    "footnote_reference_open": BlockBuilder._footnote,
    "press_open": BlockBuilder._fenced,
    "press_close": BlockBuilder._stray_close,
}
