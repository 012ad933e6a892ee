"""The block that somebody has just written is found, whatever moved with it."""

from pathlib import Path

import pytest

from bindery.build.reading import read_book
from bindery.findings import Report
from bindery.model.numbered import NumberedBook
from bindery.preview.changed import changed_keys
from bindery.preview.proofs import _changed_part
from books import write_book

CHAPTER = "book/chapters/01-one.md"
TEXT = """---
kind: chapter
title: One
---
The first.

::: example {title="Tea"}
A cup.

Another cup.
:::

The last.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_book(tmp_path, {CHAPTER: TEXT})


def read(root: Path, text: str = TEXT) -> NumberedBook:
    (root / CHAPTER).write_text(text)
    return read_book("standard", root, Report())


def words_at(root: Path, text: str) -> tuple[str, ...]:
    old, new = read(root), read(root, text)
    return changed_keys(new.book, old.book)


def test_nothing_has_changed_in_the_same_text(root: Path) -> None:
    assert words_at(root, TEXT) == ()


@pytest.mark.parametrize("old", ["The first.", "A cup.", "Another cup.", "The last."])
def test_the_innermost_block_comes_first(root: Path, old: str) -> None:
    keys = words_at(root, TEXT.replace(old, f"{old} And more."))
    assert len(keys) == 1 + (old in {"A cup.", "Another cup."})
    assert keys[0] != keys[-1] or len(keys) == 1


def test_lines_put_in_above_do_not_hide_where(root: Path) -> None:
    put_in = words_at(root, TEXT.replace("A cup.", "A bowl.\n\nA cup."))
    assert put_in[0] == words_at(root, TEXT.replace("A cup.", "A bowl."))[0]


def test_only_the_part_that_was_written_is_proofed(root: Path) -> None:
    old, new = read(root), read(root, TEXT.replace("The last", "The very last"))
    assert _changed_part(new, old) == "one"
    assert _changed_part(old, old) is None
