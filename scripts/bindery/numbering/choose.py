"""What an edition leaves in and out."""

from dataclasses import replace
from pathlib import PurePosixPath

from bindery.findings import Place, Report
from bindery.model.book import Book, Piece
from bindery.model.course_blocks import JournalBlock, Only, QuestionnaireBlock
from bindery.model.edition import Edition
from bindery.model.node import Node, rebuild
from bindery.model.settings import PieceKind
from bindery.numbering.dead import without_uncalled_footnotes
from bindery.numbering.guide import has_guide, with_guide, without_guide


def choose(book: Book, edition: Edition, welcome: Piece | None, report: Report) -> Book:
    """The book of an edition: its chapters in its order, its questionnaires, its journal pages, its names."""
    body = _chapters(book, edition)
    if not any(piece.kind is PieceKind.CHAPTER for piece in body):
        hint = 'a file named under "chapters:" has "kind: chapter" in its front matter'
        report.add("N002", "this edition has no chapter", _file_of(edition), hint)
    chosen = replace(
        book,
        settings=replace(
            book.settings, title=edition.title, subtitle=edition.subtitle, language=edition.language
        ),
        wording=edition.wording,
        edition=edition,
        front=_kept(_with_welcome(_wanted(book.front, edition), welcome), edition),
        body=_kept(body, edition),
        back=_kept(_wanted(book.back, edition), edition),
    )
    return without_uncalled_footnotes(_for_leaders_or_not(chosen, edition, report))


def _for_leaders_or_not(book: Book, edition: Edition, report: Report) -> Book:
    if not edition.facilitator_guide:
        return without_guide(book)
    if not has_guide(book.back):
        hint = 'a Markdown file with "kind: facilitator-guide" and a title, named under "back:" in book.yaml'
        message = "this edition asks for the notes for leaders, and the book has no page for them"
        report.add("N005", message, _file_of(edition), hint)
        return without_guide(book)
    return with_guide(book)


def _file_of(edition: Edition) -> Place:
    return Place(f"book/editions/{edition.name}.yaml", 1)


def file_stem(path: str) -> str:
    """`01-what-is-collaboration` of a path to a chapter."""
    return PurePosixPath(path).stem


def _chapters(book: Book, edition: Edition) -> tuple[Piece, ...]:
    """What the edition names; all but the extras where it names nothing."""
    if edition.chapters is None:
        extras = {file_stem(path) for path in book.settings.extras}
        return tuple(piece for piece in book.body if file_stem(piece.source) not in extras)
    by_name = {file_stem(piece.source): piece for piece in book.body}
    return tuple(by_name[file_stem(name)] for name in edition.chapters if file_stem(name) in by_name)


def _wanted(pieces: tuple[Piece, ...], edition: Edition) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if file_stem(piece.source) not in edition.leave_out)


def _with_welcome(front: tuple[Piece, ...], welcome: Piece | None) -> tuple[Piece, ...]:
    """The leader's welcome stands before the contents, or at the end where there are none."""
    if welcome is None:
        return front
    kinds = [piece.kind for piece in front]
    position = kinds.index(PieceKind.CONTENTS) if PieceKind.CONTENTS in kinds else len(front)
    return (*front[:position], welcome, *front[position:])


def _kept(pieces: tuple[Piece, ...], edition: Edition) -> tuple[Piece, ...]:
    return tuple(rebuild(piece, lambda node: _choice(node, edition)) for piece in pieces)


def _choice(node: Node, edition: Edition) -> tuple[Node, ...]:
    match node:
        case Only(editions=names, formats=()) if not names or edition.name in names:
            return node.blocks
        case Only(editions=names) if names and edition.name not in names:
            return ()
        case QuestionnaireBlock(name=name) if (
            edition.questionnaires is not None and name not in edition.questionnaires
        ):
            return ()
        case JournalBlock():
            pages = dict(edition.journal).get(node.name, node.pages)
            return (replace(node, pages=pages),) if pages else ()
        case _:
            return (node,)
