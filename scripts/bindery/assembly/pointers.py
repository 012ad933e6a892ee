"""Every id is there once, and every pointer leads somewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bindery.findings import Place, Report
from bindery.intake import suggestion
from bindery.model.blocks import Block
from bindery.model.book import Book
from bindery.model.course_blocks import Definition, NextStep, Work
from bindery.model.inlines import Citation, CrossReference, Term
from bindery.model.node import Node, walk


def check_pointers(book: Book, broken: frozenset[str], report: Report) -> None:
    """Report ids used twice, and pointers to ids, terms and works that are not there.

    `broken` names terms, works and files whose own findings tell why they are missing.
    """
    ids = _ids(book, report)
    terms = {slug: term.place for term in book.glossary for slug in term.slugs}
    known = _Known(ids, terms, {work.key: work.place for work in book.works})
    for node in walk(book):
        _check(node, known, broken, report)


@dataclass(frozen=True, slots=True)
class _Known:
    ids: Mapping[str, Place]
    terms: Mapping[str, Place]
    works: Mapping[str, Place]


def _ids(book: Book, report: Report) -> dict[str, Place]:
    ids: dict[str, Place] = {}
    pieces = {piece.place for piece in book.pieces if not piece.matter.id}
    for identifier, place in _all_ids(book):
        if identifier in ids:
            hint = f"it stands first in {ids[identifier]}"
            if {place, ids[identifier]} & pieces:
                hint += '; a piece has the name of its file as its id: rename the file, or add "id: ..."'
            report.add("A001", f'the id "{identifier}" is used twice', place, hint)
        ids.setdefault(identifier, place)
    return ids


def _all_ids(book: Book) -> Iterable[tuple[str, Place]]:
    for piece in book.pieces:
        yield piece.slug, piece.place
        if piece.id != piece.slug:
            yield piece.id, piece.place
        yield from ((node.id, node.place) for node in walk(piece) if isinstance(node, Block) and node.id)


def _check(node: Node, known: _Known, broken: frozenset[str], report: Report) -> None:
    for code, kind, value, where, place in _pointers(node, known):
        if value in broken or _FILES.get(code) in broken:
            continue
        _look_up(code, f'{kind} "{value}"', value, where, place, report)


# Where the terms and the works stand, by the code that reports a missing one.
_FILES = {"A003": "glossary.yaml", "A004": "references.yaml"}
_Pointer = tuple[str, str, str, Mapping[str, Place], Place]
_NO_ID = "no place in the book has the id"
_NO_WORK = "book/references.yaml has no work"


def _pointers(node: Node, known: _Known) -> list[_Pointer]:
    match node:
        case CrossReference(target=target, place=place):
            return [("A002", _NO_ID, target, known.ids, place)]
        case NextStep(to=to, place=place) if to:
            return [("A002", _NO_ID, to, known.ids, place)]
        case Term(slug=slug, place=place):
            return [("A003", "book/glossary.yaml has no term", slug, known.terms, place)]
        case Citation(reference=key, place=place):
            return [("A004", _NO_WORK, key, known.works, place)]
        case Work(reference=key, place=place):
            return [("A004", _NO_WORK, key, known.works, place)]
        case Definition(source=key, place=place) if key:
            return [("A004", _NO_WORK, key, known.works, place)]
        case _:
            return []


def _look_up(
    code: str, message: str, value: str, known: Mapping[str, Place], place: Place, report: Report
) -> None:
    if value not in known:
        report.add(code, message, place, suggestion(value, known))
