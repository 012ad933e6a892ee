from io import BytesIO
from pathlib import Path

import pytest
import weasyprint
from PIL import Image

from bindery.findings import CannotGoOn, MachineError, Place, Report
from bindery.pdf import Fence, Order, PictureTask, print_book
from bindery.pdf.engine import Engine
from bindery.pdf.picture import picture
from pdf.sample_book import FOLDER, IMPRINT, Chapter, paragraph, part, printed
from pdf.workshop import workshop

HERE = "book/chapters/01-one.md:7"


def press(body: str, report: Report, folder: Path = FOLDER, css: str = "") -> bytes:
    places = {"p": Place("book/chapters/01-one.md", 7)}
    only = part(Chapter("one", body, "right"), css=css)
    order = Order(lambda _: [only], places, IMPRINT)
    return print_book(order, workshop(folder), report, lambda _: None).pdf


def found(report: Report) -> list[str]:
    return [str(finding) for finding in report if finding.code != "P005"]


@pytest.mark.parametrize(
    "body",
    [
        '<p id="p">x</p><img alt="x" src="{address}">',
        '<p id="p">x</p><p style="background: url({address})">x</p>',
        '<p id="p">x</p><svg xmlns="http://www.w3.org/2000/svg"><image width="9" height="9" href="{address}"/></svg>',
        '<p id="p">x</p><object type="image/png" data="{address}">x</object>',
    ],
)
def test_a_missing_picture_stops_the_press_and_names_the_block_before_it(body: str, tmp_path: Path) -> None:
    report, address = Report(), (tmp_path / "none.png").as_uri()
    with pytest.raises(CannotGoOn):
        press(body.format(address=address), report, tmp_path)
    assert found(report) == [f"book/chapters/01-one.md:7: error[P001] {address} does not exist"]


@pytest.mark.parametrize(
    "body",
    [
        '<link rel="stylesheet" href="file:///etc/passwd">',
        '<link rel="attachment" href="file:///etc/passwd">',
        "<style>@import url(file:///etc/passwd);</style>",
        "<style>@font-face { font-family: X; src: url(file:///etc/passwd) }</style>",
        '<img alt="x" src="http://127.0.0.1:9/x.png">',
    ],
)
def test_nothing_outside_is_read_by_any_way(body: str) -> None:
    report = Report()
    with pytest.raises(CannotGoOn):
        press(body, report)
    assert [finding.code for finding in report if finding.code == "P001"] == ["P001"]


def test_every_missing_file_of_a_part_is_reported_at_once(tmp_path: Path) -> None:
    report = Report()
    with pytest.raises(CannotGoOn):
        press(
            "".join(f'<img alt="x" src="{tmp_path.as_uri()}/{name}.png">' for name in "abc"), report, tmp_path
        )
    assert len(report) == 3


def test_the_missing_files_of_every_part_are_reported_at_once(tmp_path: Path) -> None:
    report = Report()
    parts = [
        part(Chapter(name, f'<img alt="x" src="{tmp_path.as_uri()}/{name}.png">', "right"))
        for name in ("a", "b")
    ]
    with pytest.raises(CannotGoOn):
        printed(parts, report)
    assert len(report) == 2


def test_a_broken_drawing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "broken.svg").write_text("<svg", "utf-8")
    report = Report()
    with pytest.raises(CannotGoOn):
        press(f'<p id="p">x</p><img alt="x" src="{tmp_path.as_uri()}/broken.svg">', report, tmp_path)
    assert [str(finding).partition("] ")[0] for finding in report] == [f"{HERE}: error[P002"]


def test_a_pointer_to_nowhere_is_an_error() -> None:
    report = Report()
    with pytest.raises(CannotGoOn):
        press('<p id="p">x <a href="#nowhere">y</a></p>', report)
    assert any("nowhere" in line and f"{HERE}: error[P002]" in line for line in found(report))


def test_a_rule_that_the_engine_ignores_is_a_warning() -> None:
    report = Report()
    press('<p id="p">x</p>', report, css="p { text-wrap: balance }")
    assert [finding.code for finding in report if finding.code != "P005"] == ["P003"]


def test_a_letter_that_no_font_has_is_an_error() -> None:
    report = Report()
    with pytest.raises(CannotGoOn):
        press('<p id="p">\U00013000 \U0001f9ff \U00016a40</p>', report)
    errors = [str(finding) for finding in report if finding.code == "P006"]
    assert errors
    assert all(error.startswith(HERE) for error in errors)


def test_a_font_that_is_not_the_books_is_named_with_its_letters() -> None:
    report = Report()
    press('<p id="p">héllo</p>', report)
    assert any("DejaVu" in str(finding) and "é" in str(finding) for finding in report)


def test_an_ornament_without_a_text_is_no_mistake() -> None:
    report = Report()
    press('<img alt="" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">', report)
    assert found(report) == []


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "other.html", "data:text/html,x"]
)
def test_a_link_out_of_the_book_leads_to_the_web_or_a_letter_box(address: str) -> None:
    report = Report()
    with pytest.raises(CannotGoOn):
        printed([part(Chapter("one", f'<p id="p"><a href="{address}">x</a></p>', "right"))], report)
    assert [finding.code for finding in report if finding.code != "P005"] == ["P004"]


def test_another_version_of_the_engine_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "VERSION", "71.0")
    with pytest.raises(MachineError, match=r"70\.0 is needed"):
        Engine(Fence([FOLDER]))


def test_a_picture_of_a_page_is_as_wide_as_asked_and_always_the_same() -> None:
    html = f"<style>@page {{ size: 210mm 297mm; margin: 0 }}</style>{paragraph('p')}"
    one, two = (picture(PictureTask(html, 800, (FOLDER,))) for _ in range(2))
    image = Image.open(BytesIO(one.png))
    assert one == two
    assert (image.format, image.width, abs(image.height - 800 * 297 / 210) < 2) == ("PNG", 800, True)
