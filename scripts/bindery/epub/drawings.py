"""An SVG made ready to stand inside a document: its text in the book's fonts, its colours at ease at night."""

import re
from collections.abc import Iterator

from lxml import etree

from bindery.epub.enlarging import halves
from bindery.layout.drawing.tokens import ACCENTS, CROSS, DOT, INK, RULING, SECONDARY, TINT, WHITE

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_TEXT = (f"{{{_SVG}}}text", f"{{{_SVG}}}tspan")
_CURRENT = "currentColor"
_FAMILIES = {"bricolage grotesque": "Label", "literata": "Text", "display": "Display"}
_BLACK = frozenset((INK.lower(), "black", "#000", "#000000"))
_PLAIN_WHITE = frozenset((WHITE.lower(), "white", "#fff"))
_ON_BOTH = frozenset(colour.lower() for colour in (RULING, DOT, CROSS, *(accent.value for accent in ACCENTS)))
"""Colours of shapes that keep 3 : 1 on white paper and on a black screen (WCAG 2.2, 1.4.11)."""
_NO_COLOURS = frozenset(("none", "transparent", "inherit", "currentcolor"))
_FAINT = "0.08"
_OWN_ADDRESS = re.compile(r"#([^\s)\"']+)")


_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(mm|cm|in|pt|px)?\s*")
_EMS = {"px": 1 / 16, "pt": 1 / 12, "mm": 6 / 25.4, "cm": 6 / 2.54, "in": 6.0}
"""How many em a unit is, at 16 pixels (12 points) an em, the usual size of a reader's type."""


class NotInline(Exception):
    """The drawing has styles of its own, which would reach the document around it; show it as a picture."""


def inline_drawing(text: str, name: str, description: str, box: str = "") -> str:
    """The drawing as markup for a document. `name` begins its ids, `description` is what a listener hears.

    `box` is the part of it to show, as wide as the page; without one all is shown, as wide as it was drawn.

    Colours of our palette follow the reader's (night mode too); any other drawing gets a white ground of its own.
    Raises NotInline.
    """
    root = _parsed(text)
    if root.find(f".//{{{_SVG}}}style") is not None:
        raise NotInline
    _clean(root)
    _prefix_ids(root, name)
    _use_our_fonts(root)
    if all(_adapts(element) for element in root.iter()):
        _adapt(root)
    else:
        _ground(root)
    _fit(root)
    if box:
        root.set("viewBox", box)
        root.attrib.pop("style", None)
    _describe(root, description)
    return etree.tostring(root, encoding="unicode")


def boxes_of_halves(text: str) -> tuple[str, ...]:
    """The two parts of a drawing with small words, to be shown larger; none where there is no need."""
    return halves(_parsed(text))


def has_text(text: str) -> bool:
    """Whether the drawing has words in it."""
    return _parsed(text).find(f".//{{{_SVG}}}text") is not None


def _parsed(text: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(text.strip().encode(), parser)


def _clean(root: etree._Element) -> None:
    """Leave out what is not SVG (what drawing programs remember), and names that the description replaces."""
    for element in list(root.iter()):
        name = etree.QName(element)
        parent = element.getparent()
        if parent is not None and (name.namespace != _SVG or name.localname in ("title", "desc", "metadata")):
            parent.remove(element)
            continue
        for key in list(element.attrib):
            namespace = etree.QName(key).namespace
            if namespace not in (None, _XLINK) or str(key).startswith(("aria-", "data-")) or key == "role":
                del element.attrib[key]
    etree.cleanup_namespaces(root)


def _prefix_ids(root: etree._Element, name: str) -> None:
    ids = {element.get("id") for element in root.iter()} - {None}
    for element in root.iter():
        for key, value in element.attrib.items():
            if key == "id":
                element.set(key, f"{name}.{value}")
            elif "#" in str(value):
                element.set(key, _OWN_ADDRESS.sub(lambda found: _moved(found, ids, name), str(value)))


def _moved(address: re.Match[str], ids: set[str | None], name: str) -> str:
    return f"#{name}.{address[1]}" if address[1] in ids else address[0]


def _use_our_fonts(root: etree._Element) -> None:
    for element in root.iter():
        family = element.get("font-family", "").split(",")[0].strip(" '\"").lower()
        if family in _FAMILIES:
            element.set(
                "font-family", f"{_FAMILIES[family]}, {'serif' if family == 'literata' else 'sans-serif'}"
            )


def _adapts(element: etree._Element) -> bool:
    return "style" not in element.attrib and all(
        colour in _NO_COLOURS | _BLACK | _ON_BOTH | {SECONDARY.lower(), TINT.lower()}
        or (colour in _PLAIN_WHITE and (_is_outlined(element) or _is_words(element)))
        for _, colour in _colours(element)
    )


def _colours(element: etree._Element) -> Iterator[tuple[str, str]]:
    for key in ("fill", "stroke"):
        value = element.get(key)
        if value:
            yield key, value.strip().lower()


def _is_outlined(element: etree._Element) -> bool:
    return element.get("stroke", "none").lower() not in _NO_COLOURS - {"currentcolor"}


def _is_words(element: etree._Element) -> bool:
    shapes = [inner for inner in element.iter() if inner.tag != f"{{{_SVG}}}g"]
    return all(inner.tag in _TEXT for inner in shapes)


def _adapt(root: etree._Element) -> None:
    """Ink becomes the reader's colour, paper nothing; words in an accent would be too dark at night."""
    for element in root.iter():
        is_words = _is_words(element)
        for key, colour in _colours(element):
            if colour in _BLACK or colour == SECONDARY.lower() or (is_words and colour in _ON_BOTH):
                element.set(key, _CURRENT)
            elif colour in _PLAIN_WHITE and not is_words:
                element.set(key, "none")
            elif colour == TINT.lower():
                element.set(key, _CURRENT)
                element.set(f"{key}-opacity", _FAINT)
    if root.get("fill") is None:
        root.set("fill", _CURRENT)


def _ground(root: etree._Element) -> None:
    """White paper under the whole drawing, so that its colours are seen as they were meant."""
    box = root.get("viewBox", "").replace(",", " ").split()
    x, y, width, height = box if len(box) == len("xywh") else ("0", "0", "100%", "100%")
    ground = etree.Element(
        f"{{{_SVG}}}rect", {"x": x, "y": y, "width": width, "height": height, "fill": "#fff"}
    )
    root.insert(0, ground)
    root.set("color", INK)


def _fit(root: etree._Element) -> None:
    """As wide as it was drawn, counted in the reader's type, and never wider than the page."""
    width, height = (_LENGTH.fullmatch(root.attrib.pop(name, "")) for name in ("width", "height"))
    root.set("width", "100%")
    if width and height and not root.get("viewBox"):
        root.set("viewBox", f"0 0 {width[1]} {height[1]}")
    if width:
        root.set("style", f"max-width: {float(width[1]) * _EMS[width[2] or 'px']:.1f}em")


def _describe(root: etree._Element, description: str) -> None:
    root.set("role", "img")
    root.set("aria-label", description)
