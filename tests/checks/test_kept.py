"""A verdict that was kept is used for the very same file, and only where it was a pass."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bindery.checks import kept
from bindery.checks.judge import JUDGES, judge_files
from bindery.checks.kept import KeptVerdicts
from bindery.checks.verdict import (
    NOTHING_SPECIAL,
    Expected,
    Judge,
    JudgeMissing,
    Outcome,
    Subject,
    Verdict,
    Verdicts,
    finding,
    verdict,
)
from bindery.store import Drawer
from checks.epubs import subject

NAME = "Reader"


class Reader:
    """A judge that counts how often he looks, and fails what says so; his version can change."""

    def __init__(self) -> None:
        self.looks, self.version = 0, b"1"

    def examine(self, subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
        self.looks += len(subjects)
        return tuple((self._verdict(subject),) for subject in subjects)

    def _verdict(self, subject: Subject) -> Verdict:
        found = (
            [finding("C012", "words", subject.place(), "hint")] if subject.path.read_text() == "bad" else []
        )
        return verdict(NAME, "1", found)

    @property
    def judge(self) -> Judge:
        return Judge(NAME, ".epub", "", self.examine, lambda: (self.version,))


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.epub"
    path.write_text("good")
    return path


@pytest.fixture
def look(reader: Reader, book: Path, tmp_path: Path) -> Callable[..., Verdicts]:
    def looked(path: Path = book, expected: Expected = NOTHING_SPECIAL) -> Verdicts:
        drawer = KeptVerdicts(Drawer(tmp_path / "verdicts", 1_000_000))
        (report,) = judge_files([path], tmp_path, [reader.judge], kept=drawer, expected=expected)
        return report.verdicts

    return looked


def test_what_passed_is_not_looked_at_again(reader: Reader, look: Callable[..., Verdicts]) -> None:
    assert look() == look()
    assert reader.looks == 1


def test_another_content_name_judge_or_expectation_is_looked_at(
    reader: Reader, look: Callable[..., Verdicts], book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look()
    book.write_text("gone")
    look()
    look(expected=Expected(pitches=(7.0,)))
    look(book.rename(tmp_path / "another.epub"))
    assert reader.looks == 4
    reader.version = b"2"
    look(tmp_path / "another.epub")
    monkeypatch.setattr(kept, "_judges", lambda: b"changed")
    look(tmp_path / "another.epub")
    assert reader.looks == 6


def test_what_failed_is_looked_at_again(reader: Reader, look: Callable[..., Verdicts], book: Path) -> None:
    book.write_text("bad")
    assert look()[0].outcome is look()[0].outcome is Outcome.FAILED
    assert reader.looks == 2


@pytest.mark.parametrize("torn", [b"", b"[", b'[{"judge": 3}]'])
def test_a_verdict_that_is_not_whole_is_none(
    reader: Reader, look: Callable[..., Verdicts], tmp_path: Path, torn: bytes
) -> None:
    whole = look()
    (path,) = (tmp_path / "verdicts").iterdir()
    path.write_bytes(torn)
    assert look() == whole
    assert reader.looks == 2


@pytest.mark.parametrize("judge", JUDGES, ids=lambda judge: judge.name)
def test_a_judge_tells_the_same_of_himself_each_time_or_that_he_is_not_here(judge: Judge) -> None:
    try:
        told = judge.made_of()
    except JudgeMissing:
        told = ()
        assert all(words.outcome is Outcome.SKIPPED for (words,) in judge.judge([subject(Path("none"))]))
    assert told == () or told == judge.made_of()
