"""A small PDF that every judge passes, built thing by thing, and ways to break it."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name, String

Change = Callable[[pikepdf.Pdf], object]

MM = 72 / 25.4
HEIGHT = 297
LABELS = ("i", "1", "2")
HEADINGS = ("one", "a tree with two branches", "two")
"""The words with which the pages of the small e-book begin."""
_LETTERS = " 12abcdefghijklmnopqrstuvwxyz"
_XMP = "http://www.aiim.org/pdfua/ns/id/"


def page_content(index: int) -> str:
    """A heading and a paragraph; six ruled lines 8 mm apart and a folio, both decoration."""
    folio = "abe"[index]
    return f"""
/H1 <</MCID 0>> BDC BT /F1 19 Tf 1 0 0 1 {25 * MM} {250 * MM} Tm ({HEADINGS[index]}) Tj ET EMC
/P <</MCID 1>> BDC {text(25, 60, "write here")} EMC
/Artifact BMC 0.55 G {0.1 * MM} w {ruled(6, 8)} EMC
{folio_content(folio)}
"""


def folio_content(text: str, begin: str = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC") -> str:
    """Text where folios stand."""
    return f"{begin} BT /F1 14 Tf 1 0 0 1 {100 * MM} {15 * MM} Tm ({text}) Tj ET EMC"


def text(left: float, down: float, words: str, size: float = 10) -> str:
    """Words at a place in mm from the upper left corner of the page, a size in points."""
    return f"BT /F1 {size} Tf 1 0 0 1 {left * MM} {(HEIGHT - down) * MM} Tm ({words}) Tj ET"


def ruled(count: int, pitch: float, down: float = 70, left: float = 25) -> str:
    """Strokes as far as 185 mm, `pitch` mm apart, from `down` mm down."""
    heights = [(HEIGHT - down - number * pitch) * MM for number in range(count)]
    return " ".join(f"{left * MM} {height} m {185 * MM} {height} l S" for height in heights)


def write_pdf(path: Path, change: Change | None = None, content: Callable[[int], str] = page_content) -> Path:
    """The small PDF, with what `change` does to it before it is written."""
    with pikepdf.new() as pdf:
        font = _font(pdf)
        for index in range(len(LABELS)):
            _add_page(pdf, font, content(index))
        _describe(pdf)
        _tag(pdf)
        _label(pdf)
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Chapter", 1))
        if change is not None:
            change(pdf)
        path.parent.mkdir(parents=True, exist_ok=True)
        pdf.save(path, fix_metadata_version=False)
    return path


def _add_page(pdf: pikepdf.Pdf, font: pikepdf.Object, content: str) -> None:
    page = pdf.add_blank_page(page_size=(210 * MM, HEIGHT * MM)).obj
    page.Resources = Dictionary(Font=Dictionary(F1=font))
    page.Contents = pdf.make_stream(content.encode())
    page.StructParents = len(pdf.pages) - 1
    page.Tabs = Name.S


def _describe(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root
    root.Lang = String("en-GB")
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo[Name.Title] = String("A small book")
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = "A small book"
        metadata[f"{{{_XMP}}}part"] = "1"


def _tag(pdf: pikepdf.Pdf) -> None:
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    pairs = [
        [
            pdf.make_indirect(Dictionary(Type=Name.StructElem, S=kind, P=document, Pg=page.obj, K=number))
            for number, kind in enumerate((Name.H1, Name.P))
        ]
        for page in pdf.pages
    ]
    document.K = Array([element for pair in pairs for element in pair])
    root.K = Array([document])
    numbers = Array([part for index, pair in enumerate(pairs) for part in (index, Array(pair))])
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    pdf.Root.StructTreeRoot = root


def _label(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r), 1, Dictionary(S=Name.D)]))


def _font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    file = pdf.make_stream(_font_file())
    file.Length1 = len(_font_file())
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/AAAAAA+Blocks"), Flags=32, FontBBox=Array([0, 0, 500, 700]),
        ItalicAngle=0, Ascent=700, Descent=0, CapHeight=700, StemV=80, FontFile2=file,
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/AAAAAA+Blocks"), Encoding=Name.WinAnsiEncoding,
            FirstChar=32, LastChar=122, Widths=Array([500] * 91), FontDescriptor=pdf.make_indirect(descriptor),
        )
    )  # fmt: skip


@cache
def _font_file() -> bytes:
    """A font in which every letter is a block."""
    names = [".notdef", *(f"uni{ord(letter):04X}" for letter in _LETTERS)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): name for letter, name in zip(_LETTERS, names[1:], strict=True)})
    pen = TTGlyphPen(None)
    for move, point in (
        ("moveTo", (50, 0)),
        ("lineTo", (50, 700)),
        ("lineTo", (450, 700)),
        ("lineTo", (450, 0)),
    ):
        getattr(pen, move)(point)
    pen.closePath()
    block = pen.glyph()
    builder.setupGlyf(dict.fromkeys(names, block))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 50)))
    builder.setupHorizontalHeader(ascent=700, descent=0)
    builder.setupNameTable({"familyName": "Blocks", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    output = BytesIO()
    builder.save(output)
    return output.getvalue()
