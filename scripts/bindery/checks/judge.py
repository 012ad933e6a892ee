"""Who judges what: finished files in, a report on each out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bindery.checks import ace, agreement, epubcheck, reading, verapdf
from bindery.checks.epub_facts import facts as epub_facts
from bindery.checks.kept import KeptVerdicts
from bindery.checks.pdf_facts import facts as pdf_facts
from bindery.checks.verdict import (
    NOTHING_SPECIAL,
    Expected,
    Judge,
    Outcome,
    Subject,
    Verdict,
    Verdicts,
    verdict,
)
from bindery.findings import Finding

MANUSCRIPT, HOUSE_STYLE, SPELLING = "The press", "House style", "Spelling"

JUDGES: tuple[Judge, ...] = (
    epub_facts.JUDGE,
    epubcheck.JUDGE,
    ace.JUDGE,
    reading.JUDGE,
    reading.EPUBJS,
    reading.KINDLE,
    pdf_facts.JUDGE,
    verapdf.JUDGE,
)


@dataclass(frozen=True, slots=True)
class FileReport:
    """A finished file and every verdict on it."""

    file: str
    verdicts: tuple[Verdict, ...]

    @property
    def outcome(self) -> Outcome:
        """Failed when one verdict is; passed when every judge looked and passed it; else skipped."""
        outcomes = {verdict.outcome for verdict in self.verdicts}
        if Outcome.FAILED in outcomes:
            return Outcome.FAILED
        return Outcome.PASSED if outcomes == {Outcome.PASSED} else Outcome.SKIPPED


def judge_files(
    files: Sequence[Path],
    root: Path,
    judges: Sequence[Judge] = JUDGES,
    *,
    quick: bool = False,
    expected: Expected = NOTHING_SPECIAL,
    kept: KeptVerdicts | None = None,
) -> tuple[FileReport, ...]:
    """A report on each file, in their order, by every judge of files with its ending, and on how they agree.

    Names in the reports count from `root`. With `quick`, slow judges are shown as skipped. What was `kept` of earlier
    verdicts is used.
    """
    apart = judge_apart(files, root, judges, quick=quick, expected=expected, kept=kept)
    return together(apart, agreements(files, root, expected))


def judge_apart(
    files: Sequence[Path],
    root: Path,
    judges: Sequence[Judge] = JUDGES,
    *,
    quick: bool = False,
    expected: Expected = NOTHING_SPECIAL,
    kept: KeptVerdicts | None = None,
) -> tuple[FileReport, ...]:
    """The same, each file by itself."""
    verdicts: dict[Subject, list[Verdict]] = {subject: [] for subject in _subjects(files, root, expected)}
    for judge in judges:
        ours = [subject for subject in verdicts if subject.path.suffix.lower() == judge.suffix]
        for subject, words in zip(ours, _words(judge, ours, quick, kept), strict=True):
            verdicts[subject] += words
    return tuple(FileReport(subject.name, tuple(said)) for subject, said in verdicts.items())


def agreements(files: Sequence[Path], root: Path, expected: Expected) -> tuple[Verdicts, ...]:
    """For each e-book among these files whether its pages are those of the PDFs beside it; nothing for the others."""
    subjects = _subjects(files, root, expected)
    return tuple(_agreement(subject, subjects) for subject in subjects)


def together(reports: Sequence[FileReport], said: Sequence[Verdicts]) -> tuple[FileReport, ...]:
    """The reports with what was said of the same files besides."""
    return tuple(
        replace(report, verdicts=(*report.verdicts, *more))
        for report, more in zip(reports, said, strict=True)
    )


def _subjects(files: Sequence[Path], root: Path, expected: Expected) -> list[Subject]:
    return [Subject(path, _name(path, root), expected) for path in files]


def manuscript_report(
    findings: Iterable[Finding], others: Sequence[Verdict] = (), name: str = "book"
) -> FileReport:
    """The report on the manuscript, from the findings of the press itself and the verdicts of its proofreaders."""
    return FileReport(name, (verdict(MANUSCRIPT, "", tuple(findings)), *others))


def _agreement(subject: Subject, subjects: Sequence[Subject]) -> Verdicts:
    printed = agreement.printed_with(subject, subjects)
    return (agreement.agree(subject, printed),) if printed else ()


def _words(
    judge: Judge, subjects: Sequence[Subject], quick: bool, kept: KeptVerdicts | None
) -> Sequence[Sequence[Verdict]]:
    if quick and judge.slow:
        return [[judge.skipped("not asked for: this was a quick check")] for _ in subjects]
    return kept.judge(judge, subjects) if kept else judge.judge(subjects)


def _name(path: Path, root: Path) -> str:
    inside = path.resolve().is_relative_to(root.resolve())
    return path.resolve().relative_to(root.resolve()).as_posix() if inside else path.name
