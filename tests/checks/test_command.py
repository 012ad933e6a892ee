"""`python -m bindery.checks` tells the verdicts line by line."""

from pathlib import Path

import pytest

from bindery.checks.__main__ import main
from checks.epubs import write_epub
from checks.pdfs import write_pdf


def test_a_good_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--quick", str(write_pdf(tmp_path / "book.pdf"))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "book.pdf"
    assert lines[1].startswith("  passed  Facts of the PDF")
    assert lines[2].startswith("  skipped veraPDF: PDF/UA, PDF/A")


def test_a_bad_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    swap = ("EPUB/text/one.xhtml", "two.xhtml#two", "three.xhtml")
    assert main(["--quick", str(write_epub(tmp_path / "book.epub", swap))]) == 1
    said = capsys.readouterr().out
    assert (
        "    book.epub/EPUB/text/one.xhtml:9: error[C059] three.xhtml leads to no file of the e-book\n"
        in said
    )


def test_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "FILE" in capsys.readouterr().err
