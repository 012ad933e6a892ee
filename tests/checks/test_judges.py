"""The real judges pass the good files and catch the broken ones."""

from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest

from bindery.checks import ace, agreement, epubcheck, reading, verapdf
from bindery.checks.judge import judge_files
from bindery.checks.verdict import Judge, Outcome, Verdict
from checks.epubs import Swap, subject, write_epub
from checks.pdfs import folio_content, page_content, write_pdf

ONE_FILE, TWO_FILE, PACKAGE_FILE = "EPUB/text/one.xhtml", "EPUB/text/two.xhtml", "EPUB/package.opf"


def verdicts(judge: Judge, paths: Sequence[Path]) -> list[Verdict]:
    return [word for words in judge.judge([subject(path) for path in paths]) for word in words]


def broken_epub(folder: Path, name: str, *swaps: Swap, **files: str | bytes) -> Path:
    return write_epub(
        folder / f"{name}.epub", *swaps, files={f"EPUB/{key}": data for key, data in files.items()}
    )


@pytest.mark.slow
def test_epubcheck(tmp_path: Path) -> None:
    good = write_epub(tmp_path / "good.epub")
    bad = broken_epub(tmp_path, "bad", (ONE_FILE, "two.xhtml#two", "two.xhtml#three"))
    warned = broken_epub(tmp_path, "warned", ("EPUB/nav.xhtml", 'one.xhtml">One', 'two.xhtml#two">One'))
    cut = tmp_path / "cut.epub"
    cut.write_bytes(good.read_bytes()[:500])
    first, second, third, fourth = verdicts(epubcheck.JUDGE, [good, bad, warned, cut])
    assert (first.outcome, first.version, first.standard) == (Outcome.PASSED, "5.3.0", "EPUB 3.3")
    assert [found.code for found in second.findings] == ["C010"]
    assert second.findings[0].message.startswith("RSC-012")
    assert str(second.findings[0].place).startswith("bad.epub/EPUB/text/one.xhtml:9:")
    assert third.outcome is Outcome.FAILED
    assert {found.code for found in third.findings} == {"C011"}
    assert fourth.outcome is Outcome.FAILED
    assert all(str(tmp_path) not in str(found) for found in fourth.findings)


