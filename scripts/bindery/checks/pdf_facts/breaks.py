"""Pages break where a reader expects it: no heading left behind, no single line, no row in two."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from bindery.checks.pdf_facts.elements import Element
from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.pdf_facts.painted import Painted
from bindery.findings import Finding

_HEADINGS = frozenset(("H", "H1", "H2", "H3", "H4", "H5", "H6"))
# mm between two baselines on one line: a raised figure, the foot of a fraction.
_ONE_LINE = 2.0
_LEAST_LINES = 2


def headings(opened: OpenedPdf) -> Iterator[Finding]:
    """What follows a heading begins on the page of the heading, unless that page is for the heading alone."""
    if not opened.elements:
        return
    order = opened.elements[-1].marks
    following = dict(pairwise(order))
    before = {two: one for one, two in pairwise(order)}
    for heading in (element for element in opened.elements if element.kind in _HEADINGS and element.marks):
        page, _ = heading.marks[-1]
        after, first = following.get(heading.marks[-1]), before.get(heading.marks[0])
        if after and after[0] > page and first and first[0] == page:
            words, down = _of(heading, opened)
            yield opened.finding("C113", f"nothing follows the heading {words!r}", page, down)


def lines(opened: OpenedPdf) -> Iterator[Finding]:
    """A paragraph that goes on overleaf has two lines at least on each side."""
    for paragraph in (element for element in opened.elements if element.kind == "P"):
        pages = paragraph.pages
        if len(pages) < _LEAST_LINES:
            continue
        for page in pages:
            texts = _texts(paragraph, page, opened)
            if texts and _line_count(texts) < _LEAST_LINES:
                foot = "foot" if page == pages[0] else "top"
                words = " ".join(texts[0].text.split())[:40]
                message = f"one line of a paragraph stands alone at the {foot}: {words!r}"
                yield opened.finding("C114", message, page, texts[0].top)


def rows(opened: OpenedPdf) -> Iterator[Finding]:
    """A row of a table stands on one page."""
    for row in (element for element in opened.elements if element.kind == "TR"):
        if len(row.pages) > 1:
            words, down = _of(row, opened)
            yield opened.finding("C116", f"the row {words!r} goes on overleaf", row.pages[0], down)


def _of(element: Element, opened: OpenedPdf) -> tuple[str, float]:
    """The words of an element on its first page, and how far down they begin."""
    texts = _texts(element, element.pages[0], opened)
    words = " ".join(" ".join(text.text for text in texts).split())
    return words[:60], min((text.top for text in texts), default=0.0)


def _texts(element: Element, page: int, opened: OpenedPdf) -> list[Painted]:
    numbers = {number for index, number in element.marks if index == page}
    by_number = _by_number(opened, page)
    return [text for number in sorted(numbers) for text in by_number.get(number, ())]


def _by_number(opened: OpenedPdf, page: int) -> dict[int, list[Painted]]:
    found: dict[int, list[Painted]] = defaultdict(list)
    for thing in opened.painted[page].things:
        if thing.kind == "text" and thing.text.strip() and not thing.artifact:
            found[thing.content].append(thing)
    return found


def _line_count(texts: list[Painted]) -> int:
    baselines = sorted(text.baseline for text in texts)
    return 1 + sum(lower - upper > _ONE_LINE for upper, lower in pairwise(baselines))
