"""Whether everything that the manuscript has is in a finished file: one judge for the e-book, one for the PDF.

What must be there comes from outside (`Expected.contents`); what is there is read from the files alone.
"""

from collections.abc import Callable, Iterator, Sequence

import pikepdf
import pypdfium2
from lxml import etree

from bindery.checks.archive import EpubFile, Unreadable, elements, named, open_epub
from bindery.checks.letters import letters
from bindery.checks.pdf_facts.opened import opened
from bindery.checks.pdf_text.words import PrintedWords
from bindery.checks.verdict import Judge, Promised, Subject, Verdict, Verdicts, finding, unopened, verdict
from bindery.findings import Finding

_SPOKEN = ("alt", "aria-label")
_REACH = 3
"""Pages that a block may go on over."""
_LISTS = frozenset(("index term",))
"""What stands somewhere in a list of any length."""
_LONGEST = 60


def _judged(subject: Subject, judge: Judge, missing: Callable[[Subject], Iterator[Finding]]) -> Verdict:
    if not _wanted(subject):
        return judge.skipped("nothing is known of what should be in it: the manuscript could not be read")
    try:
        return verdict(judge.name, "", tuple(missing(subject)))
    except (Unreadable, OSError, pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        return verdict(judge.name, "", [unopened(subject, error)])


def examine_epubs(subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
    """One verdict on each e-book."""
    return tuple((_judged(subject, EPUB, _missing_in_epub),) for subject in subjects)


def examine_pdfs(subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
    """One verdict on each PDF."""
    return tuple((_judged(subject, PDF, _missing_in_pdf),) for subject in subjects)


def _wanted(subject: Subject) -> list[Promised]:
    suffix = subject.path.suffix.lower()
    return [promised for promised in subject.expected.contents if promised.suffix == suffix]


def _missing_in_epub(subject: Subject) -> Iterator[Finding]:
    by_id = dict(_by_id(open_epub(subject.path)))
    for promised in _wanted(subject):
        element = by_id.get(promised.key)
        if element is None:
            yield _nowhere(promised, subject)
            continue
        said = letters(" ".join(words for part in _with_meaning(element) for words in _heard(part)))
        yield from (
            _not_said(promised, phrase, subject) for phrase in promised.phrases if letters(phrase) not in said
        )


def _by_id(book: EpubFile) -> Iterator[tuple[str, etree._Element]]:
    for root in book.documents.values():
        yield from ((name, element) for element in elements(root) if (name := element.get("id")))


def _with_meaning(element: etree._Element) -> Iterator[etree._Element]:
    """The element; a term of a list of terms with what is said of it."""
    yield element
    if named(element)[1] == "dt":
        for following in element.itersiblings(etree.Element):
            if named(following)[1] != "dd":
                return
            yield following


def _heard(element: etree._Element) -> Iterator[str]:
    """The words of an element, and what is said in place of its pictures."""
    for inner in elements(element):
        yield from (inner.get(name, "") for name in _SPOKEN if named(inner)[1] in ("img", "svg"))
    yield "".join(str(text) for text in element.itertext())


def _missing_in_pdf(subject: Subject) -> Iterator[Finding]:
    with opened(subject) as pdf:
        printed = PrintedWords(pdf)
        for promised in _wanted(subject):
            page = printed.places.get(promised.key)
            if page is None:
                yield _nowhere(promised, subject)
                continue
            reach = len(pdf.pages) if promised.kind in _LISTS else _REACH
            yield from (
                _not_said(promised, phrase, subject)
                for phrase in promised.phrases
                if not printed.says(phrase, page, reach)
            )


def _nowhere(promised: Promised, subject: Subject) -> Finding:
    message = f"the {promised.kind} {promised.key} is not in {subject.name}"
    return finding("C071", message, promised.place)


def _not_said(promised: Promised, phrase: str, subject: Subject) -> Finding:
    words = phrase if len(phrase) <= _LONGEST else f"{phrase[:_LONGEST]} …"
    message = f"the {promised.kind} {promised.key} is in {subject.name} without “{words}”"
    return finding("C071", message, promised.place)


EPUB = Judge("Contents of the e-book", ".epub", "whether all of the manuscript is in it", examine_epubs)
PDF = Judge("Contents of the PDF", ".pdf", "whether all of the manuscript is in it", examine_pdfs)
