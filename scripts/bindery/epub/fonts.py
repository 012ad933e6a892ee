"""The fonts of the book, cut down to the characters that it uses, and those that they do not have."""

from collections.abc import Iterator, Sequence

from bindery.epub.documents import Document
from bindery.findings import Place, Report
from bindery.layout.fonts import Role, TypeCase, missing_glyphs
from bindery.model.blocks import Block
from bindery.model.inlines import plain_text
from bindery.model.node import walk
from bindery.model.numbered import NumberedBook

_HEADINGS = "//h:h1 | //h:h2 | //h:h3 | //h:h4"
_MOST_SHOWN = 12


def subsets(case: TypeCase, documents: Sequence[Document]) -> Iterator[tuple[str, bytes]]:
    """File name and bytes of each face, with the characters of all documents."""
    yield from case.subsets(frozenset("".join(document.words for document in documents)))


def report_missing(documents: Sequence[Document], numbered: NumberedBook, report: Report) -> None:
    """Report the characters that the faces lack in which they would be set."""
    words = "".join(document.words for document in documents)
    headings = "".join(
        str(text)
        for document in documents
        for element in document.found(_HEADINGS)
        for text in element.itertext()
    )
    _report("Text", words, numbered, report)
    _report("Display", headings, numbered, report)


def _report(role: Role, text: str, numbered: NumberedBook, report: Report) -> None:
    missing = sorted(missing_glyphs(text, role))
    if missing:
        shown = " ".join(missing[:_MOST_SHOWN])
        report.add("E002", f"the e-book's fonts do not have: {shown}", _place_of(missing[0], numbered))


def _place_of(letter: str, numbered: NumberedBook) -> Place:
    """The first block with this letter in its text."""
    for piece in numbered.book.pieces:
        for node in walk(piece):
            if isinstance(node, Block) and letter in plain_text(getattr(node, "inlines", ())):
                return node.place
    return Place("book/book.yaml")
