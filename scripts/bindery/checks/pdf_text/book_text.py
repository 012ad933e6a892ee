"""The text that a screen reader reads, held against the text that the authors wrote: all of it, once, in its order."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.pdf_text.nodes import Node, Run, read_nodes
from bindery.checks.pdf_text.passage import Manuscript, Passage, condensed
from bindery.checks.verdict import finding
from bindery.findings import Finding

# Letters that the press may put into a passage, such as a citation or an address, and those that it may put between
# two of them, such as the contents of a book; a short word is sought no further than on the same page.
_GAP, _FAR, _NEAR, _SHORT, _LONG = 400, 12_000, 1_500, 16, 40
# Fewer strange letters than these are none: signs, numerals, initials.
_STRANGE = 4
_SHOWN = 60


def text_of_the_book(opened: OpenedPdf) -> Iterator[Finding]:
    """What is read is what was written. Nothing is said where the manuscript is not known."""
    manuscript = opened.subject.expected.manuscript
    if manuscript.passages:
        yield from _Comparison(opened, manuscript).findings()


@dataclass(frozen=True, slots=True)
class _Read:
    """All that is read, condensed, and where in it each page begins: ascending offsets and their pages."""

    text: str
    offsets: tuple[int, ...]
    pages: tuple[int, ...]

    def page_at(self, offset: int) -> int:
        return self.pages[max(bisect_right(self.offsets, offset) - 1, 0)]


class _Comparison:
    """Takes passage after passage out of the text, and looks at what is left."""

    def __init__(self, opened: OpenedPdf, manuscript: Manuscript) -> None:
        self._opened, self._manuscript = opened, manuscript
        self._read = _condensed_text(read_nodes(opened), manuscript.pictures)
        self._taken = bytearray(len(self._read.text))

    def findings(self) -> Iterator[Finding]:
        missed = list(self._missed())
        yield from (self._told_of(passage, after) for passage, after in missed)
        yield from self._of_the_rest()

    def _missed(self) -> Iterator[tuple[Passage, int]]:
        """The passages that do not follow those before, and how far the reading had come.

        Short loose ones wait for the rest: their words may stand in others as well.
        """
        waiting: list[tuple[Passage, int]] = []
        at = 0
        for passage in self._manuscript.passages:
            if passage.loose and _length(passage) < _LONG:
                waiting.append((passage, at))
                continue
            end = self._take(passage, at)
            if end is None:
                yield passage, at
            at = at if end is None or passage.loose else end
        waiting.sort(key=lambda one: -_length(one[0]))
        yield from ((passage, at) for passage, at in waiting if self._take(passage, at) is None)

    def _take(self, passage: Passage, at: int) -> int | None:
        """Mark the passage as read where it follows next, and give its end; None where it does not."""
        far = _NEAR if _length(passage) < _SHORT else _FAR
        span = self._found(passage, at, min(len(self._read.text), at + far))
        if span is None:
            return None
        self._mark(*span)
        return span[1]

    def _told_of(self, passage: Passage, after: int) -> Finding:
        elsewhere = self._found(passage, 0, len(self._read.text))
        if elsewhere is None:
            message = f"of {passage.key}, these words are not read: {_shown(passage)}"
            hint = f"in {self._opened.subject.name}, after {self._page(after)}"
            return finding("C080", message, passage.place, hint)
        self._mark(*elsewhere)
        where = self._page(elsewhere[0])
        message = f"{passage.key} is read out of its order, on {where}: {_shown(passage)}"
        return finding("C082", message, passage.place)

    def _found(self, passage: Passage, begin: int, end: int) -> tuple[int, int] | None:
        """Where the passage stands for the first time, in text that no other passage has taken."""
        if len(passage.pieces) == 1:
            return self._found_words(passage.pieces[0], begin, end)
        pattern = re.compile(f".{{0,{_GAP}}}?".join(map(re.escape, passage.pieces)), re.DOTALL)
        return next(
            (
                found.span()
                for found in pattern.finditer(self._read.text, begin, end + _GAP)
                if not any(self._taken[found.start() : found.end()])
            ),
            None,
        )

    def _found_words(self, words: str, begin: int, end: int) -> tuple[int, int] | None:
        start = self._read.text.find(words, begin, end + len(words))
        while start >= 0:
            if not any(self._taken[start : start + len(words)]):
                return start, start + len(words)
            start = self._read.text.find(words, start + 1, end + len(words))
        return None

    def _mark(self, begin: int, end: int) -> None:
        self._taken[begin:end] = b"\1" * (end - begin)

    def _of_the_rest(self) -> Iterator[Finding]:
        """What no passage has taken must be the press's own words."""
        said = sorted(self._manuscript.said, key=len, reverse=True)
        own = re.compile("|".join([*map(re.escape, said), r"[\W\d_]"]), re.IGNORECASE)
        for begin, end in self._left():
            rest = own.sub(" ", self._read.text[begin:end])
            if sum(letter.isalpha() for letter in rest) >= _STRANGE:
                yield self._strange(begin, end)

    def _left(self) -> Iterator[tuple[int, int]]:
        yield from (found.span() for found in re.finditer(rb"\0+", self._taken))

    def _strange(self, begin: int, end: int) -> Finding:
        words = self._read.text[begin:end]
        again = next((one for one in self._manuscript.passages if one.pieces[0] in words), None)
        where = self._page(begin)
        if again is not None and len(again.pieces[0]) >= _SHORT:
            return finding("C081", f"{again.key} is read again on {where}: {_shown(again)}", again.place)
        place = self._opened.subject.place()
        return finding("C083", f"read on {where}, and written by nobody: {words[:_SHOWN]!r}", place)

    def _page(self, offset: int) -> str:
        return self._opened.page_name(self._read.page_at(offset))


def _length(passage: Passage) -> int:
    return sum(map(len, passage.pieces))


def _shown(passage: Passage) -> str:
    words = " … ".join(passage.pieces)
    return repr(words[:_SHOWN] + "…" if len(words) > _SHOWN else words)


def _condensed_text(node: Node, pictures: frozenset[str]) -> _Read:
    texts, offsets, pages = [""], [0], [0]
    length = 0
    for page, words in _spoken(node, pictures):
        text = condensed(words)
        offsets.append(length)
        pages.append(page)
        texts.append(text)
        length += len(text)
    return _Read("".join(texts), tuple(offsets), tuple(pages))


def _spoken(node: Node, pictures: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The text in order, each with its page; in place of an author's picture its description, of others nothing."""
    if node.kind == "Figure":
        yield from [(node.page, node.alt)] if condensed(node.alt) in pictures else []
    for child in node.children:
        if not isinstance(child, Run):
            yield from _spoken(child, pictures)
        elif node.kind != "Figure":
            yield child.page, child.text
