"""The whole manuscript held against the rules of its house."""

from dataclasses import dataclass, replace
from pathlib import Path

from bindery.findings import Finding, Report
from bindery.model.book import Book
from bindery.model.settings import PieceKind
from bindery.proofreading.counts import prose, word_counts
from bindery.proofreading.data import data_passages
from bindery.proofreading.lines import Lines
from bindery.proofreading.passages import Passage, Sort, passages_of
from bindery.proofreading.pattern import check_pathways, check_pattern, check_terms, check_works
from bindery.proofreading.sharing import check_shared
from bindery.proofreading.spelling import NoSpeller, Speller, check_spelling
from bindery.proofreading.words import check_avoided, check_doubled, check_quotes
from bindery.settings import House

HOUSE_STYLE, SPELLING = "House style", "Spelling"


@dataclass(frozen=True, slots=True)
class Proof:
    """What one reading of the manuscript found. `skipped` says why nobody read it, `remark` what else was seen."""

    judge: str
    findings: tuple[Finding, ...] = ()
    version: str = ""
    skipped: str = ""
    remark: str = ""


def proofread(book: Book, house: House | None, root: Path) -> tuple[Proof, ...]:
    """The readings that the house asks for; none when book.yaml names no rules.

    `book` is the whole manuscript, not an edition's choice of it; what only some editions add is not of its pattern.
    """
    if house is None:
        return ()
    book = without_extras(book)
    lines = Lines(root)
    text = tuple(passages_of(book))
    everything = (*text, *data_passages(root))
    read = (_style(book, house, text, everything, lines),)
    return (*read, _spelling(house, everything, lines)) if house.style.dictionary else read


def without_extras(book: Book) -> Book:
    """The book without the chapters that only some editions add."""
    extras = {f"book/{path}" for path in book.settings.extras}
    return replace(book, body=tuple(piece for piece in book.body if piece.source not in extras))


def _style(
    book: Book, house: House, text: tuple[Passage, ...], everything: tuple[Passage, ...], lines: Lines
) -> Proof:
    style, report = house.style, Report()
    check_pattern(book, style, report)
    check_pathways(book, style, report)
    if style.terms_are_used:
        check_terms(book, report)
    if style.works_are_cited:
        check_works(book, report)
    if style.doubled_words:
        check_doubled(everything, style, lines, report)
    if style.typographic_quotes:
        check_quotes(everything, lines, report)
    check_avoided(everything, style, lines, report)
    if style.shared_words:
        chapters = {piece.slug for piece in book.body if piece.kind is PieceKind.CHAPTER}
        running = (one for one in text if one.piece in chapters and one.sort is not Sort.LABEL)
        check_shared(running, style.shared_words, style.labels, lines, report)
    return Proof(HOUSE_STYLE, tuple(report), remark=f"{prose(word_counts(book)):,} words of prose")


def _spelling(house: House, passages: tuple[Passage, ...], lines: Lines) -> Proof:
    try:
        speller = Speller(house.style.dictionary, house.own_words)
    except NoSpeller as missing:
        return Proof(SPELLING, skipped=str(missing))
    report = Report()
    check_spelling(passages, speller, lines, report)
    return Proof(SPELLING, tuple(report), speller.version)
