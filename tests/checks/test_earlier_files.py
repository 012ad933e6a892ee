"""Files that were made of an earlier text are not held against the new one."""

from pathlib import Path

import pytest

from bindery.build.stages import build_edition, check_edition
from bindery.build.stamp import Stamp
from bindery.findings import Report
from books import write_book

CHAPTER = "book/chapters/01-one.md"


class Silence:
    def stage(self, words: str) -> None:
        """Say nothing."""


@pytest.mark.slow
def test_files_of_an_earlier_text_are_told_as_such_and_not_held_against_the_new_one(tmp_path: Path) -> None:
    root, report = write_book(tmp_path), Report()
    build_edition(Stamp("standard", root, None), Report(), Silence())
    chapter = root / CHAPTER
    chapter.write_text(chapter.read_text("utf-8") + "\nA sentence that is new.\n", "utf-8")
    check_edition(Stamp("standard", root, None), quick=True, report=report, progress=Silence())
    codes = [finding.code for finding in report]
    assert codes.count("C003") == 1
    assert not {"C071", "C100", "C101", "C102", "C103"} & set(codes)
