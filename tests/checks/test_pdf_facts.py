"""The facts of a PDF: the good one passes, and each mistake is found by its code."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from bindery.checks import labels
from bindery.checks.pdf_facts import facts
from bindery.checks.verdict import Expected, Outcome
from bindery.findings import Finding
from checks.epubs import subject
from checks.pdfs import MM, Change, folio_content, page_content, ruled, write_pdf


def judged(path: Path, expected: Expected | None = None) -> tuple[Finding, ...]:
    return facts.JUDGE.judge([subject(path, expected or Expected())])[0][0].findings


def codes_of(path: Path) -> set[str]:
    return {found.code for found in judged(path)}


def test_the_small_pdf_has_no_mistake(tmp_path: Path) -> None:
    [(verdict,)] = facts.JUDGE.judge([subject(write_pdf(tmp_path / "good.pdf"))])
    assert verdict.outcome is Outcome.PASSED
    assert verdict.findings == ()


def set_in_root(name: str, value: object) -> Change:
    return lambda pdf: pdf.Root.__setitem__(name, value)


def delete_from_root(name: str) -> Change:
    return lambda pdf: pdf.Root.__delitem__(name)


def link(**entries: Any) -> Change:
    """A link on the first page."""

    def change(pdf: pikepdf.Pdf) -> None:
        rectangle = Array([0, 0, 10, 10])
        annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rectangle, **entries)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(annotation)])

    return change


def link_to_a_page_taken_out(pdf: pikepdf.Pdf) -> None:
    lost = pdf.make_indirect(Dictionary(Type=Name.Page))
    link(Dest=Array([lost, Name.Fit]))(pdf)


def other_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo[Name.Title] = String("Another book")


def no_font_file(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Resources.Font.F1.FontDescriptor.FontFile2


def font_of_every_reader(pdf: pikepdf.Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].obj.Resources.Font.F2 = font


def enclosed_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, b"notes")


def bookmark_to_nowhere(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Lost", String("nowhere")))


def label_twice(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D), 2, Dictionary(S=Name.D, St=2)]))


def label_left_out(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D), 2, Dictionary(S=Name.D, St=4)]))


def no_label(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(), 1, Dictionary(S=Name.D)]))


MISTAKES: dict[str, tuple[str, Change]] = {
    "no tags": ("C030", delete_from_root("/StructTreeRoot")),
    "tags not mentioned": ("C030", delete_from_root("/MarkInfo")),
    "no language": ("C031", delete_from_root("/Lang")),
    "two titles": ("C032", other_title),
    "no title": ("C032", lambda pdf: pdf.docinfo.__delitem__("/Title")),
    "title not shown": ("C032", delete_from_root("/ViewerPreferences")),
    "a font without its file": ("C033", no_font_file),
    "a font that readers are said to have": ("C033", font_of_every_reader),
    "no labels": ("C034", delete_from_root("/PageLabels")),
    "a page without a label": ("C034", no_label),
    "a label twice": ("C034", label_twice),
    "a label left out": ("C034", label_left_out),
    "no bookmarks": ("C035", delete_from_root("/Outlines")),
    "a script at the start": (
        "C036",
        set_in_root("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("1"))),
    ),
    "a script by name": (
        "C036",
        set_in_root("/Names", Dictionary(JavaScript=Dictionary(Names=Array([])))),
    ),
    "an action by itself": ("C036", set_in_root("/AA", Dictionary())),
    "an order to start a program": ("C036", link(A=Dictionary(S=Name.Launch, F=String("x")))),
    "an order to send": ("C036", link(A=Dictionary(S=Name.SubmitForm, F=String("https://example.org")))),
    "an enclosed file": ("C036", enclosed_file),
    "a link without a target": ("C037", link()),
    "a link to a name that is not there": ("C037", link(Dest=String("nowhere"))),
    "a link to a page that is not there": ("C037", link_to_a_page_taken_out),
    "a link to no address": ("C037", link(A=Dictionary(S=Name.URI, URI=String("https://x.invalid/#id")))),
    "a link to a disk": ("C037", link(A=Dictionary(S=Name.URI, URI=String("file:///home/")))),
    "a bookmark to nowhere": ("C037", bookmark_to_nowhere),
}


@pytest.mark.parametrize(("code", "change"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_found(code: str, change: Change, tmp_path: Path) -> None:
    assert code in codes_of(write_pdf(tmp_path / "bad.pdf", change))


def named_target(pdf: pikepdf.Pdf) -> None:
    names = Array([String("there"), Array([pdf.pages[1].obj, Name.Fit])])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))
    link(Dest=String("there"))(pdf)


@pytest.mark.parametrize(
    "change",
    [
        named_target,
        lambda pdf: link(Dest=Array([pdf.pages[2].obj, Name.Fit]))(pdf),
        lambda pdf: link(A=Dictionary(S=Name.GoTo, D=Array([pdf.pages[2].obj, Name.Fit])))(pdf),
        link(A=Dictionary(S=Name.URI, URI=String("https://example.org/"))),
    ],
    ids=["by name", "by page", "by action", "to the web"],
)
def test_a_good_link_is_none(change: Change, tmp_path: Path) -> None:
    assert codes_of(write_pdf(tmp_path / "good.pdf", change)) == set()


def with_content(tmp_path: Path, more: Callable[[int], str], family: str = "C") -> tuple[Finding, ...]:
    """The findings whose codes begin so."""
    path = write_pdf(tmp_path / "book.pdf", content=lambda index: page_content(index) + more(index))
    return tuple(found for found in judged(path) if found.code.startswith(family))


def test_something_unmarked_is_found(tmp_path: Path) -> None:
    found = with_content(
        tmp_path, lambda index: folio_content("lost words", "/Span BMC") if index == 1 else "", "C04"
    )
    assert [each.code for each in found] == ["C040"]
    assert "page 2 of the file (folio 1)" in found[0].message
    assert "'lost words'" in found[0].message


def test_marked_content_that_nobody_owns_is_found(tmp_path: Path) -> None:
    found = with_content(
        tmp_path, lambda index: folio_content("lost", "/P <</MCID 7>> BDC") if index else "", "C04"
    )
    assert [each.code for each in found] == ["C040"] * 2


def test_a_folio_that_is_read_aloud_is_found(tmp_path: Path) -> None:
    found = with_content(tmp_path, lambda _: folio_content("abc", "/P <</MCID 0>> BDC"), "C04")
    assert [each.code for each in found] == ["C041"]
    assert "in the margin of 3 pages" in found[0].message


@pytest.mark.parametrize("pitch", [6, 7.9, 8.05, 8.9])
def test_lines_at_another_distance_are_found(pitch: float, tmp_path: Path) -> None:
    found = with_content(tmp_path, lambda _: f"/Artifact BMC 0.2 G {0.1 * MM} w {ruled(5, pitch)} EMC")
    assert {each.code for each in found} == {"C038"}
    assert f"5 ruled lines stand {pitch:.2f} mm apart" in found[0].message


@pytest.mark.parametrize("scale", [4 / 3, 3 / 4])
def test_a_drawing_of_another_size_is_found(scale: float, tmp_path: Path) -> None:
    lines = f"/Artifact BMC 0.2 G {0.1 * scale * MM} w {ruled(5, 8 * scale)} EMC"
    assert {each.code for each in with_content(tmp_path, lambda _: lines)} == {"C038"}


def test_rows_of_a_table_are_no_ruling(tmp_path: Path) -> None:
    assert with_content(tmp_path, lambda _: f"/Artifact BMC 0.2 G {0.1 * MM} w {ruled(5, 13.5)} EMC") == ()


@pytest.mark.parametrize("pitch", [8, 8.004, 16, 5])
def test_lines_at_the_right_distance_are_none(pitch: float, tmp_path: Path) -> None:
    assert with_content(tmp_path, lambda _: f"/Artifact BMC 0.2 G {0.1 * MM} w {ruled(9, pitch)} EMC") == ()


def test_other_distances_may_be_asked_for(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "book.pdf")
    assert {each.code for each in judged(path, Expected(pitches=(12.0,)))} == {"C038"}


def test_heavy_lines_are_rules_and_not_ruling(tmp_path: Path) -> None:
    assert with_content(tmp_path, lambda _: f"/Artifact BMC 0.2 G {0.3 * MM} w {ruled(5, 7)} EMC") == ()


@pytest.mark.parametrize("content", [b"", b"no PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_cannot_be_opened(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bad.pdf"
    path.write_bytes(content)
    [found] = judged(path)
    assert found.code == "C002"
    assert str(tmp_path) not in found.message


def test_a_damaged_stream_is_found(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        stream = pdf.pages[0].obj.Contents
        stream.write(b"no deflated data", filter=Name.FlateDecode)

    assert "C039" in codes_of(write_pdf(tmp_path / "bad.pdf", change))


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        (("i", "ii", "iii", "iv", "1", "2"), ()),
        (("37", "38"), ()),
        (("Cover", "i", "1"), ()),
        (("ix", "x", "xi", "1"), ()),
        (("i", "iii"), ("iii follows i",)),
        (("1", "3"), ("3 follows 1",)),
        (("i", "2"), ("2 follows i",)),
        (("1", ""), ("page 2 of the file has no label",)),
        (("1", "1"), ("the label 1 stands on page 1 of the file and again on page 2",)),
    ],
)
def test_labels_count_on(given: tuple[str, ...], faults: tuple[str, ...]) -> None:
    assert labels.faults(given) == faults
