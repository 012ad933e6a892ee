"""Drawings: an SVG may draw, and do nothing else."""

import re
from collections.abc import Iterator
from xml.parsers import expat

from lxml import etree

from bindery.findings import Place, Report, remembered
from bindery.intake.closest import suggestion
from bindery.intake.svg_measures import DRAWN_LIMIT, bad_size, drawn_elements
from bindery.intake.svg_numbers import bad_numbers

_SVG = "http://www.w3.org/2000/svg"
# Drawing programs nest groups a dozen deep.
_DEPTH_LIMIT = 100
# Elements that run, animate, link, embed, or hold another language.
_ACTIVE = frozenset(
    (
        "a",
        "animate",
        "animateColor",
        "animateMotion",
        "animateTransform",
        "audio",
        "canvas",
        "discard",
        "embed",
        "foreignObject",
        "handler",
        "iframe",
        "link",
        "listener",
        "mpath",
        "object",
        "script",
        "set",
        "video",
    )
)
_ADDRESSES = frozenset(("href", "src", "base", "data", "ping"))
# An address of CSS that does not point into the drawing itself, or a way to hide one.
_OUTSIDE_CSS = re.compile(r"""url\((?!\s*["']?\s*#)|@import|image-set\(|\bsrc\(|\\""", re.IGNORECASE)
_OWN_PART = re.compile(r"""url\(\s*["']?\s*#([^)"'\s]*)""", re.IGNORECASE)
_LENGTH = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?|\.[0-9]{1,9})(?:px)?")


# A drawing that stands in many places is looked at once.
@remembered(64)
def check_svg(text: str, file: str, report: Report) -> tuple[float, float] | None:
    """Width and height of a drawing (0, 0 when it does not say); None, after findings, when it does more than draw."""
    index = _declaration(text)
    if index is not None:
        message = "a drawing cannot declare a document type or entities"
        report.add("I027", message, Place(file, text.count("\n", 0, index) + 1), "delete that declaration")
        return None
    root = _parsed(text, file, report)
    if root is None or not _is_clean(root, file, report) or not _can_be_drawn(root, file, report):
        return None
    return _size(root)


def _declaration(text: str) -> int | None:
    found = re.search(r"<!(DOCTYPE|ENTITY)", text, re.IGNORECASE)
    return found.start() if found else None


def _parsed(text: str, file: str, report: Report) -> etree._Element | None:
    data = text.strip().encode()
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False)
    root, position = None, _stumble(data)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        position = error.position
    if position or root is None:
        line, column = position or (1, 1)
        place = Place(file, max(line, 1), max(column, 0))
        report.add(
            "I024", "this drawing is not well-formed XML", place, "save it anew from a drawing program"
        )
        return None
    if root.tag != f"{{{_SVG}}}svg":
        hint = f'its outermost element must be <svg xmlns="{_SVG}">'
        report.add("I024", "this is not an SVG drawing", Place(file, root.sourceline or 1), hint)
        return None
    return root


def _stumble(data: bytes) -> tuple[int, int] | None:
    """Line and column at which the engine's parser stumbles, which is stricter with names and names of encodings."""
    try:
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as error:
        return error.lineno, error.offset + 1
    except (LookupError, ValueError):
        return 1, 1
    return None


def _is_clean(root: etree._Element, file: str, report: Report) -> bool:
    clean = True
    for element, depth in _walk(root):
        for code, message, hint in _faults(element, depth):
            report.add(code, message, Place(file, element.sourceline or 1), hint)
            clean = False
        if depth > _DEPTH_LIMIT:
            break
    return (
        clean and _instructions_are_none(root, file, report) and _pointers_lead_somewhere(root, file, report)
    )


