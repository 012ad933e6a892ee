"""Numbers for chapters, figures, pathways and footnotes; titles for everything that can be referred to."""

from collections import Counter
from collections.abc import Callable, Iterator

from bindery.findings import Place, Report
from bindery.model.blocks import Block
from bindery.model.book import Book, Piece
from bindery.model.course_blocks import Figure, Pathway, QuestionnaireBlock
from bindery.model.inlines import FootnoteCall
from bindery.model.node import Node, walk
from bindery.model.numbered import NumberedBook, Target
from bindery.model.settings import PieceKind
from bindery.numbering.choose import file_stem
from bindery.numbering.dead import without_dead_references
from bindery.numbering.formats import check_formats
from bindery.numbering.guide import with_bare_pages
from bindery.numbering.index import index
from bindery.numbering.labels import label_of
from bindery.numbering.uses import citations, first_uses, with_own_terms


def number(chosen: Book, whole: Book, report: Report) -> NumberedBook:
    """The chosen book with its numbers. `whole` is the book before the choice: it knows what was left out."""
    chapters = _chapter_numbers(chosen)
    numbers = {
        key: text for piece in chosen.pieces for key, text in _numbers(piece, chapters.get(piece.slug))
    }
    targets = {target.id: target for target in _targets(chosen, numbers)}
    left_out = {target.id: target for target in _targets(whole, {}) if target.id not in targets}
    alive = without_dead_references(chosen, left_out, _teller(chosen, whole, report))
    book = with_bare_pages(with_own_terms(alive))
    numbered = NumberedBook(
        book=book,
        numbers=numbers,
        chapters=chapters,
        targets=targets,
        first_uses=first_uses(book),
        citations=citations(book),
        index=index(book),
    )
    check_formats(numbered, report)
    _check_questionnaires_stand_once(book, report)
    return numbered


def _check_questionnaires_stand_once(book: Book, report: Report) -> None:
    earlier: dict[str, Place] = {}
    for node in walk(book):
        if isinstance(node, QuestionnaireBlock):
            if node.name in earlier:
                hint = f"the other one stands at {earlier[node.name]}; give it an id there, and point to it"
                message = f'the questionnaire "{node.name}" stands here a second time'
                report.add("N004", message, node.place, hint)
            earlier.setdefault(node.name, node.place)


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


def _teller(chosen: Book, whole: Book, report: Report) -> Callable[[Target, Place], None]:
    held = {piece.slug for piece in chosen.pieces}
    around = {piece.slug: file_stem(piece.source) for piece in (*whole.front, *whole.back)}

    def tell(target: Target, place: Place) -> None:
        if target.piece in held:
            way = "see facilitator-guide:, questionnaires: and journal: in the edition"
        elif target.piece in around:
            way = f'take "{around[target.piece]}" out of leave-out: in the edition'
        else:
            way = f'add "{target.piece}" to chapters: in the edition'
        hint = f"{way}, or put the sentence into ::: only"
        report.add("N001", f'"{target.label}" is not in this edition', place, hint)

    return tell
