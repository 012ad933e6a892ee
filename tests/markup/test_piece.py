"""What the author's Markdown becomes."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bindery.findings import Place, Report
from bindery.intake import FrontMatterText, Located
from bindery.markup import read_piece
from bindery.model.blocks import Block, Heading, Paragraph
from bindery.model.course_blocks import Example, Pathway, SideNote, Write
from bindery.model.inlines import CrossReference, IndexMark, Phrase, Term, plain_text
from bindery.model.node import Node, walk
from bindery.model.settings import FrontMatter
from bindery.sources import Source

PATHWAY = """
::: pathway {#map who="alone pair" minutes=20}
### The map

To see who is there.

You need
: a pen

1. **Start.** Write your name.
2. (5 min) Draw a line.

On your own
: Do it alone.

::: write {lines=5}
Alone
:::
:::
"""


def piece_of(text: str, report: Report | None = None) -> Node:
    matter = FrontMatter(title="A piece")
    located = Located({}, "book/a.md", {(): Place("book/a.md", 1)})
    return read_piece(
        Source("a", "book/a.md", FrontMatterText("title: A piece", 2, text, 5), matter, located),
        report or Report(),
    )


def blocks_of(text: str) -> tuple[Block, ...]:
    report = Report()
    piece = piece_of(text, report)
    assert not list(report)
    return piece.blocks  # type: ignore[attr-defined,no-any-return]


def nodes(text: str, kind: type[Node]) -> Iterator[Node]:
    return (node for node in walk(piece_of(text)) if isinstance(node, kind))


def test_a_heading_keeps_its_id_and_loses_its_braces() -> None:
    (heading,) = blocks_of("## Barriers and *doors* {#barriers}")
    assert isinstance(heading, Heading)
    assert (heading.id, heading.key, plain_text(heading.inlines)) == (
        "barriers",
        "barriers",
        "Barriers and doors",
    )


def test_a_block_knows_its_line_in_the_file() -> None:
    assert [block.place.line for block in blocks_of("One.\n\nTwo.\n\n## Three")] == [5, 7, 9]


def test_blocks_nest_with_the_same_number_of_colons() -> None:
    (example,) = blocks_of("::: example\nOuter.\n\n::: note\nInner.\n:::\n\nAfter.\n:::")
    assert isinstance(example, Example)
    assert [type(block) for block in example.blocks] == [Paragraph, SideNote, Paragraph]


def test_a_pathway_is_taken_apart() -> None:
    (pathway,) = blocks_of(PATHWAY)
    assert isinstance(pathway, Pathway)
    assert plain_text(pathway.title) == "The map"
    assert pathway.who == ("alone", "pair")
    assert [step.minutes for step in pathway.steps] == [0, 5]
    assert len(pathway.need) == len(pathway.on_your_own) == len(pathway.room) == 1


@pytest.mark.parametrize(("words", "lines"), [(1, 3), (20, 6), (40, 11), (60, 16)])
def test_words_become_lines_of_the_text_column_as_handwriting_takes_them(words: int, lines: int) -> None:
    (write,) = blocks_of(f"::: write {{words={words}}}\nWhy?\n:::")
    assert isinstance(write, Write)
    assert write.lines == lines


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("See [](#map) first.", True),
        ("See [the map](#map) *first*.", True),
        ("See [](#map) [@smith2001].", True),
        ("See [](#map).", False),
        ("See [](#map), and then rest.", False),
        ("See [](#map)", False),
        ("See ([](#map)) first.", False),
    ],
)
def test_a_pointer_knows_whether_its_sentence_goes_on(text: str, goes_on: bool) -> None:
    (reference,) = nodes(text, CrossReference)
    assert isinstance(reference, CrossReference)
    assert reference.goes_on is goes_on


def test_an_empty_link_is_a_cross_reference_without_words() -> None:
    (reference,) = nodes("See [](#map).", CrossReference)
    assert isinstance(reference, CrossReference)
    assert (reference.target, reference.children) == ("map", ())


def test_a_term_can_be_called_by_other_words() -> None:
    (term,) = nodes("A case of [[groupthink|thinking as one]].", Term)
    assert isinstance(term, Term)
    assert (term.slug, plain_text(term.children)) == ("groupthink", "thinking as one")


def test_an_index_mark_has_its_words_as_entry_unless_it_names_one() -> None:
    marks = list(nodes('[consensus]{.index} and [it]{.index entry="consensus, limits of"}', IndexMark))
    assert [mark.entry for mark in marks if isinstance(mark, IndexMark)] == [
        "consensus",
        "consensus, limits of",
    ]


def test_a_phrase_carries_its_language() -> None:
    (phrase,) = nodes("They say [umuntu]{lang=zu}.", Phrase)
    assert isinstance(phrase, Phrase)
    assert phrase.language == "zu"


def test_keys_are_unique() -> None:
    keys = [node.key for node in walk(piece_of(PATHWAY * 3)) if isinstance(node, Block)]
    generated = [key for key in keys if key != "map"]
    assert len(generated) == len(set(generated))


FRAGMENTS = (
    "::: |note|pathway {#a who=alone minutes=5}|write {lines=fill}|epigraph {by=x}|go-deeper|checklist|\n|\n\n|"
    "- |1. |> |## |#### |[](#a)|[[a]]|[@a]|[^1]|[^1]: x|{#a}|[x]{.index}|<b>|`|```|***|| a | b |\n|---|---|"
    "\nterm\n: text|word |  |\t|:::\n|![a](b)|\\|&amp;|(5 min) |figure {src=a alt=b}|only {format=pdf}"
).split("|")
MARKUP = st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join)


@given(MARKUP)
def test_no_text_breaks_the_reader(text: str) -> None:
    report = Report()
    piece_of(text, report)
    assert all(finding.place.line >= 0 for finding in report)
