"""The text that a screen reader reads, held against the text that the authors wrote: all of it, once, in its order."""

import re
from collections.abc import Iterator

from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.pdf_text.alignment import Missed, align
from bindery.checks.pdf_text.listened import Listened, Span
from bindery.checks.pdf_text.nodes import read_nodes
from bindery.checks.pdf_text.passage import Manuscript, Passage
from bindery.checks.verdict import finding
from bindery.findings import Finding

# So many letters are enough to say of words whose they are; fewer than `_STRANGE` are signs, numerals, initials.
_RECOGNISED, _STRANGE = 8, 4
_SHOWN = 60
_ROMAN = re.compile("[ivxlc]+")


def text_of_the_book(opened: OpenedPdf) -> Iterator[Finding]:
    """What is read is what was written. Nothing is said where the manuscript is not known."""
    manuscript = opened.subject.expected.manuscript
    if not manuscript.passages:
        return
    listened = Listened(read_nodes(opened), manuscript.pictures)
    missed = align(manuscript.passages, listened)
    yield from (_of_missed(one, listened, opened) for one in missed)
    for span in _strange(listened, manuscript):
        yield _of_strange(span, listened, manuscript, opened)


def _of_missed(missed: Missed, listened: Listened, opened: OpenedPdf) -> Finding:
    passage = missed.passage
    elsewhere = missed.elsewhere(listened)
    if elsewhere is None:
        hint = f"in {opened.subject.name}, after {_page(missed.after, listened, opened)}"
        message = f"of {passage.key}, these words are not read: {_shown(passage)}"
        return finding("C100", message, passage.place, hint)
    listened.take(elsewhere)
    where = _page(elsewhere[0], listened, opened)
    return finding(
        "C102", f"{passage.key} is read out of its order, on {where}: {_shown(passage)}", passage.place
    )


def _strange(listened: Listened, manuscript: Manuscript) -> list[Span]:
    """What is left when the authors' words and the press's own are taken out, among them numbers of pages."""
    said = sorted(manuscript.said, key=len, reverse=True)
    own = re.compile("|".join([*map(re.escape, said), r"[\W\d_]"]), re.IGNORECASE)
    return [
        (begin, end)
        for begin, end in listened.left()
        if _letters(own.sub(" ", listened.text[begin:end])) >= _STRANGE
    ]


def _letters(rest: str) -> int:
    return sum(len(word) for word in rest.split() if not _ROMAN.fullmatch(word))


def _of_strange(span: Span, listened: Listened, manuscript: Manuscript, opened: OpenedPdf) -> Finding:
    begin, end = span
    words = listened.text[begin:end]
    where = _page(begin, listened, opened)
    again = next((one for one in manuscript.passages if _is_known(one, words)), None)
    if again is not None:
        return finding("C101", f"{again.key} is read again on {where}: {_shown(again)}", again.place)
    message = f"read on {where}, and written by nobody: {words[:_SHOWN]!r}"
    return finding("C103", message, opened.subject.place())


def _is_known(passage: Passage, words: str) -> bool:
    longest = max(passage.pieces, key=len)
    return len(longest) >= _RECOGNISED and longest in words


def _page(place: int, listened: Listened, opened: OpenedPdf) -> str:
    return opened.page_name(max(listened.page_at(place), 0))


def _shown(passage: Passage) -> str:
    words = " … ".join(passage.pieces)
    return repr(f"{words[:_SHOWN]}…" if len(words) > _SHOWN else words)
