"""What the metadata says of the e-book's accessibility is true of its contents, and nothing is said beyond them.

The words are those of the vocabulary for schema.org's accessibility properties (W3C, 2.0).
"""

import re
from collections.abc import Callable, Iterator

from bindery.checks.archive import EpubFile, elements, found_in
from bindery.checks.epub_facts.documents import pictures, undescribed
from bindery.checks.epub_facts.pages import page_breaks, page_list
from bindery.checks.verdict import Subject, finding
from bindery.findings import Finding

_MODES = {"textual", "visual", "auditory", "tactile"}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FIXED = re.compile(r"[\s:(][0-9]*\.?[0-9]+(?:px|pt|pc|cm|mm|in|Q)\b")
_REORDERED = re.compile(r"\b(?:position:\s*(?:absolute|fixed)|(?<!-)order:|row-reverse|column-reverse)")
_MOVING = re.compile(r"(?<![\w-])(?:animation|transition)(?:-[a-z]+)*\s*:|@keyframes")
_ACTING = ".//h:video | .//h:audio | .//h:canvas | .//svg:animate | .//svg:animateTransform | .//svg:set"
_CONFORMANCE = ("dcterms:conformsTo", "a11y:certifiedBy", "a11y:certifierCredential", "a11y:certifierReport")


def _all_pictures_described(book: EpubFile) -> bool:
    return bool(pictures(book)) and not any(True for _ in undescribed(book))


def _has(path: str) -> Callable[[EpubFile], bool]:
    return lambda book: any(found_in(root, path) for root in book.documents.values())


def _has_contents(book: EpubFile) -> bool:
    nav = book.navigation
    return nav is not None and bool(found_in(nav, ".//h:nav[contains(@epub:type, 'toc')]//h:a[@href]"))


def _css(book: EpubFile) -> str:
    sheets = (item.name for item in book.items if item.media_type == "text/css" and item.name in book.files)
    inside = (element.get("style", "") for root in book.documents.values() for element in elements(root))
    rules = "\n".join((*(book.files[name].decode("utf-8", "replace") for name in sheets), *inside))
    return _COMMENT.sub("", rules)


def _reflows(book: EpubFile) -> bool:
    """No page is fixed, and no length is counted in anything but the reader's own type or page."""
    return "pre-paginated" not in book.metadata("rendition:layout") and not _FIXED.search(_css(book))


def _reads_in_order(book: EpubFile) -> bool:
    return bool(book.spine) and not _REORDERED.search(_css(book))


def _moves(book: EpubFile) -> bool:
    return bool(_MOVING.search(_css(book))) or _has(_ACTING)(book)


def _is_unlocked(book: EpubFile) -> bool:
    return not {"META-INF/encryption.xml", "META-INF/rights.xml"} & set(book.files)


# Features that can be looked up in the contents; whatever is not here cannot be proved, and so is not to be claimed.
_FEATURES: dict[str, Callable[[EpubFile], bool]] = {
    "alternativeText": _all_pictures_described,
    "longDescription": _has(".//h:details | .//*[@aria-details or @aria-describedby]"),
    "pageBreakMarkers": lambda book: bool(page_breaks(book)),
    "pageNavigation": lambda book: bool(page_list(book)),
    "tableOfContents": _has_contents,
    "structuralNavigation": _has(".//h:h1 | .//h:h2"),
    "index": _has(".//*[contains(@epub:type, 'index') or @role='doc-index']"),
    "ARIA": _has(".//*[@role]"),
    "MathML": _has(".//*[local-name()='math']"),
    "rubyAnnotations": _has(".//h:ruby"),
    "readingOrder": _reads_in_order,
    "displayTransformability": _reflows,
    "unlocked": _is_unlocked,
}


def features(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Every feature that is claimed can be found."""
    for claim in book.metadata("schema:accessibilityFeature"):
        proof = _FEATURES.get(claim)
        if proof is None:
            yield _claim(
                f"accessibilityFeature {claim!r} is unknown, or cannot be proved from the contents",
                book,
                subject,
            )
        elif not proof(book):
            yield _claim(f"accessibilityFeature {claim!r} is claimed, but it is not so", book, subject)


def modes(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """The ways of taking the book in are those that it needs, and text alone is enough only where it is."""
    claimed = set(book.metadata("schema:accessMode"))
    seen = bool(pictures(book))
    for mode in sorted(claimed - _MODES):
        yield _claim(f"accessMode {mode!r} is unknown", book, subject)
    if "visual" in claimed and not seen:
        yield _claim("accessMode 'visual' is claimed, but there is no picture", book, subject)
    if claimed and seen and "visual" not in claimed:
        yield _claim("there are pictures, but accessMode does not say 'visual'", book, subject)
    if "textual" in book.metadata("schema:accessModeSufficient") and any(True for _ in undescribed(book)):
        yield _claim("text alone is said to be enough, but a picture has no description", book, subject)


def hazards(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Not both none and some."""
    claimed = set(book.metadata("schema:accessibilityHazard"))
    if "none" in claimed and (len(claimed) > 1 or _moves(book)):
        yield _claim("accessibilityHazard 'none' contradicts something else in the e-book", book, subject)


def source(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """A list of printed pages says of which printing."""
    named = any(book.metadata("pageBreakSource")) or found_in(book.package, "opf:metadata/dc:source")
    if page_list(book) and not named:
        yield _claim("there is a page list, but nothing says of which printed book", book, subject)


def conformance(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Conformance is claimed only where somebody asked for it: no program can establish it."""
    if subject.expected.conformance:
        return
    linked = found_in(book.package, "opf:metadata/opf:link")
    claimed = [name for name in _CONFORMANCE if book.metadata(name)]
    claimed += [
        name for name in _CONFORMANCE if any(name in (link.get("rel") or "").split() for link in linked)
    ]
    for name in claimed:
        message = f"{name} claims what nobody asked for"
        yield finding("C064", message, subject.place(book.package_name))


def _claim(message: str, book: EpubFile, subject: Subject) -> Finding:
    return finding("C063", message, subject.place(book.package_name))
