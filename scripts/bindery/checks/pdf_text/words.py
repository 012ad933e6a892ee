"""The passages of blocks: every word that an author wrote in them, in the order of reading."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import groupby

from bindery.checks.pdf_text.passage import Passage, condensed
from bindery.findings import Place
from bindery.model.blocks import Block, Footnote
from bindery.model.book import CitedWork
from bindery.model.course_blocks import Epigraph, JournalBlock, QuestionnaireBlock, Work
from bindery.model.inlines import Citation, Code, CrossReference, FootnoteCall, Inline, LineBreak, Link, Text
from bindery.model.journal import JournalKind, PagePart
from bindery.model.node import children
from bindery.model.questionnaire import Element, Questionnaire, Scoring

# The fields of blocks whose words are printed as they are.
_PRINTED = frozenset(("alt", "remark", "text", "title", "work", "year", "by"))
_GAP = "\0"


@dataclass(frozen=True, slots=True)
class Words:
    """Finds the words of blocks. `works`: key -> reference; `notes`: label -> footnote of the same piece."""

    works: Mapping[str, CitedWork]
    notes: Mapping[str, Footnote]

    def of_blocks(self, blocks: Iterable[Block]) -> Iterator[Passage]:
        """The passages of blocks, one after another."""
        for block in blocks:
            yield from self.of_block(block)

    def of_block(self, block: Block) -> Iterator[Passage]:
        """The passages of a block: its fields in their order, which is the order of reading."""
        match block:
            case QuestionnaireBlock(questionnaire=Questionnaire() as questionnaire):
                yield from _of_questionnaire(questionnaire, block)
            case JournalBlock(page_kind=JournalKind() as kind):
                yield from self._of_journal(block, kind)
            case Work():
                yield from passage(block, self.works[block.reference].reference.title)
                yield from self.of_blocks(block.blocks)
            case Epigraph():
                whose = (block.by, block.work, block.year, block.remark)
                yield from (found for words in whose for found in passage(block, words, loose=True))
                yield from self.of_inlines(block.quotation, block.key, block.place)
                yield from self.of_blocks(block.comment)
            case _:
                yield from self._of_fields(block)

    def _of_fields(self, block: Block) -> Iterator[Passage]:
        for field in fields(block):
            value = getattr(block, field.name)
            if isinstance(value, str) and field.name in _PRINTED:
                yield from passage(block, value)
            elif isinstance(value, Block):
                yield from self.of_block(value)
            elif isinstance(value, tuple) and value and isinstance(value[0], Inline):
                yield from self.of_inlines(value, block.key, block.place)
            elif isinstance(value, tuple) and value and isinstance(value[0], Block):
                yield from self.of_blocks(value)

    def of_inlines(self, inlines: Iterable[Inline], key: str, place: Place) -> Iterator[Passage]:
        """The passages of running text, cut where a footnote is called and read."""
        text = ""
        for part in self._parts(inlines):
            if isinstance(part, str):
                text += part
                continue
            yield from _cut(text, key, place)
            text = ""
            note = self.notes[part.label]
            for block in note.blocks:
                yield from self.of_block(block)
        yield from _cut(text, key, place)

    def _parts(self, inlines: Iterable[Inline]) -> "Iterator[str | FootnoteCall]":
        for inline in inlines:
            match inline:
                case Text(value) | Code(value):
                    yield value
                case LineBreak():
                    yield " "
                case FootnoteCall():
                    yield inline
                case Citation() | CrossReference(children=()):
                    yield _GAP
                case CrossReference(children=inner) | Link(children=inner):
                    yield from self._parts(inner)
                    yield _GAP
                case _:
                    yield from self._parts(child for child in children(inline) if isinstance(child, Inline))

    def _of_journal(self, block: JournalBlock, kind: JournalKind) -> Iterator[Passage]:
        """The prompt stands on the first page, the form on every one."""
        for page in range(block.pages):
            yield from (found for part in kind.parts for found in _of_part(part, block))
            if page == 0 and block.blocks:
                yield from self.of_blocks(block.blocks)
            elif page == 0:
                yield from passage(block, kind.prompt or kind.title)


def passage(block: Block, words: str, *, loose: bool = False) -> Iterator[Passage]:
    """The words as a passage of this block, where there are any."""
    yield from _cut(words, block.key, block.place, loose=loose)


def _cut(text: str, key: str, place: Place, *, loose: bool = False) -> Iterator[Passage]:
    pieces = tuple(filter(None, (condensed(piece) for piece in text.split(_GAP))))
    # Numbers stand everywhere, so that a loose one can never be missed.
    if any(map(str.isalpha if loose else str.isalnum, "".join(pieces))):
        yield Passage(key, place, pieces, loose)


def _of_part(part: PagePart, block: Block) -> Iterator[Passage]:
    for words in (part.title, part.help, *part.columns, part.left, part.right):
        yield from passage(block, words, loose=True)


def _of_questionnaire(questionnaire: Questionnaire, block: Block) -> Iterator[Passage]:
    yield from passage(block, questionnaire.title)
    yield from passage(block, questionnaire.description)
    yield from passage(block, questionnaire.print.about)
    for answers, run in groupby(questionnaire.elements, _answers):
        # Scales that follow each other and are answered alike may share the head of one table.
        yield from (found for words in answers for found in passage(block, words, loose=True))
        yield from (found for element in run for found in _of_element(element, block))
    yield from passage(block, questionnaire.print.remark)
    if questionnaire.scoring and questionnaire.print.scoring_page != "none":
        yield from _of_scoring(questionnaire.scoring, block)


def _answers(element: Element) -> tuple[str, ...]:
    """The heads of a scale's columns; none for other questions."""
    if element.type != "matrix":
        return ()
    return (*(choice.text for choice in element.columns), element.print.not_applicable)


def _of_element(element: Element, block: Block) -> Iterator[Passage]:
    yield from passage(block, element.html)
    yield from passage(block, element.title)
    yield from passage(block, element.description)
    ends = (element.min_rate_description, element.max_rate_description)
    choices = (choice.text for choice in element.choices)
    for words in (*choices, *(row.text for row in element.rows), *ends):
        yield from passage(block, words)


def _of_scoring(scoring: Scoring, block: Block) -> Iterator[Passage]:
    """A page with a form of its own: subscales may stand in the order of the tree."""
    yield from passage(block, scoring.title, loose=True)
    for subscale in scoring.scales.values():
        yield from passage(block, subscale.title, loose=True)
        yield from passage(block, subscale.subtitle, loose=True)
    for band in scoring.assessments:
        yield from passage(block, band.name, loose=True)
        yield from passage(block, band.message, loose=True)
    yield from passage(block, scoring.caution, loose=True)
