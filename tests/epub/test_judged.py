"""The e-book of everything before the judges of others: EPUBCheck, Ace, and a reading engine."""

from pathlib import Path

import pytest

from bindery.checks import ace, epubcheck, reading
from bindery.checks.epub_facts import facts
from bindery.checks.epub_facts.manuscript import ebook_manuscript
from bindery.checks.verdict import NOTHING_SPECIAL, Expected, Judge, Outcome
from checks.epubs import subject
from epub.rich_book import made, numbered_book


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judged")
    path = folder / "rich.epub"
    path.write_bytes(made(folder / "book").content)
    return path


def test_our_own_facts_hold_and_all_that_was_written_is_there(path: Path, tmp_path: Path) -> None:
    expected = Expected(in_ebook=ebook_manuscript(numbered_book(tmp_path)))
    assert len(expected.in_ebook.passages) > 80
    assert findings(facts.JUDGE, path, expected) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "judge",
    [epubcheck.JUDGE, ace.JUDGE, reading.JUDGE, reading.EPUBJS, reading.KINDLE],
    ids=lambda judge: judge.name,
)
def test_the_judges_find_nothing(judge: Judge, path: Path) -> None:
    assert findings(judge, path) == []


def findings(judge: Judge, path: Path, expected: Expected = NOTHING_SPECIAL) -> list[str]:
    (verdicts,) = judge.judge([subject(path, expected)])
    assert all(verdict.outcome is Outcome.PASSED for verdict in verdicts), verdicts
    return [str(finding) for verdict in verdicts for finding in verdict.findings]
