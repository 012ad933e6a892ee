"""Where links lead: inside the book, or to an address that is safe to open and the same on every machine."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from bindery.findings import Place, Report
from bindery.pdf.fence import shown
from bindery.pdf.log import place_of

_SCHEMES = frozenset(("http", "https", "mailto"))


def report_links(targets: Iterable[str], html: str, places: Mapping[str, Place], report: Report) -> None:
    """Report every address outside the book that is none of the web or of a letter box."""
    for target in targets:
        if urlsplit(target).scheme.lower() not in _SCHEMES:
            report.add("P004", f'a link leads to "{shown(target)}"', place_of(target, html, places))
