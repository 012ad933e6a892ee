"""The text of the e-book held against the text that the authors wrote: all of it is there, where its key is."""

from collections.abc import Iterator

from lxml import etree

from bindery.checks.archive import EpubFile, elements, named
from bindery.checks.pdf_text.passage import Passage, condensed
from bindery.checks.verdict import Subject, finding
from bindery.findings import Finding

_SPOKEN = ("alt", "aria-label")
_SHOWN = 60


def text_of_the_book(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """The words of every passage stand at its key. Nothing is said where the manuscript is not known."""
    places = dict(_places(book))
    heard: dict[str, str] = {}
    for passage in subject.expected.in_ebook.passages:
        if passage.key not in places:
            yield finding("C071", f"{passage.key} is not in {subject.name}: {_shown(passage)}", passage.place)
            continue
        if passage.key not in heard:
            heard[passage.key] = condensed("".join(_heard(places[passage.key])))
        if not all(piece in heard[passage.key] for piece in filter(_is_of_letters, passage.pieces)):
            message = f"of {passage.key}, these words are not in {subject.name}: {_shown(passage)}"
            yield finding("C071", message, passage.place)


def _places(book: EpubFile) -> Iterator[tuple[str, etree._Element]]:
    for root in book.documents.values():
        yield from ((name, element) for element in elements(root) if (name := element.get("id")))


def _heard(element: etree._Element) -> Iterator[str]:
    """The words of an element, and what is said in place of its pictures; of a term, with what is said of it."""
    for part in (element, *_meanings(element)):
        for inner in elements(part):
            if named(inner)[1] in ("img", "svg"):
                yield from (inner.get(name, "") for name in _SPOKEN)
        yield "".join(str(text) for text in part.itertext())


def _meanings(element: etree._Element) -> Iterator[etree._Element]:
    if named(element)[1] == "dt":
        for following in element.itersiblings(etree.Element):
            if named(following)[1] != "dd":
                return
            yield following


def _is_of_letters(piece: str) -> bool:
    """Figures may be shown in another way: boxes from 1 to 12 as `1–12`."""
    return any(letter.isalpha() for letter in piece)


def _shown(passage: Passage) -> str:
    words = " … ".join(passage.pieces)
    return repr(f"{words[:_SHOWN]}…" if len(words) > _SHOWN else words)
