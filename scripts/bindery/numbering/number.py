"""Numbers for chapters, figures, pathways and footnotes; titles for everything that can be referred to."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from bindery.findings import Place, Report
from bindery.model.blocks import Block, Figure, NextStep, Pathway
from bindery.model.book import Book, Piece
from bindery.model.inlines import Citation, CrossReference, FootnoteCall, IndexMark, Phrase, Term, Text
from bindery.model.node import Node, rebuild, walk
from bindery.model.numbered import IndexEntry, NumberedBook, Target
from bindery.model.settings import PieceKind
from bindery.numbering.labels import label_of


def number(chosen: Book, whole: Book, report: Report) -> NumberedBook:
    """The chosen book with its numbers. `whole` is the book before the choice: it knows what was left out."""
    chapters = _chapter_numbers(chosen)
    numbers = {
        key: text for piece in chosen.pieces for key, text in _numbers(piece, chapters.get(piece.slug))
    }
    targets = {target.id: target for target in _targets(chosen, numbers)}
    left_out = {target.id: target for target in _targets(whole, {}) if target.id not in targets}
    book = _without_dead_references(chosen, left_out, report)
    return NumberedBook(
        book=book,
        numbers=numbers,
        chapters=chapters,
        targets=targets,
        first_uses=_first_uses(book),
        citations=_citations(book),
        index=_index(book),
    )


def _chapter_numbers(book: Book) -> dict[str, int]:
    chapters = [piece for piece in book.body if piece.kind is PieceKind.CHAPTER]
    return {piece.slug: place for place, piece in enumerate(chapters, 1)}


def _numbers(piece: Piece, chapter: int | None) -> Iterator[tuple[str, str]]:
    counts: Counter[type[Node]] = Counter()
    before = f"{chapter}." if chapter else ""
    for node in walk(piece):
        if isinstance(node, Figure | Pathway | FootnoteCall):
            counts[type(node)] += 1
            number = str(counts[type(node)])
            yield node.key, before + number if isinstance(node, Figure) else number


def _targets(book: Book, numbers: dict[str, str]) -> Iterator[Target]:
    for piece in book.pieces:
        yield Target(piece.id, piece.id, piece.matter.title, piece.slug)
        for node in walk(piece):
            if isinstance(node, Block) and node.id:
                yield Target(node.id, node.key, label_of(node, numbers, book.wording), piece.slug)


def _without_dead_references(book: Book, left_out: dict[str, Target], report: Report) -> Book:
    """Pointers to what the edition leaves out become plain words, and are reported."""

    def alive(node: Node) -> tuple[Node, ...]:
        match node:
            case CrossReference(target=name, children=words, place=place) if name in left_out:
                _report_left_out(left_out[name], place, report)
                return (Phrase(words or (Text(left_out[name].label),), ""),)
            case NextStep(to=name, place=place) if name in left_out:
                _report_left_out(left_out[name], place, report)
                return (replace(node, to=""),)
            case _:
                return (node,)

    return rebuild(book, alive)


def _report_left_out(target: Target, place: Place, report: Report) -> None:
    hint = f'add "{target.piece}" to chapters: in the edition, or put the sentence into ::: only'
    report.add("N001", f'"{target.label}" is not in this edition', place, hint)


def _first_uses(book: Book) -> dict[str, str]:
    """The key of the first use of every term, under the term's own slug."""
    own = {slug: term.slug for term in book.glossary for slug in term.slugs}
    uses: dict[str, str] = {}
    for node in walk(replace(book, glossary=())):
        if isinstance(node, Term) and node.slug in own:
            uses.setdefault(own[node.slug], node.key)
    return uses


def _citations(book: Book) -> dict[str, tuple[str, ...]]:
    uses: dict[str, tuple[str, ...]] = {}
    for node in walk(book):
        if isinstance(node, Citation):
            uses[node.reference] = (*uses.get(node.reference, ()), node.key)
    return uses


def _index(book: Book) -> tuple[IndexEntry, ...]:
    places: dict[str, tuple[str, ...]] = {}
    for node in walk(book):
        if isinstance(node, IndexMark):
            places[node.entry] = (*places.get(node.entry, ()), node.key)
    return tuple(
        IndexEntry(entry, places[entry])
        for entry in sorted(places, key=lambda words: (words.casefold(), words))
    )
