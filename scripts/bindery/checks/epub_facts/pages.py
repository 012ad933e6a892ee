"""The list of printed pages: whole, in order, one entry for each page break, and the folios of the printed book."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from bindery.checks import labels
from bindery.checks.archive import NAMESPACES, EpubFile, elements, found_in
from bindery.checks.verdict import Subject, finding
from bindery.findings import Finding

_TYPE = f"{{{NAMESPACES['epub']}}}type"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A line of the page list, or a page break: its label, and the document and the id where the page begins."""

    label: str
    name: str
    id: str


def page_list(book: EpubFile) -> tuple[PageEntry, ...]:
    """The entries of the page list, in their order."""
    if book.navigation is None:
        return ()
    links = found_in(book.navigation, ".//h:nav[contains(@epub:type, 'page-list')]//h:a[@href]")
    base = book.navigation_name
    return tuple(PageEntry(_words(link), *book.resolve(base, link.get("href", ""))) for link in links)


def page_breaks(book: EpubFile) -> tuple[PageEntry, ...]:
    """The page breaks of the documents, in reading order."""
    return tuple(
        PageEntry(_break_label(element), name, element.get("id", ""))
        for name in book.spine
        if name in book.documents
        for element in elements(book.documents[name])
        if "pagebreak" in element.get(_TYPE, "").split() or element.get("role") == "doc-pagebreak"
    )


def _break_label(element: etree._Element) -> str:
    said = element.get("aria-label") or element.get("title") or _words(element)
    return said.strip(" .")


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def page_list_is_whole(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Its labels count on without a gap, and its entries follow the order of the book."""
    entries = page_list(book)
    place = subject.place(book.navigation_name)
    yield from (
        finding("C051", f"page list: {fault}", place) for fault in labels.faults([e.label for e in entries])
    )
    order = {(broken.name, broken.id): index for index, broken in enumerate(page_breaks(book))}
    known = [(entry, order[entry.name, entry.id]) for entry in entries if (entry.name, entry.id) in order]
    for (before, index), (after, next_index) in pairwise(known):
        if next_index <= index:
            message = f"page list: {after.label} comes after {before.label}, but stands before it in the book"
            yield finding("C051", message, place)


def page_list_matches_breaks(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Each entry leads to a page break of the same label, and each page break has its entry."""
    entries, breaks = page_list(book), page_breaks(book)
    label_of = {(broken.name, broken.id): broken.label for broken in breaks}
    listed = {(entry.name, entry.id) for entry in entries}
    for entry in entries:
        target = label_of.get((entry.name, entry.id))
        if target is None:
            message = f"page list: {entry.label} leads to {entry.name}#{entry.id}, where no page begins"
            yield finding("C052", message, subject.place(book.navigation_name))
        elif not _same(entry.label, target):
            message = f"page list: {entry.label} leads to the page break {target}"
            yield finding("C052", message, subject.place(book.navigation_name))
    for broken in breaks:
        if (broken.name, broken.id) not in listed:
            yield finding(
                "C052", f"the page break {broken.label} is not in the page list", subject.place(broken.name)
            )


def _same(entry: str, broken: str) -> bool:
    """A break may speak its label in a phrase: "Page 12"."""
    return bool(entry) and entry in (broken, *broken.split()[-1:])


def page_list_is_the_print(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """The page list is the list of folios of the printed book, where that is known."""
    printed = subject.expected.page_labels
    if printed is not None:
        listed = tuple(entry.label for entry in page_list(book))
        fault = difference(listed, printed)
        if fault:
            yield finding("C053", f"page list: {fault}", subject.place(book.navigation_name))


def difference(listed: tuple[str, ...], printed: tuple[str, ...]) -> str:
    """Where a page list departs from the printed pages, in words; nothing when they are equal."""
    for index, (one, other) in enumerate(zip(listed, printed, strict=False), 1):
        if one != other:
            return f"entry {index} is {one!r}, but printed page {index} is {other!r}"
    if len(listed) != len(printed):
        return f"it has {len(listed)} entries, but {len(printed)} pages are printed"
    return ""
