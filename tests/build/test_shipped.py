"""The editions that are shipped: each meets the standards that it claims, and all of its text is read."""

import shutil
from pathlib import Path

import pytest

from bindery.build.judging import expected
from bindery.build.reading import read_book
from bindery.build.stages import build_edition
from bindery.build.stamp import Stamp
from bindery.checks import verapdf
from bindery.checks.pdf_facts.opened import opened
from bindery.checks.pdf_text.book_text import text_of_the_book
from bindery.checks.verdict import Outcome, Subject
from bindery.findings import Report

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
PROJECT = Path(__file__).parents[2]
EDITIONS = sorted(path.stem for path in (PROJECT / "book/editions").glob("*.yaml"))
STANDARDS = (("PDF/UA-1", "PDF/A-2a"), ("PDF/UA-2",))


class Silence:
    def stage(self, words: str) -> None:
        """Say nothing."""


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_is_read_as_it_was_written_and_meets_both_standards(edition: str, tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "book", tmp_path / "book")
    paper = "letter" if edition == "letter" else "a4"
    with_ua_2 = f"  - {{format: pdf, paper: {paper}, standard: ua-2}}\n"
    settings = tmp_path / "book/editions" / f"{edition}.yaml"
    settings.write_text(
        settings.read_text("utf-8").replace("outputs:", f"outputs:\n{with_ua_2}#", 1), "utf-8"
    )
    paths = [
        path
        for path in build_edition(Stamp(edition, tmp_path, "pdf"), Report(), Silence())
        if path.suffix == ".pdf"
    ]
    known = expected(read_book(edition, tmp_path, Report()), None)
    subjects = [Subject(path, path.name, known) for path in sorted(paths)]
    assert len(subjects) == 2
    assert len(known.manuscript.passages) > 1000
    for subject in subjects:
        with opened(subject) as pdf:
            assert list(text_of_the_book(pdf)) == []
    verdicts = [[(word.standard, word.outcome) for word in words] for words in verapdf.examine(subjects)]
    passed = [[(standard, Outcome.PASSED) for standard in standards] for standards in STANDARDS]
    assert sorted(verdicts) == sorted(passed)
