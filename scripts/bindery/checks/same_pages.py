"""Whether each page of the printed book begins in the e-book where its marker stands: the words are compared."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby

from bindery.checks.letters import letters
from bindery.checks.marked_words import MarkedWords
from bindery.checks.pdf_text.page_words import PageWords, Stretch

LETTERS = 24
"""So many letters are compared at the beginning of a page."""
LABEL = 24
"""So many letters a face may have before them: `Write`, `Read`, a title that the other one does not print."""
_TELLING = 10
"""Fewer letters may stand anywhere."""
_TEXT = 72
"""Pages with fewer letters are titles, of a book or of a part."""
_SHOWN = 60


def strays(printed: PageWords, ebook: MarkedWords) -> Iterator[tuple[int, str, str]]:
    """The pages that begin elsewhere: their index, the words on paper, the words at the marker.

    The e-book has a marker for each printed page, in the same order. A page without text of the e-book (a blank one,
    one with room for notes) has its marker right before the next one's.
    """
    for index, marker in enumerate(ebook.markers):
        beginning = _Beginning(index, printed, ebook)
        if not beginning.agrees():
            yield index, beginning.words[:_SHOWN], ebook.shown(marker)


class _Beginning:
    """The beginning of a page on paper, held against its marker."""

    def __init__(self, index: int, printed: PageWords, ebook: MarkedWords) -> None:
        self._index = index
        self._stretches = [stretch for stretch in printed.page(index) if not stretch.is_picture]
        # The head of a table is printed again on every page that the table goes on over.
        self._without_heads = [stretch for stretch in self._stretches if not stretch.is_table_head]
        self._before = _letters(printed.page(index - 1)) if index else ""
        self._ebook = ebook
        self._marker = ebook.markers[index]

    @property
    def words(self) -> str:
        """As a person reads them."""
        return " ".join(" ".join(stretch.words for stretch in self._stretches).split())

    def agrees(self) -> bool:
        """Whether the marker stands before these words."""
        whole = self._beginnings[0] if self._beginnings else ""
        if self._marker.is_inside:
            return self._ebook.letters.startswith(whole, self._marker.offset)
        if any(map(self._stands_here, self._beginnings)):
            return not self._stood_before(whole)
        return self._is_empty() and not any(map(self._is_near, self._beginnings))

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        """The first letters of the page, with the head of a table and without one."""
        return (*_beginnings(self._without_heads), *_beginnings(self._stretches))

    def _stands_here(self, words: str) -> bool:
        """Whether they come next, behind nothing but a label of the e-book that the page before does not end with."""
        here = self._marker.offset
        found = self._ebook.letters.find(words, here, here + LABEL + len(words))
        label = self._ebook.letters[here:found]
        return found >= 0 and not (label and label in self._before)

    def _stood_before(self, words: str) -> bool:
        """Whether they begin a little before the marker already, so that it stands behind their label."""
        here = self._marker.offset
        return (
            len(words) >= _TELLING
            and self._ebook.letters.find(words, max(here - LABEL, 0), here + len(words) - 1) >= 0
        )

    def _is_empty(self) -> bool:
        """Whether the next marker stands in the same place."""
        here = self._marker.offset
        following = self._ebook.markers[self._index + 1 : self._index + 2]
        return all(marker.offset == here for marker in following)

    def _is_near(self, words: str) -> bool:
        """Whether the e-book has the words of an empty page on the page before it, or on the next one with text.

        A page of a few words, such as the title of the book, and words that the printed page before has too, such as
        a form for every week, tell nothing.
        """
        if len(_letters(self._stretches)) < _TEXT or words in self._before:
            return False
        offsets = [marker.offset for marker in self._ebook.markers]
        here = self._marker.offset
        before = max((offset for offset in offsets if offset < here), default=0)
        after = min((offset for offset in offsets if offset > here), default=len(self._ebook.letters))
        return self._ebook.letters.find(words, before, after) >= 0


def _letters(stretches: Iterator[Stretch] | Sequence[Stretch]) -> str:
    return letters(" ".join(stretch.words for stretch in stretches))


def _beginnings(stretches: Sequence[Stretch]) -> tuple[str, ...]:
    """The first letters, and those behind what may be a label; a heading is never one.

    The first block may also stand by itself, as the e-book has a word of its own between a question and its answers.
    """
    found: list[str] = []
    blocks = [tuple(block) for _, block in groupby(stretches, lambda stretch: stretch.element)]
    dropped = 0
    for index, block in enumerate(blocks):
        if dropped > LABEL:
            break
        alone = block[0].is_heading or len(_letters(block)) >= _TELLING
        rest = blocks[index : index + 1] if alone else blocks[index:]
        found.append(_letters(stretch for part in rest for stretch in part)[:LETTERS])
        if alone:
            break
        dropped += len(_letters(block))
    return tuple(filter(None, found))
