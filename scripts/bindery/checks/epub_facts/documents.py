"""Every document of the e-book by itself: something in it, a language, no forms, no scripts, pictures described."""

from collections.abc import Iterator

from lxml import etree

from bindery.checks.archive import NAMESPACES, EpubFile, Unreadable, elements, found_in, named, parsed
from bindery.checks.verdict import Subject, finding
from bindery.findings import Finding

_CONTROLS = {
    *("button", "datalist", "fieldset", "form", "input", "meter", "optgroup"),
    *("option", "output", "progress", "select", "textarea"),
}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_JAVASCRIPT = ("text/javascript", "application/javascript", "application/ecmascript")

# Names of SVG 1.1 that are written with capitals inside; without them, a drawing loses its size or its colours.
_SVG_NAMES = """
    animateMotion animateTransform clipPath feBlend feColorMatrix feGaussianBlur feOffset foreignObject glyphRef
    linearGradient radialGradient textPath attributeName clipPathUnits gradientTransform gradientUnits lengthAdjust
    markerHeight markerUnits markerWidth maskContentUnits maskUnits pathLength patternContentUnits patternTransform
    patternUnits preserveAspectRatio refX refY spreadMethod startOffset stdDeviation textLength viewBox
"""
_RIGHT_CASE = {name.lower(): name for name in _SVG_NAMES.split()}


def well_formed(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Every document and every drawing can be read as XML."""
    drawings = (
        item.name for item in book.items if item.media_type == "image/svg+xml" and item.name in book.files
    )
    for name in (*book.pages, *drawings):
        try:
            parsed(book.files[name], name)
        except Unreadable as error:
            yield finding("C058", str(error), subject.place(name))


def something_in_it(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Every document has words or a picture."""
    for name, root in book.documents.items():
        words = "".join(
            "".join(str(text) for text in body.itertext()) for body in found_in(root, "h:body")
        ).strip()
        if not words and not found_in(root, ".//h:img | .//svg:svg | .//h:math"):
            yield finding("C058", "the document is empty", subject.place(name))


def language(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """The package and every document say in which language they are, the documents in both ways."""
    if not book.package.get(_LANGUAGE) or not found_in(book.package, "opf:metadata/dc:language"):
        yield finding("C062", "the package does not say its language", subject.place(book.package_name))
    for name, root in book.documents.items():
        if not root.get("lang") or root.get("lang") != root.get(_LANGUAGE):
            yield finding("C062", "lang and xml:lang are missing or differ", subject.place(name, _line(root)))


def no_controls(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """No fields to fill in: what is typed into an e-book is lost when the page is turned."""
    for name, element in _each(book):
        if named(element)[1] in _CONTROLS and named(element)[0] == NAMESPACES["h"]:
            yield finding(
                "C054", f"there is a form control: {named(element)[1]}", subject.place(name, _line(element))
            )


def no_scripts(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """No scripts, in any of the places where they can stand."""
    for item in book.items:
        if "scripted" in item.properties or item.media_type in _JAVASCRIPT:
            yield finding("C055", "the package declares a script", subject.place(item.name))
    for name, element in _each(book):
        if _acts(element):
            yield finding("C055", f"a script at {named(element)[1]}", subject.place(name, _line(element)))


def _acts(element: etree._Element) -> bool:
    if named(element)[1] == "script":
        return True
    values = ((str(key).lower(), str(value).strip().lower()) for key, value in element.attrib.items())
    return any(key.startswith("on") or value.startswith("javascript:") for key, value in values)


def svg_case(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Names in drawings are written as SVG has them: viewBox, not viewbox."""
    for name, root in {**book.documents, **_drawings(book)}.items():
        for element in elements(root):
            if named(element)[0] == NAMESPACES["svg"]:
                for wrong in _wrong_case(element):
                    message = f"{wrong} should be {_RIGHT_CASE[wrong.lower()]}"
                    yield finding("C057", message, subject.place(name, _line(element)))


def _wrong_case(element: etree._Element) -> Iterator[str]:
    used = (named(element)[1], *(str(key) for key in element.attrib))
    yield from (name for name in used if _RIGHT_CASE.get(name.lower(), name) != name)


def _drawings(book: EpubFile) -> dict[str, etree._Element]:
    found = {}
    for item in book.items:
        if item.media_type == "image/svg+xml" and item.name in book.files:
            try:
                found[item.name] = parsed(book.files[item.name], item.name)
            except Unreadable:
                continue  # `well_formed` says so
    return found


def pictures_described(book: EpubFile, subject: Subject) -> Iterator[Finding]:
    """Every picture has a description, or says that it is decoration."""
    for name, element in undescribed(book):
        message = f"{element.get('src') or 'a drawing'} has no description"
        yield finding("C060", message, subject.place(name, _line(element)))


def undescribed(book: EpubFile) -> Iterator[tuple[str, etree._Element]]:
    """Pictures without a description that do not say that they are decoration, with the document they stand in."""
    for name, root in book.documents.items():
        for element in found_in(root, ".//h:img | .//svg:svg[not(ancestor::svg:svg)]"):
            if not _is_described(element) and not _is_decoration(element):
                yield name, element


def pictures(book: EpubFile) -> list[etree._Element]:
    """Every picture that is not decoration."""
    found = (
        found_in(root, ".//h:img | .//svg:svg[not(ancestor::svg:svg)]") for root in book.documents.values()
    )
    return [element for each in found for element in each if not _is_decoration(element)]


def _is_described(element: etree._Element) -> bool:
    title = "".join(str(child.text or "") for child in found_in(element, "svg:title"))
    return any(
        words.strip() for words in (element.get("alt", ""), element.get("aria-label", ""), title)
    ) or bool(element.get("aria-labelledby"))


def _is_decoration(element: etree._Element) -> bool:
    hidden = found_in(
        element, "ancestor-or-self::*[@aria-hidden='true' or @role='presentation' or @role='none']"
    )
    return bool(hidden) or element.get("alt") == ""


def _each(book: EpubFile) -> Iterator[tuple[str, etree._Element]]:
    for name, root in book.documents.items():
        yield from ((name, element) for element in elements(root))


def _line(element: etree._Element) -> int:
    return int(element.sourceline or 0)
