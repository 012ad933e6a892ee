"""A window on a chapter: the few pages around a place, laid out in a fraction of the time that all of them take."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import html

from bindery.layout.part import PrintPart
from bindery.pdf.readings import PartReading

_FLOW, _OPENER, _FILLER, _FOOTNOTE = "chapter-text", "opener", "filler", "footnote"
# Pages after the place that are laid out as well, so that the page of the place is full.
_AFTER = 1
_BEGIN = "@page :first {{ counter-reset: page {page} }} body {{ counter-reset: footnote {notes} }}"


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of a part: `first` and `place` are indices, in the whole, of its first page and that of the place."""

    part: PrintPart
    first: int
    place: int


def window_on(part: PrintPart, before: PartReading, keys: Sequence[str], first_number: int) -> Window | None:
    """The window around the first of these keys that stands in a chapter's text or opener; None where none does.

    `before` tells where all stood before the text changed; `first_number` is the number of the part's first page.
    """
    document = html.document_fromstring(part.html)
    flow = next(iter(document.find_class(_FLOW)), None)
    if flow is None:
        return None
    found = _Flow(list(flow), before)
    at = found.holding(keys)
    if at is None:
        return _on_opener(part, document, found, keys)
    place = found.page_before(at)
    start = found.start_of_page(at)
    first = found.page_before(start) if start is not None else 0
    notes = sum(len(child.find_class(_FOOTNOTE)) for child in found.children[: start or 0])
    _leave_out(
        [*found.children[: start or 0], *found.after(at, place + _AFTER), *document.find_class(_FILLER)]
    )
    if start is not None:
        _leave_out(document.find_class(_OPENER))
    style = html.fromstring(f"<style>{_BEGIN.format(page=first_number + first, notes=notes)}</style>")
    flow.addprevious(style)
    return Window(replace(part, html=_text(document), first_side=before.pages[first].side), first, place)


def _on_opener(part: PrintPart, document: Any, found: "_Flow", keys: Sequence[str]) -> Window | None:
    """The window on what stands before the running text."""
    inside = {each.get("id") for opener in document.find_class(_OPENER) for each in opener.iter()}
    key = next((key for key in keys if key in inside), None)
    if key is None:
        return None
    place = found.page_of(key)
    _leave_out([*found.after(-1, place + _AFTER), *document.find_class(_FILLER)])
    return Window(replace(part, html=_text(document)), 0, place)


def _text(document: Any) -> str:
    return str(html.tostring(document, encoding="unicode", doctype="<!DOCTYPE html>"))


class _Flow:
    """The blocks of a chapter as they are now, and the pages on which they stood. An element is of lxml: `Any`."""

    def __init__(self, children: list[Any], before: PartReading) -> None:
        self.children = children
        self._before = before
        self._keys = [[str(each.get("id")) for each in child.iter() if each.get("id")] for child in children]
        self._starts = {page.start.key for page in before.pages if not page.start.offset}

    def holding(self, keys: Sequence[str]) -> int | None:
        """The index of the child that holds the first of these keys that any holds."""
        places = (index for key in keys for index, inside in enumerate(self._keys) if key in inside)
        return next(places, None)

    def page_of(self, key: str) -> int:
        """The page on which a key stood, the first one where it is new."""
        return self._before.index_of.get(key, 0)

    def page_before(self, index: int) -> int:
        """The page on which a child stood, or the last one before it that stood anywhere."""
        for inside in reversed(self._keys[: index + 1]):
            known = next((self._before.index_of[key] for key in inside if key in self._before.index_of), None)
            if known is not None:
                return known
        return 0

    def start_of_page(self, index: int) -> int | None:
        """The index of the last child, up to this one, with which a page began; None where there is none."""
        starting = (each for each in range(index, -1, -1) if self._keys[each][:1] and self._starts_page(each))
        return next(starting, None)

    def _starts_page(self, index: int) -> bool:
        return self._keys[index][0] in self._starts

    def after(self, index: int, page: int) -> list[Any]:
        """The children after this one that stood on pages after this page."""
        later = (each for each in range(index + 1, len(self.children)) if self.page_before(each) > page)
        return self.children[next(later, len(self.children)) :]


def _leave_out(elements: Sequence[Any]) -> None:
    for element in elements:
        element.drop_tree()
