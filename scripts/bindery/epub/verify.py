"""What must hold of the documents whatever the manuscript: a fault here is the press's own, so it stops everything."""

from collections import Counter
from collections.abc import Iterator, Sequence
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from bindery.epub.documents import Document
from bindery.model.pages import PageMap


class BrokenEbook(Exception):
    """The e-book contradicts itself or the printed pages."""


def verify(documents: Sequence[Document], pages: PageMap, files: frozenset[str]) -> None:
    """Every id once, every address leads somewhere, and the printed pages are all there, once and in order.

    `files` are the other files, by their paths beside text/. Raises BrokenEbook with all faults in one sentence.
    """
    faults = [*_ids(documents), *_addresses(documents, files), *_pages(documents, pages)]
    if faults:
        raise BrokenEbook("; ".join(faults))


def _ids(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        counts = Counter(element.get("id") for element in document.found("//*[@id]"))
        yield from (
            f"{document.name} has #{name} {times} times" for name, times in counts.items() if times > 1
        )


def _addresses(documents: Sequence[Document], files: frozenset[str]) -> Iterator[str]:
    ids = {
        document.name: {element.get("id") for element in document.found("//*[@id]")} for document in documents
    }
    for document in documents:
        for element in document.found("//h:a[@href] | //h:img[@src] | //h:link[@href]"):
            address = urlsplit(element.get("href") or element.get("src") or "")
            if address.scheme:
                continue
            name = unquote(address.path) or document.name
            if name not in ids and normpath(join("text", name)) not in files:
                yield f"{document.name} points to {name}, which is no file"
            elif address.fragment and address.fragment not in ids.get(name, ()):
                yield f"{document.name} points to {name}#{address.fragment}, which is nowhere"


def _pages(documents: Sequence[Document], pages: PageMap) -> Iterator[str]:
    expected = [page.label for page in pages.pages]
    marked = [
        element.get("aria-label")
        for document in documents
        for element in document.found("//*[@epub:type='pagebreak']")
    ]
    listed = [
        element.text
        for document in documents
        for element in document.found("//h:nav[@epub:type='page-list']//h:a")
    ]
    for what, labels in (("page list", listed), ("page markers", marked)):
        if labels != expected:
            wrong = next((pair for pair in zip(labels, expected, strict=False) if pair[0] != pair[1]), None)
            detail = (
                f"{wrong[0]} stands where {wrong[1]} should"
                if wrong
                else f"{len(labels)}, not {len(expected)}"
            )
            yield f"{what}: {detail}"
