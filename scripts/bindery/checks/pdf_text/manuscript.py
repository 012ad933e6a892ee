"""From a numbered book to its manuscript: what its authors wrote, and what the press may say besides."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

from bindery.checks.pdf_text.passage import Manuscript, Passage, condensed
from bindery.checks.pdf_text.words import Words
from bindery.findings import Place
from bindery.model.blocks import Block, Heading
from bindery.model.book import Book, Piece
from bindery.model.course_blocks import Epigraph, Figure, NextStep, Pathway, QuestionnaireBlock
from bindery.model.inlines import Link, plain_text
from bindery.model.node import walk
from bindery.model.numbered import NumberedBook
from bindery.model.settings import FrontMatter, PieceKind, Reference
from bindery.model.wording import Wording
from bindery.units import PAPERS

_WITHOUT_TITLE = frozenset(
    (
        PieceKind.COVER,
        PieceKind.FRONTISPIECE,
        PieceKind.HALF_TITLE,
        PieceKind.IMPRINT,
        PieceKind.PRINT_CHECK,
        PieceKind.TITLE,
    )
)
_WITH_BOOKS_TITLE = frozenset((PieceKind.COVER, PieceKind.HALF_TITLE, PieceKind.TITLE))
_WITH_SUBTITLE = frozenset((PieceKind.COVER, PieceKind.TITLE))
_SHORT = 3
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}")
# Roman page numbers are made of letters; the short ones are too short to be taken for words.
_ROMAN = tuple(tens + ones for tens in ("", "x", "xx", "xxx") for ones in "iii vi vii viii iv ix".split())
# What a citation says where a work has more authors than it names.
_AND_OTHERS = "et al."


def manuscript(numbered: NumberedBook) -> Manuscript:
    """The manuscript of a book as it is printed: chosen for its edition and for print."""
    book = numbered.book
    return Manuscript(
        passages=tuple(found for piece in book.pieces for found in _of_piece(piece, numbered)),
        said=tuple(sorted(set(filter(None, map(condensed, _said(numbered)))))),
        pictures=tuple(condensed(node.alt) for node in walk(book) if isinstance(node, Figure)),
    )


def _of_piece(piece: Piece, numbered: NumberedBook) -> Iterator[Passage]:
    book = numbered.book
    notes = {note.label: note for note in piece.footnotes}
    words = Words({work.key: work for work in book.works}, notes)
    yield from _of_matter(piece, book)
    if piece.kind is PieceKind.CHAPTER:
        yield from words.of_blocks(_opener_first(piece.blocks))
    else:
        yield from words.of_blocks(piece.blocks)
    if piece.kind is PieceKind.GLOSSARY:
        for term in book.glossary:
            yield from _lines(piece.id, term.place, (term.entry.term,))
            yield from words.of_inlines(term.definition, f"glossary.{term.slug}", term.place)
    if piece.kind is PieceKind.SOURCES:
        titles = [_lines(f"sources.{work.key}", work.place, (work.reference.title,)) for work in book.works]
        yield from (found for title in titles for found in title)


def _of_matter(piece: Piece, book: Book) -> Iterator[Passage]:
    matter, settings = piece.matter, book.settings
    if piece.kind in _WITH_BOOKS_TITLE:
        yield from _lines(piece.id, piece.place, (settings.title,))
    if piece.kind in _WITH_SUBTITLE:
        yield from _lines(piece.id, piece.place, (settings.subtitle,))
    if piece.kind not in _WITHOUT_TITLE:
        yield from _loose(_lines(piece.id, piece.place, (matter.tree_note,)))
        yield from _lines(
            piece.id, piece.place, (matter.title, matter.aim, *(aim.text for aim in matter.aims))
        )


def _opener_first(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The first epigraph before a heading stands on the opening page of its chapter."""
    heads = [index for index, block in enumerate(blocks) if isinstance(block, Heading)]
    before = blocks[: heads[0] if heads else len(blocks)]
    epigraph = next((block for block in before if isinstance(block, Epigraph)), None)
    yield from [epigraph] if epigraph else []
    yield from (block for block in blocks if block is not epigraph)


def _lines(key: str, place: Place, lines: Iterable[str]) -> Iterator[Passage]:
    yield from (Passage(key, place, (condensed(line),)) for line in lines if line.strip())


def _loose(passages: Iterable[Passage]) -> Iterator[Passage]:
    yield from (replace(found, loose=True) for found in passages)


def _said(numbered: NumberedBook) -> Iterator[str]:
    """Words that may stand anywhere and any number of times: labels, titles in contents, names, addresses."""
    book = numbered.book
    settings, edition = book.settings, book.chosen_for
    yield from _of_wording(book.wording)
    yield from (
        settings.title,
        settings.subtitle,
        settings.version,
        settings.licence.name,
        settings.licence.url,
    )
    yield from (", ".join(settings.authors), *settings.authors, edition.organisation, edition.facilitator)
    yield from (paper.title for paper in PAPERS.values())
    yield from (words for piece in book.pieces for words in _of_contents(piece.matter))
    yield from (line.words for entry in numbered.index for line in (entry, *entry.entries))
    yield from (target.label for target in numbered.targets.values())
    yield from (words for node in walk(book) for words in _of_pointer(node))
    yield from (words for work in book.works for words in _of_reference(work.reference))
    yield from (words for one in book.questionnaires for words in (one.source.author, one.source.license))
    yield from (one.source.note for one in book.questionnaires)
    answers = (element.columns for one in book.questionnaires for element in one.elements)
    yield from (choice.text for columns in answers for choice in columns)
    yield from (number for number in _ROMAN if len(number) > _SHORT)
    yield _AND_OTHERS


def _of_wording(wording: Wording) -> Iterator[str]:
    for field in fields(wording):
        yield from _PLACEHOLDER.split(str(getattr(wording, field.name)))


def _of_contents(matter: FrontMatter) -> Iterator[str]:
    yield from (matter.title, matter.summary, matter.tree_label)


def _of_pointer(node: object) -> Iterator[str]:
    match node:
        case Heading(inlines=inlines) | Pathway(title=inlines):
            yield plain_text(inlines)
        case QuestionnaireBlock(questionnaire=questionnaire) if questionnaire:
            yield questionnaire.title
        case Link(address=address):
            yield address.split("://", 1)[-1].removeprefix("mailto:")
        case NextStep(title=title):
            yield title


def _of_reference(reference: Reference) -> Iterator[str]:
    people = (*reference.author, *reference.editor)
    yield from (words for person in people for words in (person.family, person.given, person.literal))
    yield from (
        reference.container_title,
        reference.volume,
        reference.issue,
        reference.page,
        reference.edition,
    )
    yield from (reference.publisher, reference.note, reference.DOI, reference.ISBN, reference.URL)
    yield from ("DOI", "ISBN", reference.issued, reference.URL.split("://", 1)[-1])
