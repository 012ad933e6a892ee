"""How many words a manuscript has, and of which kind."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bindery.model.book import Book
from bindery.proofreading.passages import Sort, passages_of

# Letters that a title may take in the table.
_TITLE = 36


@dataclass(frozen=True, slots=True)
class PieceCount:
    """The words of a piece by their kind; `number` is that of a chapter, 0 for other pieces."""

    title: str
    number: int
    words: Mapping[Sort, int]


def word_counts(book: Book) -> tuple[PieceCount, ...]:
    """The pieces in reading order. A word is what stands between spaces and holds a letter or a figure."""
    counts: dict[str, Counter[Sort]] = {piece.slug: Counter() for piece in book.pieces}
    for passage in passages_of(book):
        counts[passage.piece][passage.sort] += _count(passage.text)
    numbers = {piece.slug: number for number, piece in enumerate(book.body, 1)}
    return tuple(
        PieceCount(piece.matter.title, numbers.get(piece.slug, 0), counts[piece.slug])
        for piece in book.pieces
    )


def prose(counts: tuple[PieceCount, ...]) -> int:
    """The words of running text: no headings, titles, tables, pathways, prompts or notes for leaders."""
    return sum(count.words[Sort.PROSE] for count in counts)


def count_table(counts: Sequence[PieceCount]) -> tuple[str, ...]:
    """A head, a line for each piece, and one for all; kinds of which there are no words are left out."""
    sums = Counter[Sort]()
    for count in counts:
        sums.update(count.words)
    shown = [sort for sort in Sort if sums[sort]]
    titles = (f"{count.number} {count.title}" if count.number else count.title for count in counts)
    rows = [*zip(titles, (count.words for count in counts), strict=True), ("All", sums)]
    head = [" " * _TITLE, *(sort.value for sort in shown)]
    return tuple("  ".join(row) for row in (head, *(_row(title, words, shown) for title, words in rows)))


def _row(title: str, words: Mapping[Sort, int], shown: Sequence[Sort]) -> list[str]:
    return [f"{title[:_TITLE]:{_TITLE}}", *(f"{words.get(sort, 0):{len(sort.value)},}" for sort in shown)]


def _count(text: str) -> int:
    return sum(any(letter.isalnum() for letter in word) for word in text.split())
