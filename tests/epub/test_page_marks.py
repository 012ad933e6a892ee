"""Every printed page has one marker, in order, at the character with which it begins; the text stays as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bindery.findings import Place
from bindery.layout.page_marks import printed_length, with_page_marks
from bindery.layout.page_places import PagePlaces
from bindery.layout.print_face import PrintFace
from bindery.model.blocks import (
    Block,
    BulletList,
    Cell,
    DefinitionEntry,
    DefinitionList,
    ListItem,
    PageMarkBlock,
    Paragraph,
    Row,
    Table,
)
from bindery.model.course_blocks import Example, JournalBlock, SideNote
from bindery.model.inlines import (
    Citation,
    CrossReference,
    Emphasis,
    FootnoteCall,
    IndexMark,
    Inline,
    PageMark,
    Strong,
    Term,
    Text,
)
from bindery.model.node import Node, rebuild, walk
from bindery.model.numbered import NumberedBook
from bindery.model.pages import Page, PageMap, PageStart
from epub.rich_book import numbered_book, print_face

SOMEWHERE = Place("book/chapters/01-one.md", 1)

texts = st.text(alphabet="ab c&<’", min_size=1, max_size=12).map(Text)
leaves: st.SearchStrategy[Inline] = st.one_of(
    texts,
    texts,
    st.just(Citation("smith2001", "one.c", SOMEWHERE)),
    st.just(CrossReference("read", (), SOMEWHERE)),
    st.just(FootnoteCall("one.one", "one.f", SOMEWHERE)),
)
inlines: st.SearchStrategy[Inline] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda some: Emphasis(tuple(some))),
        st.lists(inner, min_size=1, max_size=3).map(lambda some: Strong(tuple(some))),
        st.lists(texts, min_size=1, max_size=2).map(
            lambda some: Term("tea", tuple(some), "one.t", SOMEWHERE)
        ),
        st.lists(texts, min_size=1, max_size=2).map(
            lambda some: CrossReference("read", tuple(some), SOMEWHERE)
        ),
        st.lists(texts, min_size=1, max_size=2).map(
            lambda some: IndexMark("entry", tuple(some), "one.i", SOMEWHERE)
        ),
    ),
    max_leaves=4,
)
lines: st.SearchStrategy[tuple[Inline, ...]] = st.lists(inlines, min_size=1, max_size=3).map(tuple)


def paragraph(line: tuple[Inline, ...]) -> Block:
    return Paragraph(key="?", place=SOMEWHERE, inlines=(*line, Text("end")))


def bullets(some: list[tuple[Inline, ...]]) -> Block:
    items = tuple(ListItem(key="?", place=SOMEWHERE, blocks=(paragraph(line),)) for line in some)
    return BulletList(key="?", place=SOMEWHERE, items=items)


def terms(some: list[tuple[Inline, ...]]) -> Block:
    entries = tuple(
        DefinitionEntry(key="?", place=SOMEWHERE, term=line, blocks=(paragraph(line),)) for line in some
    )
    return DefinitionList(key="?", place=SOMEWHERE, entries=entries)


def table(some: list[tuple[Inline, ...]]) -> Block:
    rows = tuple(
        Row(
            key="?",
            place=SOMEWHERE,
            cells=tuple(Cell(key="?", place=SOMEWHERE, inlines=(*line, Text("end"))) for _ in range(2)),
        )
        for line in some
    )
    return Table(key="?", place=SOMEWHERE, head=rows[0], rows=rows)


def example(some: list[Block]) -> Block:
    return Example(key="?", place=SOMEWHERE, title="", blocks=tuple(some))


def noted(some: list[Block]) -> Block:
    note = SideNote(key="?", place=SOMEWHERE, title="", journal=False, blocks=(paragraph((Text("note"),)),))
    return Example(key="?", place=SOMEWHERE, title="", blocks=(note, *some))


several = st.lists(lines, min_size=1, max_size=3)
blocks = st.recursive(
    st.one_of(lines.map(paragraph), several.map(bullets), several.map(terms), several.map(table)),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(example),
        st.lists(inner, min_size=1, max_size=3).map(noted),
    ),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> NumberedBook:
    return numbered_book(tmp_path_factory.mktemp("book"))


@dataclass(frozen=True, slots=True)
class Pen:
    """A book of generated blocks, and the face that measures them."""

    numbered: NumberedBook
    face: PrintFace


def written(book: NumberedBook, content: Sequence[Block]) -> Pen:
    count = iter(range(10_000))

    def keyed(node: Node) -> tuple[Node, ...]:
        return (replace(node, key=f"one.{next(count)}") if isinstance(node, Block) else node,)

    piece = replace(book.book.body[0], blocks=tuple(content), footnotes=())
    numbered = replace(book, book=replace(book.book, body=(rebuild(piece, keyed),)))
    return Pen(numbered, print_face(numbered))


def begins(pen: Pen) -> list[PageStart]:
    """Every place at which a page of the body could begin, in order."""
    found = []
    notes = (node for node in walk(pen.numbered.book) if isinstance(node, SideNote))
    in_notes = {inner.key for note in notes for inner in walk(note) if isinstance(inner, Block)}
    for place in PagePlaces(pen.numbered).by_key.values():
        if place.piece.slug != "one" or place.block is None or place.key in in_notes:
            continue
        found.append(PageStart(place.key))
        line = getattr(place.block, "inlines", ())
        length = sum(printed_length(inline, pen.face) for inline in line)
        found += [PageStart(place.key, offset) for offset in range(1, length)]
    return found


def page_map(starts: Sequence[PageStart]) -> PageMap:
    pages = [Page(str(number), "left", "one", start) for number, start in enumerate(starts, 1)]
    return PageMap(tuple(pages), {})


def marks(node: Node) -> Iterator[PageMark | PageMarkBlock]:
    for inner in walk(node):
        if isinstance(inner, PageMark | PageMarkBlock):
            yield inner


def without_marks(node: Node, face: PrintFace) -> Node:
    bare = rebuild(node, lambda inner: () if isinstance(inner, PageMark | PageMarkBlock) else (inner,))
    return rebuild(rebuild(bare, _merged), lambda inner: (_unsaid(inner, face),))


def _unsaid(node: Node, face: PrintFace) -> Node:
    if isinstance(node, CrossReference | Citation) and node.children == (Text(face.own_words(node)),):
        return replace(node, children=())
    return node


def _merged(node: Node) -> tuple[Node, ...]:
    for name in ("inlines", "children", "term"):
        line = getattr(node, name, None)
        if line is not None:
            node = replace(node, **{name: _joined(line)})
    return (node,)


def _joined(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for inline in line:
        if joined and isinstance(inline, Text) and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].value + inline.value)
        else:
            joined.append(inline)
    return tuple(joined)


@settings(deadline=None, max_examples=60)  # a large book takes a while on a busy machine
@given(data=st.data(), content=st.lists(blocks, min_size=1, max_size=4))
def test_all_labels_once_in_order_and_the_text_unchanged(
    book: NumberedBook, data: st.DataObject, content: list[Block]
) -> None:
    pen = written(book, content)
    possible = begins(pen)
    chosen = sorted(data.draw(st.sets(st.integers(0, len(possible) - 1), min_size=1, max_size=8)))
    starts = [possible[index] for index in chosen]
    for index in sorted(data.draw(st.sets(st.integers(0, len(starts) - 1), max_size=2)), reverse=True):
        starts.insert(index, PageStart(data.draw(st.sampled_from(("", "left-out", "left-out.2")))))
    pages = page_map(starts)
    marked = with_page_marks(pen.numbered, pages, pen.face)
    assert [mark.label for mark in marks(marked.book)] == [page.label for page in pages.pages]
    assert without_marks(marked.book, pen.face) == without_marks(pen.numbered.book, pen.face)


@settings(deadline=None)
@given(line=lines, data=st.data())
def test_a_marker_stands_at_the_very_character(
    book: NumberedBook, line: tuple[Inline, ...], data: st.DataObject
) -> None:
    pen = written(book, [paragraph(line)])
    block = pen.numbered.book.body[0].blocks[0]
    assert isinstance(block, Paragraph)
    total = sum(printed_length(inline, pen.face) for inline in block.inlines)
    offset = data.draw(st.integers(1, total - 1))
    marked = with_page_marks(pen.numbered, page_map([PageStart(block.key, offset)]), pen.face)
    before = length_before_mark(marked.book.body[0].blocks[0], pen)
    # The page number behind the words of a pointer is not divided: its marker stands before it.
    pointed = any(isinstance(node, CrossReference) for node in walk(block))
    assert before == offset or (pointed and 0 < offset - before < len("(page1)"))


def length_before_mark(block: Block, pen: Pen) -> int:
    def before(line: tuple[Inline, ...]) -> tuple[int, bool]:
        length = 0
        for inline in line:
            if isinstance(inline, PageMark):
                return length, True
            inner = getattr(inline, "children", ())
            if any(True for _ in marks(inline)):
                more, _ = before(inner)
                return length + more, True
            length += printed_length(inline, pen.face)
        return length, False

    return before(getattr(block, "inlines", ()))[0]


def labels_around(book: NumberedBook, content: Sequence[Block], starts: Sequence[PageStart]) -> list[str]:
    """The blocks of the piece after marking, as kinds and labels."""
    pen = written(book, content)
    marked = with_page_marks(pen.numbered, page_map(starts), pen.face)
    return [getattr(block, "label", block.kind) for block in marked.book.body[0].blocks]


def test_side_notes_go_with_the_block_that_they_stand_beside(book: NumberedBook) -> None:
    note = SideNote(key="?", place=SOMEWHERE, title="", journal=False, blocks=(paragraph((Text("n"),)),))
    content = [paragraph((Text("a"),)), note, paragraph((Text("b"),))]
    last = written(book, content).numbered.book.body[0].blocks[-1]
    assert labels_around(book, content, [PageStart(last.key)]) == ["paragraph", "1", "note", "paragraph"]


def test_the_second_page_of_a_journal_block_is_marked_behind_it(book: NumberedBook) -> None:
    journal = JournalBlock(key="?", place=SOMEWHERE, name="lined", pages=3, blocks=())
    content = [journal, paragraph((Text("a"),))]
    key = written(book, content).numbered.book.body[0].blocks[0].key
    starts = [PageStart(key), PageStart(f"{key}.2"), PageStart(f"{key}.3")]
    assert labels_around(book, content, starts) == ["1", "journal", "2", "3", "paragraph"]


def test_a_page_that_begins_with_something_left_out_stands_before_what_it_holds(book: NumberedBook) -> None:
    content = [paragraph((Text(letter),)) for letter in "abc"]
    pen = written(book, content)
    keys = [block.key for block in pen.numbered.book.body[0].blocks]
    pages = PageMap(
        (Page("1", "right", "", PageStart(keys[0])), Page("2", "left", "", PageStart("only-in-print"))),
        {keys[0]: 0, keys[1]: 1, keys[2]: 1},
    )
    marked = with_page_marks(pen.numbered, pages, pen.face)
    kinds = [getattr(block, "label", block.kind) for block in marked.book.body[0].blocks]
    assert kinds == ["1", "paragraph", "2", "paragraph", "paragraph"]


def test_a_start_that_goes_back_stands_with_the_page_before_it(book: NumberedBook) -> None:
    content = [paragraph((Text(letter),)) for letter in "ab"]
    keys = [block.key for block in written(book, content).numbered.book.body[0].blocks]
    starts = [PageStart(keys[1]), PageStart(keys[0])]
    assert labels_around(book, content, starts) == ["paragraph", "1", "2", "paragraph"]
