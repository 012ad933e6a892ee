"""What numbering makes of terms, footnotes and references; its findings are in tests/cases/."""

from pathlib import Path

from bindery.build.reading import read_book
from bindery.findings import Report
from bindery.model.inlines import CrossReference, Phrase, Term
from bindery.model.node import walk
from bindery.model.numbered import NumberedBook
from bindery.numbering import for_format
from books import write_book

HEAD = "---\nkind: chapter\ntitle: What is one?\n---\n## First {#first}\n\n"


def numbered(root: Path, body: str, files: dict[str, str] | None = None) -> NumberedBook:
    chapter = f"{HEAD}{body}\n\n::: questionnaire {{name=tea}}\n:::\n"
    write_book(root, {"book/chapters/01-one.md": chapter, **(files or {})})
    return read_book("standard", root, Report())


def test_another_spelling_leads_to_the_entry_of_its_term(tmp_path: Path) -> None:
    glossary = {"book/glossary.yaml": "- {term: Tea, definition: Leaves., also: [Žlutý čaj]}\n"}
    book = numbered(tmp_path, "A cup of [[žlutý čaj|tea]].", glossary)
    assert [node.slug for node in walk(book.book) if isinstance(node, Term)] == ["tea"]
    assert list(book.first_uses) == ["tea"]


def test_footnotes_go_with_their_marks(tmp_path: Path) -> None:
    text = (
        "::: facilitator\nA[^a]\n:::\n\n::: only {format=pdf}\nB[^b] [x]{.index}\n:::\n\n"
        "[^a]: One.\n\n[^b]: Two."
    )
    book = numbered(tmp_path, text)
    assert [note.label for piece in book.book.pieces for note in piece.footnotes] == ["one.b"]
    ebook = for_format(book, "epub")
    assert not any(piece.footnotes for piece in ebook.book.pieces)
    assert (len(book.index), ebook.index) == (1, ())


def test_a_reference_into_the_other_format_becomes_words(tmp_path: Path) -> None:
    book = numbered(tmp_path, "See [there](#far).\n\n::: only {format=pdf}\n## Far {#far}\n\nText.\n:::")
    assert any(isinstance(node, CrossReference) for node in walk(for_format(book, "pdf").book))
    ebook = list(walk(for_format(book, "epub").book))
    assert not any(isinstance(node, CrossReference) for node in ebook)
    assert any(isinstance(node, Phrase) for node in ebook)
