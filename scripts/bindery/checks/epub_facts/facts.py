"""The judge of e-books that needs nothing but Python: one short list of facts."""

from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from bindery.checks.archive import EpubFile, Unreadable, open_epub
from bindery.checks.epub_facts import claims, container, documents, glyphs, links, pages, small_words, text
from bindery.checks.programs import package_versions
from bindery.checks.verdict import Judge, Subject, Verdict, Verdicts, unopened, verdict
from bindery.findings import Finding

FACTS: tuple[Callable[[EpubFile, Subject], Iterator[Finding]], ...] = (
    container.mimetype,
    documents.well_formed,
    documents.something_in_it,
    text.text_of_the_book,
    documents.language,
    documents.no_controls,
    documents.no_scripts,
    documents.svg_case,
    documents.pictures_described,
    small_words.words_large_enough,
    links.links_resolve,
    links.links_are_of_use,
    links.links_out_are_addresses,
    links.nothing_remote,
    container.fonts,
    glyphs.glyphs,
    pages.page_list_is_whole,
    pages.page_list_matches_breaks,
    pages.page_list_is_the_print,
    claims.features,
    claims.modes,
    claims.hazards,
    claims.source,
    claims.conformance,
)


def examine(subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
    """One verdict on each e-book."""
    return tuple((_judge(subject),) for subject in subjects)


def _judge(subject: Subject) -> Verdict:
    try:
        book = open_epub(subject.path)
        findings = [found for fact in FACTS for found in fact(book, subject)]
    except Unreadable as error:
        findings = [unopened(subject, error)]
    return verdict(JUDGE.name, f"lxml {etree.__version__}", findings)


JUDGE = Judge(
    "Facts of the e-book",
    ".epub",
    "pages, links, pictures, and claims that are true",
    examine,
    lambda: package_versions("fonttools", "lxml", "pillow"),
)
