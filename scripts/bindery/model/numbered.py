"""What numbering adds to a book: numbers, titles of targets, and which places point where."""

from collections.abc import Mapping
from dataclasses import dataclass

from bindery.model.book import Book


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be referred to by its id. `key` is the block (or piece) whose page is printed.

    `label` is what it is called when nothing else is said: "Collaboration map", "Figure 1.2".
    """

    id: str
    key: str
    label: str
    piece: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A line of the index of terms: its words, the keys of the places it names in reading order, and lines under it.

    `key` is the line's own.
    """

    key: str
    words: str
    keys: tuple[str, ...]
    entries: tuple["IndexEntry", ...] = ()


@dataclass(frozen=True, slots=True)
class NumberedBook:
    """A book chosen, numbered and cross-referenced.

    `numbers`: block key -> its number ("3" for a pathway, "1.2" for a figure, "7" for a footnote call's key).
    `chapters`: slug of a piece -> its number, from 1. `targets`: id -> target.
    `first_uses`: slug of a glossary term -> key of its first use. `citations`: key of a work -> keys of its uses.
    """

    book: Book
    numbers: Mapping[str, str]
    chapters: Mapping[str, int]
    targets: Mapping[str, Target]
    first_uses: Mapping[str, str]
    citations: Mapping[str, tuple[str, ...]]
    index: tuple[IndexEntry, ...]