@pytest.mark.slow
def test_verapdf(tmp_path: Path) -> None:
    good = write_pdf(tmp_path / "good.pdf")
    bad = write_pdf(
        tmp_path / "bad.pdf", content=lambda n: page_content(n) + folio_content("lost", "/Span BMC")
    )
    no_pdf = tmp_path / "no.pdf"
    no_pdf.write_bytes(b"no PDF")

    def claims_archive(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata() as metadata:
            metadata["pdfaid:part"] = "2"
            metadata["pdfaid:conformance"] = "A"

    def claims_part_2(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata() as metadata:
            metadata["{http://www.aiim.org/pdfua/ns/id/}part"] = "2"

    claiming = write_pdf(tmp_path / "claiming.pdf", claims_archive)
    newer = write_pdf(tmp_path / "newer.pdf", claims_part_2)
    first, second, third, fourth, fifth, sixth = verdicts(verapdf.JUDGE, [good, bad, no_pdf, claiming, newer])
    assert (first.outcome, first.standard) == (Outcome.PASSED, "PDF/UA-1")
    assert [found.code for found in second.findings] == ["C012"]
    assert second.findings[0].message.startswith("PDF/UA-1, clause 7.1, test 3, 3 times: ")
    assert second.findings[0].message.endswith("(page 1, 2, 3 of the file)")
    assert [found.code for found in third.findings] == ["C002"]
    assert str(tmp_path) not in str(third.findings)
    assert (fourth.outcome, fourth.standard) == (Outcome.PASSED, "PDF/UA-1")
    assert (fifth.outcome, fifth.standard) == (Outcome.FAILED, "PDF/A-2a")
    assert (sixth.outcome, sixth.standard) == (Outcome.FAILED, "PDF/UA-2")


@pytest.mark.slow
def test_ace(tmp_path: Path) -> None:
    good = write_epub(tmp_path / "good.epub")
    bad = broken_epub(
        tmp_path,
        "bad",
        (ONE_FILE, ' alt="A tree with two branches"', ""),
        (PACKAGE_FILE, ' xml:lang="en-GB"', ""),
    )
    first, second = verdicts(ace.JUDGE, [good, bad])
    assert (first.outcome, first.findings) == (Outcome.PASSED, ())
    assert {found.code for found in second.findings} == {"C013"}
    tests = {(found.message.split()[0], found.place.file) for found in second.findings}
    assert ("image-alt", "bad.epub/EPUB/text/one.xhtml") in tests
    assert ("epub-lang", "bad.epub/EPUB/package.opf") in tests


WIDE = '<table style="width: 900px"><tr><td>wide</td></tr></table>'
READING = {
    "C020": (
        (TWO_FILE, "<h1>Two</h1>", ""),
        (TWO_FILE, "More words, and", ""),
        (TWO_FILE, "a licence</a>.", "</a>"),
    ),
    "C021": ((ONE_FILE, "</section>", "<script>throw new Error('oh')</script></section>"),),
    "C022": ((ONE_FILE, "../images/tree.svg", "https://example.org/tree.svg"),),
    "C023": (("EPUB/style.css", "body", "@font-face { font-family: X; src: url(x.ttf) } body"),),
    "C024": (("EPUB/images/tree.svg", "<svg", "<g"),),
    "C025": ((ONE_FILE, "</section>", f"{WIDE}</section>"),),
}


@pytest.mark.slow
def test_reading(tmp_path: Path) -> None:
    font = (PACKAGE_FILE, "</manifest>", '<item id="x" href="x.ttf" media-type="font/ttf"/></manifest>')
    books = [
        write_epub(tmp_path / f"{code}.epub", font, *swaps, files={"EPUB/x.ttf": b"no font"})
        for code, swaps in READING.items()
    ]
    good, *bad = verdicts(reading.JUDGE, [write_epub(tmp_path / "good.epub"), *books])
    assert (good.outcome, good.findings) == (Outcome.PASSED, ())
    for code, word in zip(READING, bad, strict=True):
        assert code in {found.code for found in word.findings}, word
        assert "127.0.0.1" not in str(word.findings)
    wide = bad[-1].findings[0]
    assert str(wide.place) == "C025.epub/EPUB/text/one.xhtml"
    assert wide.message.startswith("wider than the page: table, 900 of ")


@pytest.mark.slow
@pytest.mark.parametrize("judge", [reading.EPUBJS, reading.KINDLE], ids=lambda judge: judge.name)
def test_other_readers(judge: Judge, tmp_path: Path) -> None:
    bad = write_epub(tmp_path / "bad.epub", *READING["C025"])
    good, wide = verdicts(judge, [write_epub(tmp_path / "good.epub"), bad])
    assert (good.outcome, good.findings) == (Outcome.PASSED, ())
    assert {found.code for found in wide.findings} == {"C025"}
    assert all(found.message.startswith("wider than the page: table") for found in wide.findings)


def test_without_slow_judges_they_are_shown_as_skipped(tmp_path: Path) -> None:
    files = [write_epub(tmp_path / "a.epub"), write_pdf(tmp_path / "b.pdf")]
    reports = judge_files(files, tmp_path, quick=True)
    outcomes = {word.judge: word.outcome for report in reports for word in report.verdicts}
    assert outcomes == {
        "Facts of the e-book": Outcome.PASSED,
        "EPUBCheck": Outcome.SKIPPED,
        "Ace": Outcome.SKIPPED,
        "Reading in foliate-js": Outcome.SKIPPED,
        "Reading in epub.js": Outcome.SKIPPED,
        "Kindle, by calibre": Outcome.SKIPPED,
        "Facts of the PDF": Outcome.PASSED,
        "veraPDF": Outcome.SKIPPED,
    }


def test_e_book_and_print_agree(tmp_path: Path) -> None:
    epub = write_epub(tmp_path / "book.epub")
    pdf = write_pdf(tmp_path / "book-print-a4.pdf")
    stranger = write_pdf(tmp_path / "other.pdf")
    report, *_ = judge_files([epub, pdf, stranger], tmp_path, quick=True)
    assert (report.verdicts[-1].judge, report.verdicts[-1].outcome) == (agreement.NAME, Outcome.PASSED)


def test_e_book_and_print_disagree(tmp_path: Path) -> None:
    entry = '<li><a href="text/one.xhtml#p-1">1</a></li>'
    epub = write_epub(tmp_path / "book.epub", ("EPUB/nav.xhtml", entry, ""))
    pdf = write_pdf(tmp_path / "book-print-a4.pdf")
    report, *_ = judge_files([epub, pdf], tmp_path, quick=True)
    [found] = report.verdicts[-1].findings
    assert found.code == "C070"
    assert found.message == "page list against book-print-a4.pdf: entry 2 is '2', but printed page 2 is '1'"


def test_it_is_enough_that_one_printed_book_agrees(tmp_path: Path) -> None:
    def other_labels(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PageLabels.Nums[1].S = pikepdf.Name.D

    files = [
        write_epub(tmp_path / "book.epub"),
        write_pdf(tmp_path / "book-print-letter.pdf", other_labels),
        write_pdf(tmp_path / "book-print-a4.pdf"),
    ]
    report, *_ = judge_files(files, tmp_path, quick=True)
    assert report.verdicts[-1].outcome is Outcome.PASSED
