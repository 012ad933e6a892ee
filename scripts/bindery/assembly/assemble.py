"""The whole book from its settings and its files."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bindery.assembly.attach import attach
from bindery.assembly.figures import check_figures
from bindery.assembly.glossary import defined_terms
from bindery.assembly.placement import check_destinations, check_editions, check_no_chapters
from bindery.assembly.pointers import check_pointers
from bindery.findings import Place, Report
from bindery.markup import read_piece
from bindery.model.book import Book, CitedWork, Piece
from bindery.model.course_blocks import QuestionnaireBlock
from bindery.model.edition import Edition
from bindery.model.node import walk
from bindery.model.settings import Reference
from bindery.settings import Listed, Settings
from bindery.sources import read_source


def assemble(settings: Settings, root: Path, report: Report) -> Book:
    """The book with everything attached and every pointer checked; what is wrong is reported, the rest is kept."""
    book = Book(
        settings=settings.book,
        wording=settings.book.wording,
        front=_pieces(settings.front, settings, root, report),
        body=_pieces((*settings.chapters, *settings.extras), settings, root, report),
        back=_pieces(settings.back, settings, root, report),
        glossary=defined_terms(settings.glossary, report),
        works=_works(settings),
        questionnaires=tuple(file.value for file in settings.questionnaires),
        journal_kinds=tuple(placed.value for placed in settings.journal_kinds),
    )
    check_pointers(book, settings.broken, report)
    check_figures(book, root, report)
    check_no_chapters((*book.front, *book.back), report)
    check_editions(book, settings.editions, report)
    if len(book.pieces) == len(settings.pieces):
        _check_questionnaires_are_used(book, settings, report)
        check_destinations(book, report)
    return book


def welcome_piece(
    edition: Edition, whole: Book, settings: Settings, root: Path, report: Report
) -> Piece | None:
    """The leader's own welcome page, checked like every piece of the whole book; None when the edition has none."""
    if not edition.welcome:
        return None
    asked = Listed(edition.welcome, Place(f"book/editions/{edition.name}.yaml"))
    pieces = _pieces((asked,), settings, root, report)
    check_pointers(replace(whole, front=(*whole.front, *pieces)), settings.broken, report)
    own = replace(whole, front=pieces, body=(), back=())
    check_figures(own, root, report)
    check_no_chapters(pieces, report)
    check_editions(own, settings.editions, report)
    check_destinations(replace(whole, front=(*whole.front, *pieces)), report)
    return pieces[0] if pieces else None


def _pieces(listed: Sequence[Listed], settings: Settings, root: Path, report: Report) -> tuple[Piece, ...]:
    sources = (read_source(entry.path, entry.place, root, report) for entry in listed)
    pieces = [read_piece(source, report) for source in sources if source]
    questionnaires = {file.value.name: file.value for file in settings.questionnaires}
    kinds = {placed.value.name: placed.value for placed in settings.journal_kinds}
    return tuple(attach(piece, questionnaires, kinds, settings.broken, report) for piece in pieces)


def _works(settings: Settings) -> tuple[CitedWork, ...]:
    """The works as they stand in the sources: by the names of their authors, then by year."""
    works = [CitedWork(key, placed.value, placed.place) for key, placed in settings.references.items()]
    return tuple(sorted(works, key=lambda work: _place_in_sources(work.reference)))


def _place_in_sources(reference: Reference) -> tuple[list[str], str]:
    people = reference.author or reference.editor
    names = [person.literal or f"{person.family} {person.given}" for person in people]
    return [name.casefold() for name in names or [reference.title]], reference.issued


def _check_questionnaires_are_used(book: Book, settings: Settings, report: Report) -> None:
    used = {node.name for node in walk(book) if isinstance(node, QuestionnaireBlock)}
    for file in settings.questionnaires:
        if file.value.name not in used:
            hint = f"::: questionnaire {{name={file.value.name}}}"
            report.add("A007", f'no chapter shows the questionnaire "{file.value.name}"', file.place, hint)