def _walk(root: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            depth += 1
            yield element, depth
        else:
            depth -= 1


def _faults(element: etree._Element, depth: int) -> Iterator[tuple[str, str, str]]:
    name = etree.QName(element)
    if depth > _DEPTH_LIMIT:
        yield "I028", f"this drawing is nested more than {_DEPTH_LIMIT} deep", "take groups out of groups"
    if name.localname in _ACTIVE or (name.namespace or "").endswith("/xhtml"):
        yield "I025", f"a drawing may not hold <{name.localname}>", "delete that element"
    if name.localname == "style" and _OUTSIDE_CSS.search(element.xpath("string()")):
        yield "I026", "the styles of this drawing point outside it", "delete what names another file"
    for key, value in bad_numbers(element):
        yield "I030", f'"{value[:40]}" is no number that can be drawn ({key})', "draw that part anew"
    for key, value in element.attrib.items():
        yield from _attribute_faults(etree.QName(key).localname, value)


def _attribute_faults(name: str, value: str) -> Iterator[tuple[str, str, str]]:
    if name.lower().startswith("on"):
        yield "I025", f'a drawing may not hold "{name}", which runs a script', "delete that attribute"
    elif name.lower() in _ADDRESSES and not value.lstrip().startswith("#"):
        yield "I026", f'"{name}" points outside this drawing', "draw the thing here, or leave it out"
    elif _OUTSIDE_CSS.search(value) and ("(" in value or name == "style"):
        yield "I026", f'"{name}" points outside this drawing', "delete that address"


def _can_be_drawn(root: etree._Element, file: str, report: Report) -> bool:
    place, size, count = Place(file, root.sourceline or 1), bad_size(root), drawn_elements(root)
    if size:
        hint = "save it anew from a drawing program, with a width and a height"
        report.add("I030", f'with "{size[0]}" at "{size[1]}" this drawing has no size', place, hint)
    if count is None:
        hint = "delete the <use> or the pattern that leads back to where it stands"
        report.add("I029", "a part of this drawing is drawn inside itself", place, hint)
    elif count > DRAWN_LIMIT:
        message = f"this drawing has more than {DRAWN_LIMIT} parts, copies counted"
        report.add("I029", message, place, "make it simpler, or save it as a PNG")
    return not size and count is not None and count <= DRAWN_LIMIT


def _instructions_are_none(root: etree._Element, file: str, report: Report) -> bool:
    found = root.xpath("(//processing-instruction() | /processing-instruction())")
    for instruction in found:
        message = f"a drawing may not hold the instruction <?{instruction.target} ...?>"
        report.add("I027", message, Place(file, instruction.sourceline or 1), "delete it")
    return not found


def _pointers_lead_somewhere(root: etree._Element, file: str, report: Report) -> bool:
    """Whether all that is pointed to is there: engines leave out what points to nothing, without a word."""
    ids = set(root.xpath("//@id"))
    missing = [
        (element, name)
        for element in root.iter(etree.Element)
        for name in _pointers(element)
        if name not in ids
    ]
    for element, name in missing:
        message = f'this drawing has no part with the id "{name}"'
        hint = suggestion(name, map(str, ids)) or "draw that part, or delete what points to it"
        report.add("I031", message, Place(file, element.sourceline or 1), hint)
    return not missing


def _pointers(element: etree._Element) -> Iterator[str]:
    """The ids that an element points to: by an address, or from its paint or its styles."""
    style = element.xpath("string()") if etree.QName(element).localname == "style" else ""
    for key, value in element.attrib.items():
        if etree.QName(key).localname == "href":
            yield value.strip().removeprefix("#")
        yield from _OWN_PART.findall(value)
    yield from _OWN_PART.findall(style)


def _size(root: etree._Element) -> tuple[float, float]:
    own = [root.get(name, "").strip() for name in ("width", "height")]
    box = root.get("viewBox", "").replace(",", " ").split()[2:]
    return _pair(own) or _pair(box) or (0.0, 0.0)


def _pair(lengths: list[str]) -> tuple[float, float] | None:
    found = [_LENGTH.fullmatch(length) for length in lengths]
    match found:
        case [re.Match() as width, re.Match() as height]:
            return float(width[1]), float(height[1])
        case _:
            return None
