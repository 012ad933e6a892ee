"""What is for one format only; numbers are given before, so that they agree in all formats."""

from collections.abc import Mapping
from dataclasses import replace

from bindery.findings import Place, Report
from bindery.model.book import Book
from bindery.model.course_blocks import Only
from bindery.model.node import Node, rebuild
from bindery.model.numbered import NumberedBook, Target
from bindery.numbering.dead import ids, without_dead_references, without_uncalled_footnotes
from bindery.numbering.index import index
from bindery.numbering.uses import citations, first_uses

_FORMATS = {"pdf": "the printed book", "epub": "the e-book"}


def for_format(numbered: NumberedBook, name: str) -> NumberedBook:
    """The book as this format (pdf or epub) has it."""
    kept = _kept(numbered.book, name)
    book = without_dead_references(kept, _gone(numbered, kept))
    return replace(
        numbered, book=book, first_uses=first_uses(book), citations=citations(book), index=index(book)
    )


def check_formats(numbered: NumberedBook, report: Report) -> None:
    """Report pointers that lead to a place in one format and to none in the other."""
    wanted = {output.format for output in numbered.book.chosen_for.outputs}
    for name in sorted(wanted):

        def tell(target: Target, place: Place, words: str = _FORMATS[name]) -> None:
            hint = "put the sentence into ::: only too, or write words that need no page"
            report.add("N003", f'"{target.label}" is not in {words}', place, hint)

        kept = _kept(numbered.book, name)
        without_dead_references(kept, _gone(numbered, kept), tell)


def _gone(numbered: NumberedBook, kept: Book) -> Mapping[str, Target]:
    there = set(ids(kept))
    return {name: target for name, target in numbered.targets.items() if name not in there}


def _kept(book: Book, name: str) -> Book:
    def kept(node: Node) -> tuple[Node, ...]:
        if not isinstance(node, Only):
            return (node,)
        return node.blocks if not node.formats or name in node.formats else ()

    return without_uncalled_footnotes(rebuild(book, kept))
