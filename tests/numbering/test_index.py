"""The index of terms: what is one entry, what stands under another, and in which order."""

from pathlib import Path

from bindery.build.reading import read_book
from bindery.findings import Report
from bindery.model.numbered import IndexEntry
from books import write_book

HEAD = "---\nkind: chapter\ntitle: What is one?\n---\n## First {#first}\n\n"


def index(root: Path, *marks: str) -> tuple[IndexEntry, ...]:
    text = "\n\n".join(f"Some [words]{{.index{mark}}}." for mark in marks)
    chapter = f"{HEAD}{text}\n\n::: questionnaire {{name=tea}}\n:::\n"
    write_book(root, {"book/chapters/01-one.md": chapter})
    return read_book("standard", root, Report()).index


def shape(entries: tuple[IndexEntry, ...]) -> list[object]:
    """Words, number of places, and what stands under them."""
    return [
        (one.words, len(one.keys), shape(one.entries)) if one.entries else (one.words, len(one.keys))
        for one in entries
    ]


def entry(words: str) -> str:
    return f' entry="{words}"'


def test_places_of_the_same_words_are_one_entry(tmp_path: Path) -> None:
    assert shape(index(tmp_path, "", "", entry("tea"))) == [("tea", 1), ("words", 2)]


def test_what_follows_a_comma_stands_under_what_precedes_it(tmp_path: Path) -> None:
    entries = index(tmp_path, entry("tea, cold"), entry("tea"), entry("tea, and milk"), entry("tea, cold"))
    assert shape(entries) == [("tea", 1, [("and milk", 1), ("cold", 2)])]


def test_a_head_with_only_one_thing_under_it_is_one_line(tmp_path: Path) -> None:
    assert shape(index(tmp_path, entry("doubts, early, about tea"))) == [("doubts, early, about tea", 1)]


def test_a_capital_at_the_head_of_a_sentence_makes_no_second_entry(tmp_path: Path) -> None:
    entries = index(tmp_path, entry("Tea"), entry("tea"), entry("Tea, cold"), entry("tea, Cold"))
    assert shape(entries) == [("tea", 2, [("cold", 2)])]
    assert shape(index(tmp_path, entry("Turner Prize"))) == [("Turner Prize", 1)]


def test_accents_and_capitals_do_not_change_the_order(tmp_path: Path) -> None:
    words = [entry(one) for one in ("zeal", "Éclair", "echo", "apple", "Ezra")]
    assert [one.words for one in index(tmp_path, *words)] == ["apple", "echo", "Éclair", "Ezra", "zeal"]


def test_every_line_has_a_key_of_its_own(tmp_path: Path) -> None:
    entries = index(tmp_path, entry("tea cold"), entry("tea, cold"), entry("tea, hot"))
    keys = [one.key for head in entries for one in (head, *head.entries)]
    assert len(set(keys)) == len(keys) == 4
