"""Nothing runs over its box: no two texts on one place, no line through a text."""

from collections.abc import Iterator

from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.pdf_facts.painted import Painted, PaintedPage
from bindery.checks.pdf_facts.strokes import Line
from bindery.findings import Finding

# mm by which the letters of two texts may reach into each other: hooks and tails do.
_ACROSS, _DOWN = 0.4, 0.5
# A line through a text: its least length, how far from feet and heads of letters, how much of the text it meets.
_LONG, _CLEAR, _MEETS = 10.0, 0.35, 1.0
# An upright: no wider than this, no shorter than that.
_SLIM, _TALL = 0.6, 4.0


def overlaps(opened: OpenedPdf) -> Iterator[Finding]:
    """One finding a page and kind at most, for the first of them."""
    for index, page in enumerate(opened.painted):
        texts = sorted((thing for thing in page.things if _is_text(thing)), key=lambda thing: thing.top)
        for found in (_two_texts(texts), _struck(texts, page), _crossed(texts, page)):
            if found:
                yield opened.finding("C112", found[0], index, found[1])


def _is_text(thing: Painted) -> bool:
    return thing.kind == "text" and bool(thing.text.strip())


def _two_texts(texts: list[Painted]) -> tuple[str, float] | None:
    for number, upper in enumerate(texts):
        for lower in texts[number + 1 :]:
            if lower.top > upper.bottom - _DOWN:
                break
            if min(upper.right, lower.right) - max(upper.left, lower.left) > _ACROSS and _reach(upper, lower):
                return f"{_words(upper)} and {_words(lower)} are printed over each other", lower.top
    return None


def _reach(upper: Painted, lower: Painted) -> bool:
    return min(upper.bottom, lower.bottom) - max(upper.top, lower.top) > _DOWN


def _struck(texts: list[Painted], page: PaintedPage) -> tuple[str, float] | None:
    long = [line for line in page.lines if line.right - line.left >= _LONG and line.weight < _SLIM]
    for text in texts:
        if any(_strikes(line, text) for line in long):
            return f"a line runs through {_words(text)}", text.top
    return None


def _strikes(line: Line, text: Painted) -> bool:
    meets = min(line.right, text.right) - max(line.left, text.left)
    return text.top + _CLEAR < line.down < min(text.bottom, text.baseline) - _CLEAR and meets > _MEETS


def _crossed(texts: list[Painted], page: PaintedPage) -> tuple[str, float] | None:
    uprights = [thing for thing in page.things if _is_upright(thing)]
    for text in texts:
        for upright in uprights:
            across = text.left + _CLEAR < (upright.left + upright.right) / 2 < text.right - _CLEAR
            if across and min(upright.bottom, text.bottom) - max(upright.top, text.top) > _MEETS:
                return f"{_words(text)} runs over the edge of its box", text.top
    return None


def _is_upright(thing: Painted) -> bool:
    return thing.kind == "path" and thing.right - thing.left <= _SLIM and thing.bottom - thing.top >= _TALL


def _words(text: Painted) -> str:
    return repr(" ".join(text.text.split())[:40])
