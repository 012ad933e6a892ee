"""Pieces where they can stand, parts for editions that there are, and pages for what terms and references lead to."""

from collections.abc import Iterable, Sequence

from bindery.findings import Report
from bindery.intake.closest import suggestion_or_list
from bindery.model.book import Book, Piece
from bindery.model.course_blocks import Definition, Only
from bindery.model.inlines import Citation, Term
from bindery.model.node import Node, walk
from bindery.model.settings import PieceKind


def check_no_chapters(pieces: Sequence[Piece], report: Report) -> None:
    """Report chapters outside of `chapters:`."""
    for piece in pieces:
        if piece.kind is PieceKind.CHAPTER:
            hint = 'write "kind: text", or name the file under "chapters:" in book.yaml'
            report.add("S016", "a chapter cannot stand here", piece.place, hint)


def check_editions(book: Book, editions: Iterable[str], report: Report) -> None:
    """Report parts that are only for an edition which does not exist."""
    known = tuple(editions)
    for node in walk(book):
        if isinstance(node, Only):
            for name in set(node.editions) - set(known):
                hint = suggestion_or_list(name, known)
                report.add("A010", f'there is no edition "{name}"', node.place, hint)


def check_destinations(book: Book, report: Report) -> None:
    """Report the first term when there is no glossary, and the first reference when there are no sources."""
    kinds = {piece.kind for piece in book.pieces}
    for kind, what in ((PieceKind.GLOSSARY, "term"), (PieceKind.SOURCES, "reference")):
        first = next((node for piece in book.pieces for node in walk(piece) if _leads_to(node) is kind), None)
        if kind not in kinds and isinstance(first, Term | Citation | Definition):
            hint = f'a Markdown file with "kind: {kind.value}" and a title, named under "back:" in book.yaml'
            report.add(
                "A011", f"this {what} leads to the {kind.value}, and the book has none", first.place, hint
            )


def _leads_to(node: Node) -> PieceKind | None:
    match node:
        case Term():
            return PieceKind.GLOSSARY
        case Citation():
            return PieceKind.SOURCES
        case Definition(source=source) if source:
            return PieceKind.SOURCES
        case _:
            return None
