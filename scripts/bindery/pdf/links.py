"""Where links lead, and how often: once for what is one link, and to nothing but the book and the web."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from bindery.findings import Place, Report
from bindery.model.pages import PageMap
from bindery.pdf.crossing import target_of
from bindery.pdf.fence import shown
from bindery.pdf.log import place_of

# Kind, target, rectangle (left, upper, right, lower) and box of a link, as the engine lists them for a page.
Link = tuple[str, str, tuple[float, float, float, float], Any]
# px by which rounding may make a box larger than the one around it; lines of other sizes stand out by more.
_OVERHANG = 8.0
_SCHEMES = frozenset(("http", "https", "mailto"))


def report_links(targets: Iterable[str], html: str, places: Mapping[str, Place], report: Report) -> None:
    """Report every address that is neither in the book nor of the web or a letter box."""
    for target in targets:
        if not target_of(target) and urlsplit(target).scheme.lower() not in _SCHEMES:
            report.add("P004", f'a link leads to "{shown(target)}"', place_of(target, html, places))


def report_lost(
    targets: Iterable[str], pages: PageMap, html: str, places: Mapping[str, Place], report: Report
) -> None:
    """Report every pointer from one part of the book to another that leads to no page of it."""
    for key in filter(None, map(target_of, targets)):
        if key not in pages.index_of:
            report.add(
                "P002", f'a pointer leads to "{key}", which is on no page', place_of(f"#{key}", html, places)
            )


def outermost(links: Sequence[Link]) -> list[Link]:
    """The links without those of boxes inside another link's box, which the engine lists once more each.

    A link that begins with a line break has a box without width at the end of the line before, which is none.
    """
    around: dict[Any, list[Link]] = {}
    wide = [link for link in links if link[2][2] > link[2][0]]
    for link in wide:
        box = _laid_out(link[3])
        for inner in box.descendants(placeholders=True):
            if inner is not box:
                around.setdefault(inner, []).append(link)
    return [
        link for link in wide if not any(_covers(outer, link) for outer in around.get(_laid_out(link[3]), ()))
    ]


def _laid_out(box: Any) -> Any:
    """The box itself; one that is positioned is handed out in its placeholder."""
    return getattr(box, "_box", box)


def _covers(outer: Link, inner: Link) -> bool:
    (left, upper, right, lower), (x1, y1, x2, y2) = outer[2], inner[2]
    across = left - _OVERHANG <= x1 and x2 <= right + _OVERHANG
    return outer[1] == inner[1] and across and upper - _OVERHANG <= y1 and y2 <= lower + _OVERHANG
