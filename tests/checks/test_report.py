"""The report says what the judges said: to people on one page, to programs as JSON, the same bytes every time."""

import json
import re
from itertools import pairwise
from pathlib import Path

from lxml import etree

from bindery.checks.judge import FileReport, judge_files, manuscript_report
from bindery.checks.report import report_html, report_json
from bindery.checks.verdict import Outcome, Verdict, finding, verdict
from bindery.findings import Place
from checks.epubs import write_epub
from checks.pdfs import write_pdf

TITLE = "Small & large"
BAD = finding("C060", "<tree.svg> has no description", Place("output/a.epub/EPUB/one.xhtml", 12), "write one")
PASSED = Verdict("EPUBCheck", "5.3.0", Outcome.PASSED, standard="EPUB 3.3")
SKIPPED = Verdict("Ace", "", Outcome.SKIPPED, standard="EPUB Accessibility 1.1", remark="Ace is not here")
FAILED = verdict("Facts of the e-book", "lxml 6", [BAD])


def parsed(page: str) -> etree._Element:
    return etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8"))


def text_of(page: str) -> str:
    return " ".join("".join(str(text) for text in parsed(page).itertext()).split())


def test_the_page_names_every_verdict_in_words() -> None:
    page = report_html([FileReport("output/a.epub", (PASSED, SKIPPED, FAILED))], TITLE, "Standard edition")
    text = text_of(page)
    for words in (
        "There is something to mend",
        "1 file looked at, 1 of them failed. 1 finding below. 1 look was skipped: what was not judged is not proved.",
        "Met: EPUBCheck 5.3.0 found nothing against it.",
        "Not known: Ace did not look.",
        "Skipped: Ace is not here.",
        "A picture without a description",
        "<tree.svg> has no description",
        "output/a.epub/EPUB/one.xhtml:12",
        "write one",
    ):
        assert words in text
    assert "&lt;tree.svg&gt;" in page


def test_only_passes_make_a_pass() -> None:
    assert "Everything passed" in text_of(report_html([FileReport("a.epub", (PASSED,))], TITLE))
    partly = text_of(report_html([FileReport("a.epub", (PASSED, SKIPPED))], TITLE))
    assert "No mistake found, but not everything was judged" in partly
    assert "Partly judged" in partly
    assert "not everything was judged" in text_of(report_html([], TITLE))


def test_the_page_stands_alone() -> None:
    page = report_html([FileReport("a.epub", (PASSED, FAILED))], TITLE)
    root = parsed(page)
    assert root.get("lang") == "en-GB"
    assert not list(root.iter("script", "link", "img", "iframe"))
    assert "url(" not in page
    assert all(link.get("href", "").startswith("#") for link in root.iter("a"))
    assert re.findall(r"https?://", page) == []
    levels = [int(str(heading.tag)[1]) for heading in root.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_many_findings_of_a_kind_are_counted() -> None:
    many = [finding("C060", f"picture {number}", Place("a.epub")) for number in range(20)]
    text = text_of(report_html([FileReport("a.epub", (verdict("X", "", many),))], TITLE))
    assert "picture 7" in text
    assert "picture 8" not in text
    assert "And 12 more of this kind" in text


def test_the_manuscript_is_a_part_of_the_report() -> None:
    found = finding("A001", "the id map stands twice", Place("book/chapters/01.md", 3))
    text = text_of(report_html([manuscript_report([found])], TITLE))
    assert "Manuscript" in text
    assert "book/chapters/01.md:3" in text
    assert manuscript_report([]).outcome is Outcome.PASSED


def test_json_holds_everything() -> None:
    data = json.loads(report_json([FileReport("output/a.epub", (PASSED, FAILED))]))
    assert data["outcome"] == "failed"
    [file] = data["files"]
    assert [word["outcome"] for word in file["verdicts"]] == ["passed", "failed"]
    assert file["verdicts"][1]["findings"] == [
        {
            "code": "C060",
            "severity": "error",
            "message": "<tree.svg> has no description",
            "file": "output/a.epub/EPUB/one.xhtml",
            "line": 12,
            "column": 0,
            "hint": "write one",
        }
    ]


def test_the_same_files_in_another_folder_give_the_same_bytes(tmp_path: Path) -> None:
    pages = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        swap = ("EPUB/text/one.xhtml", "two.xhtml#two", "three.xhtml")
        epub = write_epub(folder / "output" / "book.epub", swap)
        cut = folder / "output" / "cut.pdf"
        cut.write_bytes(b"%PDF")
        files = [epub, write_pdf(folder / "output" / "book-print.pdf"), cut]
        reports = judge_files(files, folder, quick=True)
        pages.append(report_html(reports, TITLE) + report_json(reports))
    assert pages[0] == pages[1]
    assert str(tmp_path) not in pages[0]
    assert "output/book.epub/EPUB/text/one.xhtml" in pages[0]
