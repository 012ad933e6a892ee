"""What a page of a PDF looks like: each mistake is found by its code, with its page and its place in the manuscript."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from bindery.checks.pdf_facts import facts
from bindery.checks.verdict import Expected
from bindery.findings import Finding, Place
from checks.epubs import subject
from checks.pdfs import HEIGHT, MM, Change, page_content, ruled, text, write_pdf

MANUSCRIPT = {"block": Place("book/chapters/01.md", 12)}


def judged(
    path: Path,
    more: str = "",
    change: Change | None = None,
    content: Callable[[int], str] = page_content,
    expected: Expected | None = None,
) -> tuple[Finding, ...]:
    """The findings on a PDF with more on its second page."""
    pdf = write_pdf(
        path / "book.pdf", change, content=lambda index: content(index) + (more if index == 1 else "")
    )
    return facts.JUDGE.judge([subject(pdf, expected or Expected())])[0][0].findings


def artifact(drawing: str) -> str:
    return f"/Artifact BMC {drawing} EMC "


def read(drawing: str) -> str:
    return f"/P <</MCID 1>> BDC {drawing} EMC "


def strokes(drawing: str) -> str:
    return artifact(f"0.2 G {0.1 * MM} w {drawing}")


def box(left: float, down: float, width: float, height: float) -> str:
    return f"{left * MM} {(HEIGHT - down - height) * MM} {width * MM} {height * MM} re f"


DRAWN = {
    "text at the edge of the paper": ("C110", artifact(text(3, 150, "abc"))),
    "a drawing at the edge of the paper": ("C110", artifact(box(205, 100, 5, 5))),
    "text beside the text block": ("C111", read(text(184, 150, "abcd"))),
    "text below the text block": ("C111", read(text(25, 268, "abcd"))),
    "a ruled line beside the text block": ("C111", strokes(ruled(1, 8, 150, left=20))),
    "two texts on one place": ("C112", read(text(25, 150, "abc") + text(26, 151, "abc"))),
    "a line through a text": ("C112", read(text(25, 150, "abc")) + strokes(ruled(1, 8, 149))),
    "a text that runs out of its box": (
        "C112",
        read(text(25, 150, "abcdef")) + artifact(box(30, 140, 0.3, 20)),
    ),
    "tiny type": ("C125", read(text(25, 150, "abc", size=8))),
    "lines without a prompt": ("C115", strokes(ruled(5, 8, 180))),
    "pale words": ("C120", f"0.6 g {read(text(25, 150, 'abc'))} 0 g"),
    "words on a ground of their colour": (
        "C120",
        artifact(box(25, 140, 40, 20)) + read(text(30, 150, "abc")),
    ),
    "a wrong folio": ("C121", artifact(text(60, 280, "2"))),
    "much ink": ("C124", artifact(box(30, 130, 150, 100))),
}


@pytest.mark.parametrize(("code", "more"), DRAWN.values(), ids=DRAWN.keys())
def test_a_mistake_on_a_page_is_found(code: str, more: str, tmp_path: Path) -> None:
    found = [each for each in judged(tmp_path, more) if each.code == code]
    assert found
    assert "page 2 of the file (folio 1)" in found[0].message


GOOD = {
    "a large letter that hangs out": read(text(21, 160, "a", size=60)),
    "tails that reach a little into the next line": read(text(25, 150, "abc") + text(25, 152.2, "abc")),
    "a line under a text": read(text(25, 150, "abc")) + strokes(ruled(1, 8, 150.5)),
    "lines with a prompt beside them": read(text(25, 185, "abc")) + strokes(ruled(5, 8, 180, left=73)),
    "white words on black": artifact(box(25, 140, 40, 20)) + f"1 g {read(text(30, 150, 'abc'))} 0 g",
    "the right folio": artifact(text(60, 280, "1")),
}


@pytest.mark.parametrize("more", GOOD.values(), ids=GOOD.keys())
def test_what_is_right_is_not_found(more: str, tmp_path: Path) -> None:
    assert judged(tmp_path, more) == ()


def test_a_page_with_nothing_on_it_is_found(tmp_path: Path) -> None:
    found = judged(tmp_path, content=lambda index: "" if index == 1 else page_content(index))
    assert {each.code for each in found} == {"C123"}


def test_a_page_with_a_few_words_is_nearly_empty(tmp_path: Path) -> None:
    few = f"/H1 <</MCID 0>> BDC {text(25, 30, 'abc')} EMC {read(text(25, 40, 'abc'))}"
    found = judged(tmp_path, content=lambda index: few if index == 1 else page_content(index))
    assert [each.code for each in found] == ["C117"]
    assert "224 mm of the page are empty" in found[0].message


def test_the_end_of_a_chapter_may_be_nearly_empty(tmp_path: Path) -> None:
    few = f"/H1 <</MCID 0>> BDC {text(25, 30, 'abc')} EMC {read(text(25, 40, 'abc'))}"
    assert judged(tmp_path, content=lambda index: few if index == 2 else page_content(index)) == ()


def element(pdf: pikepdf.Pdf, kind: str, kids: object, **entries: Any) -> pikepdf.Object:
    parent = pdf.Root.StructTreeRoot.K[0]
    return pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent, K=kids, Pg=pdf.pages[1].obj, **entries)
    )


def on_pages(pdf: pikepdf.Pdf, first: int, second: int) -> Array:
    """The second marked content of two pages as kids of one element."""
    return Array([Dictionary(Type=Name.MCR, Pg=pdf.pages[index].obj, MCID=1) for index in (first, second)])


def heading_alone(pdf: pikepdf.Pdf) -> None:
    kids = pdf.Root.StructTreeRoot.K[0].K
    kids[2], kids[3] = kids[3], kids[2]


def with_row_over_two_pages(pdf: pikepdf.Pdf) -> None:
    kids = pdf.Root.StructTreeRoot.K[0].K
    kids[3] = element(pdf, "TR", on_pages(pdf, 1, 2))
    del kids[5]


def with_paragraph_over_two_pages(pdf: pikepdf.Pdf) -> None:
    kids = pdf.Root.StructTreeRoot.K[0].K
    kids[3] = element(pdf, "P", on_pages(pdf, 1, 2))
    del kids[5]


def with_figure(**entries: Any) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.K[0].K[3] = element(pdf, "Figure", 1, **entries)

    return change


STRUCTURES: dict[str, tuple[str, Change]] = {
    "a heading alone at the foot": ("C113", heading_alone),
    "single lines": ("C114", with_paragraph_over_two_pages),
    "a row in two": ("C116", with_row_over_two_pages),
    "a figure without words": ("C122", with_figure()),
    "a figure with an empty text": ("C122", with_figure(Alt=String(" "))),
}


@pytest.mark.parametrize(("code", "change"), STRUCTURES.values(), ids=STRUCTURES.keys())
def test_a_mistake_of_structure_is_found(code: str, change: Change, tmp_path: Path) -> None:
    found = [each for each in judged(tmp_path, change=change) if each.code == code]
    assert found
    assert "page 2 of the file (folio 1)" in found[0].message


def test_a_figure_with_its_text_is_none(tmp_path: Path) -> None:
    assert judged(tmp_path, change=with_figure(Alt=String("A tree"))) == ()


def test_two_lines_on_each_side_are_enough(tmp_path: Path) -> None:
    more = read(text(25, 66, "abc"))
    content = {index: page_content(index) + more for index in range(3)}
    assert judged(tmp_path, change=with_paragraph_over_two_pages, content=content.__getitem__) == ()


def composite_font(pdf: pikepdf.Pdf) -> None:
    fonts = pdf.pages[1].obj.Resources.Font
    below = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/AAAAAA+Blocks"), CIDToGIDMap=Name.Identity,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=fonts.F1.FontDescriptor, DW=500,
    )  # fmt: skip
    fonts.F2 = pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/AAAAAA+Blocks"), Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(below)]),
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    "shown", ["<000500000006> Tj", "[<0005> 9 <00000006>] TJ", r"[(\000\005) 9 (\000\000)] TJ"]
)
def test_an_empty_box_is_found(shown: str, tmp_path: Path) -> None:
    shown = read(f"BT /F2 10 Tf 1 0 0 1 {25 * MM} {150 * MM} Tm {shown} ET")
    found = [each.message for each in judged(tmp_path, shown, composite_font) if each.code == "C118"]
    assert "1 letters are missing in their font" in found[0]


def with_picture(side: int) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        picture = pdf.make_stream(bytes(range(side)) * side)
        picture.update(
            {"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": side, "/Height": side,
             "/ColorSpace": Name.DeviceGray, "/BitsPerComponent": 8}
        )  # fmt: skip
        pdf.pages[1].obj.Resources.XObject = Dictionary(Im=picture)

    return change


@pytest.mark.parametrize(("side", "codes"), [(59, {"C119"}), (119, set())])
def test_a_picture_has_three_hundred_dots_an_inch(side: int, codes: set[str], tmp_path: Path) -> None:
    shown = read(f"q {10 * MM} 0 0 {10 * MM} {25 * MM} {130 * MM} cm /Im Do Q")
    assert {each.code for each in judged(tmp_path, shown, with_picture(side))} == codes


@pytest.mark.parametrize(
    ("words", "codes"), [("1", {"C121"}), ("2", set()), ("see page 1", {"C121"}), ("abc 1", set())]
)
def test_a_number_in_a_link_is_that_of_its_page(words: str, codes: set[str], tmp_path: Path) -> None:
    def link(pdf: pikepdf.Pdf) -> None:
        rectangle = Array([25 * MM, 140 * MM, 80 * MM, 155 * MM])
        annotation = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=rectangle, Dest=Array([pdf.pages[2].obj, Name.Fit])
        )
        pdf.pages[1].obj.Annots = Array([pdf.make_indirect(annotation)])

    assert {each.code for each in judged(tmp_path, read(text(25, 150, words)), link)} == codes


def test_pages_that_the_press_did_not_count_are_found(tmp_path: Path) -> None:
    found = judged(tmp_path, expected=Expected(page_labels=("i", "1", "3")))
    assert [each.code for each in found] == ["C121"]
    assert "page 3 of the file (folio 2)" in found[0].message


def test_a_finding_names_the_block_of_the_manuscript_that_it_comes_from(tmp_path: Path) -> None:
    def name(pdf: pikepdf.Pdf) -> None:
        there = Array([pdf.pages[1].obj, Name.XYZ, 0, (HEIGHT - 140) * MM, 0])
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("block"), there])))

    more = read(text(184, 150, "abcd"))
    found = judged(tmp_path, more, name, expected=Expected(places=MANUSCRIPT))
    assert [str(each.place) for each in found] == ["book/chapters/01.md:12"]
