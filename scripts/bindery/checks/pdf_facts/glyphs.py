"""Every letter that is printed has a shape in its font."""

from collections.abc import Iterator

import pikepdf

from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.findings import Finding

_SHOWS = {"Tj", "'", '"', "TJ"}
# All that matters here: the rest of a page is passed over.
_LOOKED_AT = " ".join(("Tf", "Do", *sorted(_SHOWS)))
_BYTES_PER_CODE = 2
# How a code 0 may be spelt in what is written of a string: in hexadecimal, in octal, or as it is.
_ZEROS = (b"0000", b"\\000\\000", b"\0\0")
_REPLACEMENT = "\ufffd"


def glyphs(opened: OpenedPdf) -> Iterator[Finding]:
    """No code 0 of a composite font, which is the empty box, and no letter that a reader could not name."""
    for index, page in enumerate(opened.pdf.pages):
        missing = _missing_on(page.obj)
        if missing:
            yield opened.finding("C118", f"{missing} letters are missing in their font: empty boxes", index)
        unnamed = [thing for thing in opened.painted[index].things if _REPLACEMENT in thing.text]
        if unnamed:
            yield opened.finding("C118", "letters are printed that no reader can name", index, unnamed[0].top)


def _missing_on(page: pikepdf.Object) -> int:
    """How many empty boxes a page shows; none where it cannot be read, which is told as damage."""
    try:
        return sum(_missing(page, page.get("/Resources", pikepdf.Dictionary()), set()))
    except pikepdf.PdfError:
        return 0


def _missing(stream: pikepdf.Object, resources: pikepdf.Object, seen: set[tuple[int, int]]) -> Iterator[int]:
    """How many empty boxes each string of a page or form shows, and those of the forms in it."""
    fonts = resources.get("/Font", pikepdf.Dictionary())
    forms = resources.get("/XObject", pikepdf.Dictionary())
    composite = False
    for instruction in pikepdf.parse_content_stream(stream, _LOOKED_AT):
        operands, name = instruction.operands, str(instruction.operator)
        if name == "Tf":
            composite = _is_composite(fonts.get(str(operands[0])))
        elif name in _SHOWS and composite:
            yield sum(_boxes(string) for operand in operands for string in _strings(operand))
        elif name == "Do":
            yield from _in_form(forms.get(str(operands[0])), resources, seen)


def _in_form(
    form: pikepdf.Object | None, resources: pikepdf.Object, seen: set[tuple[int, int]]
) -> Iterator[int]:
    if form is None or form.get("/Subtype") != "/Form" or form.objgen in seen:
        return
    seen.add(form.objgen)
    yield from _missing(form, form.get("/Resources", resources), seen)


def _is_composite(font: pikepdf.Object | None) -> bool:
    return (
        font is not None
        and font.get("/Subtype") == "/Type0"
        and str(font.get("/Encoding", "")) == "/Identity-H"
    )


def _strings(operand: pikepdf.Object) -> Iterator[bytes]:
    """The strings that may hold a code 0 among those that an operator is given, alone or in an array."""
    if isinstance(operand, pikepdf.String):
        yield bytes(operand)
    elif isinstance(operand, pikepdf.Array) and _may_hold_zeros(operand.unparse()):
        yield from (bytes(part) for part in operand.as_list() if isinstance(part, pikepdf.String))


def _may_hold_zeros(spelt: bytes) -> bool:
    return any(zeros in spelt for zeros in _ZEROS)


def _boxes(string: bytes) -> int:
    codes = (string[at : at + _BYTES_PER_CODE] for at in range(0, len(string), _BYTES_PER_CODE))
    return sum(code == b"\0\0" for code in codes)
