"""The index of terms, from the marks in the text."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bindery.model.book import Book, Piece
from bindery.model.inlines import IndexMark
from bindery.model.node import walk
from bindery.model.numbered import IndexEntry
from bindery.model.settings import PieceKind, slug_of


def index(book: Book) -> tuple[IndexEntry, ...]:
    """The entries in alphabetical order. What follows the first comma of an entry stands under what precedes it.

    Entries that differ in nothing but capitals and punctuation are one.
    """
    marks = [node for piece in _read_by_all(book) for node in walk(piece) if isinstance(node, IndexMark)]
    spellings = _spellings(part for mark in marks for part in _parts(mark))
    heads: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for mark in marks:
        head, rest = (slug_of(part) for part in _parts(mark))
        heads[head][rest] = (*heads[head].get(rest, ()), mark.key)
    entries = (_entry(head, under, spellings) for head, under in heads.items())
    return tuple(sorted(entries, key=_sorted_as))


def _read_by_all(book: Book) -> Iterator[Piece]:
    """The guide for leaders has no part in the index, which is the same in every edition of the same chapters."""
    return (piece for piece in book.pieces if piece.kind is not PieceKind.FACILITATOR_GUIDE)


def _parts(mark: IndexMark) -> tuple[str, str]:
    head, _, rest = mark.entry.partition(",")
    return head.strip(), rest.strip()


def _spellings(parts: Iterable[str]) -> Mapping[str, str]:
    """One spelling for each slug: the one with small letters, as a capital may come from the head of a sentence."""
    spellings: dict[str, str] = {}
    for words in parts:
        slug = slug_of(words)
        spellings[slug] = max(words, spellings.get(slug, words))  # small letters come after capitals
    return spellings


def _entry(head: str, under: Mapping[str, tuple[str, ...]], spellings: Mapping[str, str]) -> IndexEntry:
    """A head with what stands under it; a single line where that is only one thing."""
    lines = [
        IndexEntry(f"entry.{head}.{rest}", spellings[rest], keys) for rest, keys in under.items() if rest
    ]
    if "" not in under and len(lines) == 1:
        return IndexEntry(lines[0].key, f"{spellings[head]}, {lines[0].words}", lines[0].keys)
    entries = tuple(sorted(lines, key=_sorted_as))
    return IndexEntry(f"entry.{head}", spellings[head], under.get("", ()), entries)


def _sorted_as(entry: IndexEntry) -> tuple[str, str]:
    """Capitals and accents do not count, unless all else is the same."""
    bare = unicodedata.normalize("NFKD", entry.words.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter)), entry.words
