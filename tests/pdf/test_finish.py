"""What the finished file says of itself, and what a screen reader is given to read."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name

from bindery.checks import verapdf
from bindery.checks.verdict import Outcome, Subject
from bindery.findings import Report
from bindery.pdf import Printed
from bindery.pdf.tree import Annotation, Content, Element, contents, elements, read_tree
from pdf.sample_book import DRAWING, ORNAMENT, Chapter, footnote, note, paragraph, part, printed
from pdf.shapes import kinds, structure

MARKED = re.compile(rb"/(\w+)\s*(?:<<(.*?)>>)?\s*B(?:DC|MC)")


@pytest.fixture(scope="session")
def pdf(book: Printed) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(book.pdf)) as opened:
        yield opened


@pytest.fixture(scope="session")
def tree(pdf: pikepdf.Pdf) -> Element:
    return read_tree(pdf)


def test_page_labels_are_the_folios(pdf: pikepdf.Pdf, book: Printed) -> None:
    assert [page.label for page in pdf.pages] == [page.label for page in book.pages.pages]


def test_title_language_and_date_are_the_books_and_said_twice_alike(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as xmp:
        assert (xmp["dc:title"], str(pdf.docinfo.Title)) == ("A sample", "A sample")
        assert (xmp["dc:creator"], str(pdf.docinfo.Author)) == (["One", "Two"], "One, Two")
        assert (xmp["xmp:CreateDate"], str(pdf.docinfo.CreationDate)) == (
            "2026-11-23T00:00:00Z",
            "D:20261123000000Z",
        )
        assert (xmp["xmp:ModifyDate"], str(pdf.docinfo.ModDate)) == (
            "2026-11-23T00:00:00Z",
            "D:20261123000000Z",
        )
        assert xmp["pdf:Producer"] == str(pdf.docinfo.Producer)
        assert (xmp["pdfuaid:part"], xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("1", "2", "A")
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_the_outline_leads_to_every_part(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Front", "Half", "Ch1", "Ch2", "Back"]


def test_links_lead_from_part_to_part(pdf: pikepdf.Pdf) -> None:
    names = {str(name) for name in pdf.Root.Names.Dests.Names if isinstance(name, pikepdf.String)}
    links = [link for page in pdf.pages for link in page.get("/Annots", ())]
    assert links
    assert {str(link.Dest) for link in links} <= names
    assert not any(str(link.Contents).startswith("#") for link in links)


@pytest.mark.parametrize(
    ("link", "told"),
    [('<a href="#x">some <b>words</b></a>', "some words"), ('<a href="#x" aria-label="word">{}</a>', "word")],
)
def test_a_link_tells_a_listener_where_it_leads(link: str, told: str) -> None:
    made = printed([part(Chapter("one", f'<p id="x">x {link.format(ORNAMENT)}</p>', "right"))])
    with pikepdf.open(BytesIO(made.pdf)) as opened:
        assert [str(annotation.Contents) for annotation in opened.pages[0].Annots] == [told]


def test_an_ornament_that_is_a_link_stays_one() -> None:
    tree = structure(
        f'<p id="x">x <a href="#x" style="display: block; height: 1mm"></a></p><a href="#x">{ORNAMENT}</a>'
    )
    links = [found for found in elements(tree) if found.kind == "Link"]
    assert [len([child for child in link.children if isinstance(child, Annotation)]) for link in links] == [
        1,
        1,
    ]


def test_every_font_is_embedded(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for font in page.Resources.Font.values():
            assert (
                "/FontFile2" in font.DescendantFonts[0].FontDescriptor
                or "/FontFile3" in font.DescendantFonts[0].FontDescriptor
            )


def test_heads_and_folios_are_artifacts_and_nothing_else_is_pagination(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        found = [
            entries for _, entries in MARKED.findall(page.Contents.read_bytes()) if b"Pagination" in entries
        ]
        assert len([entries for entries in found if b"Header" in entries]) == 1
        assert len([entries for entries in found if b"Footer" in entries]) == 1


def test_every_other_piece_of_content_is_read_exactly_once(pdf: pikepdf.Pdf, tree: Element) -> None:
    marked = [
        Content(index, int(entries.split()[1]))
        for index, page in enumerate(pdf.pages)
        for _, entries in MARKED.findall(page.Contents.read_bytes())
        if b"MCID" in entries
    ]
    read = list(contents(tree))
    assert len(set(read)) == len(read)
    assert set(read) == set(marked)


def test_the_parent_tree_leads_from_content_to_an_element(pdf: pikepdf.Pdf, tree: Element) -> None:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    rows = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert [int(page.StructParents) for page in pdf.pages] == list(range(len(pdf.pages)))
    assert all(rows[content.page][content.mcid].Type == Name.StructElem for content in contents(tree))


def test_a_drawing_with_a_title_is_a_figure_with_a_box_on_its_page() -> None:
    figure = next(found for found in elements(structure(DRAWING)) if found.kind == "Figure")
    left, lower, right, upper = (float(edge) for edge in figure.entries["/A"].BBox)
    assert str(figure.entries["/Alt"]) == "A round thing"
    assert (round(right - left, 1), round(upper - lower, 1)) == (15, 15)
    assert 600 < upper < 842 - 24 * 72 / 25.4


@pytest.mark.parametrize(
    "ornament",
    [
        ORNAMENT,
        '<img alt="" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">',
        '<p aria-hidden="true">* * *</p>',
    ],
)
def test_an_ornament_is_not_read(ornament: str) -> None:
    assert kinds(structure(f"<p>x</p>{ornament}")) == ["Document", "Sect", "H1", "P"]


def test_no_private_mark_is_left(book: Printed) -> None:
    with pikepdf.open(BytesIO(book.pdf)) as opened:
        assert not any(
            b"BinderyOrigin" in repr(item).encode()
            for item in opened.objects
            if "StructElem" in repr(item)[:900]
        )


def test_nothing_in_the_file_acts(pdf: pikepdf.Pdf) -> None:
    active = {
        "/JS",
        "/JavaScript",
        "/Launch",
        "/OpenAction",
        "/AA",
        "/EmbeddedFiles",
        "/EmbeddedFile",
        "/AcroForm",
    }
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            assert not active & set(item.keys())


def test_nothing_in_the_file_tells_of_the_machine(book: Printed) -> None:
    with pikepdf.open(BytesIO(book.pdf)) as opened:
        opened.save(plain := BytesIO(), object_stream_mode=pikepdf.ObjectStreamMode.disable, qdf=True)
    assert str(Path.home()).encode() not in plain.getvalue()
    assert b"file:" not in plain.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "zone"), [("1", "UTC"), ("2", "Asia/Tokyo")])
def test_the_bytes_are_the_same_with_another_seed_zone_and_folder(
    book: Printed, tmp_path: Path, seed: str, zone: str
) -> None:
    script = "import sys; from pdf.sample_book import printed; sys.stdout.buffer.write(printed().pdf)"
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    assert ran.stdout == book.pdf


RICH = (
    f"{DRAWING}{ORNAMENT}<p lang='fr'>x</p>{note('n')}{paragraph('p', inner=footnote('f'))}"
    "<table><thead><tr><td></td><th>Head</th></tr></thead><tr><th scope='row'>x</th><td>y</td></tr></table>"
    "<ul><li>a<ol><li>b</li></ol></li></ul><dl><dt>a</dt><dd>b</dd></dl>"
    f"<figure><div class='full'>{DRAWING}</div><figcaption>c</figcaption></figure>"
    '<div data-tag="TOC"><p data-tag="TOCI"><a href="#p">p</a></p></div><blockquote><p>q</p></blockquote>'
    "<p>5 <abbr title='minutes'>min</abbr> of <code>code</code></p>"
)


@pytest.mark.slow
def test_verapdf_calls_the_files_compliant_with_the_standards_they_claim(
    book: Printed, tmp_path: Path
) -> None:
    rich = [part(Chapter("one", RICH, "right"))]
    files = {"book": book, "rich": printed(rich), "rich-ua-2": printed(rich, standard="ua-2")}
    for name, made in files.items():
        (tmp_path / f"{name}.pdf").write_bytes(made.pdf)
    subjects = [Subject(tmp_path / f"{name}.pdf", name) for name in files]
    standards = [
        [(word.standard, word.outcome, word.findings) for word in words]
        for words in verapdf.examine(subjects)
    ]
    both = [("PDF/UA-1", Outcome.PASSED, ()), ("PDF/A-2a", Outcome.PASSED, ())]
    assert standards == [both, both, [("PDF/UA-2", Outcome.PASSED, ())]]


def test_the_sample_gives_no_finding_but_that_of_its_borrowed_font(
    book_report: Report, book: Printed
) -> None:
    assert book.pdf.startswith(b"%PDF-1.7")
    assert {finding.code for finding in book_report} == {"P005"}
