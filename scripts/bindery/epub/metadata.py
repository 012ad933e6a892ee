"""What the package says of the book, and of how it can be read: computed from the book, never claimed beyond it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from bindery.epub.facts import Facts
from bindery.model.book import Book
from bindery.model.edition import Certification
from bindery.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of metadata: an element of Dublin Core by its name, or a property; `refines` an id of another line."""

    name: str
    value: str
    id: str = ""
    refines: str = ""
    scheme: str = ""

    @property
    def is_dublin_core(self) -> bool:
        """Whether it is an element of its own."""
        return not self.refines and ":" not in self.name and self.name != "pageBreakSource"


def identifier_of(book: Book) -> str:
    """The same for every version of an edition, and for no other edition."""
    edition = book.edition.name if book.edition else ""
    return uuid5(NAMESPACE_URL, f"{book.settings.licence.url}#{book.settings.slug}/{edition}").urn


def metadata_of(book: Book, facts: Facts, printed: str) -> tuple[Entry, ...]:
    """All of it except identifier and date of change. `printed` names the printed edition that the page list is of."""
    return (
        *_titles(book),
        *_makers(book),
        *_description(book),
        *_accessibility(facts, book.wording),
        *_certification(book.chosen_for.certification),
        *((Entry("pageBreakSource", printed),) if facts.page_list else ()),
    )


def _titles(book: Book) -> Iterator[Entry]:
    yield Entry("title", book.settings.title, id="title")
    yield Entry("title-type", "main", refines="title")
    if book.settings.subtitle:
        yield Entry("title", book.settings.subtitle, id="subtitle")
        yield Entry("title-type", "subtitle", refines="subtitle")
    yield Entry("language", book.settings.language)


def _makers(book: Book) -> Iterator[Entry]:
    for number, author in enumerate(book.settings.authors, 1):
        yield Entry("creator", author, id=f"creator-{number}")
        yield Entry("role", "aut", refines=f"creator-{number}", scheme="marc:relators")
    if book.edition and book.edition.organisation:
        yield Entry("publisher", book.edition.organisation)


def _description(book: Book) -> Iterator[Entry]:
    settings = book.settings
    yield Entry("date", settings.date.isoformat())
    yield Entry("rights", f"{settings.licence.name}: {settings.licence.url}")
    if settings.description:
        yield Entry("description", " ".join(settings.description.split()))
    yield from (Entry("subject", subject) for subject in settings.subjects)


def _accessibility(facts: Facts, words: Wording) -> Iterator[Entry]:
    """Names from the vocabulary for schema.org's accessibility properties; EPUB Accessibility 1.1 asks for these."""
    modes = ["textual", "visual"] if facts.pictures else ["textual"]
    yield from (Entry("schema:accessMode", mode) for mode in modes)
    if facts.pictures_described:
        yield Entry("schema:accessModeSufficient", "textual")
    if facts.pictures:
        yield Entry("schema:accessModeSufficient", "textual,visual")
    yield from (Entry("schema:accessibilityFeature", feature) for feature in _features(facts))
    yield Entry("schema:accessibilityHazard", "none" if facts.still else "unknown")
    yield Entry("schema:accessibilitySummary", " ".join(_summary(facts, words)))


def _certification(given: Certification | None) -> Iterator[Entry]:
    """What people vouch for, in the words of EPUB Accessibility 1.1, part 4; a program cannot."""
    if given:
        yield Entry("dcterms:conformsTo", f"EPUB Accessibility 1.1 - {given.standard}", id="conformance")
        yield Entry("a11y:certifiedBy", given.by, refines="conformance")


def _features(facts: Facts) -> Iterator[str]:
    features = {
        "structuralNavigation": facts.headings,
        "tableOfContents": facts.contents,
        "readingOrder": facts.in_order,
        "alternativeText": facts.pictures and facts.pictures_described,
        "longDescription": facts.long_descriptions,
        "pageBreakMarkers": facts.page_markers,
        "pageNavigation": facts.page_list,
        "index": facts.index,
        "ARIA": facts.roles,
        "displayTransformability": facts.reflows,
        "unlocked": True,
    }
    yield from (name for name, is_so in features.items() if is_so)


def _summary(facts: Facts, words: Wording) -> Iterator[str]:
    if facts.reflows and facts.headings:
        yield words.accessible_text
    if facts.pictures and facts.pictures_described:
        yield words.accessible_pictures
    if facts.page_list:
        yield words.accessible_pages
    yield words.accessible_writing
    if facts.still:
        yield words.accessible_hazards
