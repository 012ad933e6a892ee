"""All that is read of a file, as one condensed text in which passages are looked for."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from bindery.checks.pdf_text.nodes import Node, Run
from bindery.checks.pdf_text.passage import Passage, condensed

Span = tuple[int, int]
# Letters that the press may put into a passage, such as a citation or an address.
_GAP = 400


class Listened:
    """The text of a structure in its order, where each page begins in it, and what has been taken out of it."""

    def __init__(self, node: Node, pictures: tuple[str, ...]) -> None:
        """Listen to this structure; of figures, only descriptions in `pictures` are text of the book."""
        parts = [(page, condensed(words)) for page, words in _spoken(node, pictures)]
        self.text = "".join(text for _, text in parts)
        self._pages = [page for page, _ in parts]
        self._begins: list[int] = []
        length = 0
        for _, text in parts:
            self._begins.append(length)
            length += len(text)
        self._taken = bytearray(len(self.text))

    def page_at(self, place: int) -> int:
        """The index of the page that is read at this place; -1 where nothing is."""
        return self._pages[bisect_right(self._begins, place) - 1] if self._pages else -1

    def spans(self, passage: Passage, begin: int = 0, end: int | None = None) -> Iterator[Span]:
        """Where the passage stands whole, from `begin` to `end`, in what has not been taken, in ascending order."""
        end = len(self.text) if end is None else end
        first, *others = passage.pieces
        pattern = re.compile("".join(f".{{0,{_GAP}}}?{re.escape(other)}" for other in others), re.DOTALL)
        start = self.text.find(first, begin, end)
        while start >= 0:
            following = self.text.find(first, start + 1, end)
            found = pattern.match(self.text, start + len(first), end)
            # Where its first words come again before the others, it begins with them there.
            if found and not start < following < found.end() and not any(self._taken[start : found.end()]):
                yield start, found.end()
            start = following

    def take(self, span: Span) -> None:
        """Take this out: it has been found."""
        begin, end = span
        self._taken[begin:end] = b"\1" * (end - begin)

    def left(self) -> Iterator[Span]:
        """What has not been taken."""
        return (found.span() for found in re.finditer(rb"\0+", self._taken))


def _spoken(node: Node, pictures: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    if node.kind == "Figure":
        yield from [(node.page, node.alt)] if condensed(node.alt) in pictures else []
    for child in node.children:
        if not isinstance(child, Run):
            yield from _spoken(child, pictures)
        elif node.kind != "Figure":
            yield child.page, child.text
