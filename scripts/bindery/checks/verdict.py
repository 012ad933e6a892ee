"""What a judge says of a file, and what a judge is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from bindery.checks.pdf_text.passage import NO_MANUSCRIPT, Manuscript
from bindery.findings import Finding, Place, Severity, code_of


class Outcome(StrEnum):
    """How a judge's look at a file ended. Only a judge that looked and found no error says passed."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Expected:
    """What is known of finished files beforehand; the judges hold the files against it.

    `page_labels` are the folios of the printed pages in order, where they are known; `pitches` the distances of
    ruled lines in mm; `conformance` whether somebody asked for a claim of conformance in the e-book's metadata;
    `manuscript` what the authors wrote for print, and `in_ebook` for the e-book, empty where it is not known;
    `page_words` how the book says on which page something is;
    `places` where each block stands in the manuscript, by its key, which is also the name of its place in a PDF.
    """

    page_labels: tuple[str, ...] | None = None
    pitches: tuple[float, ...] = (8.0, 5.0)  # lines; grids
    conformance: bool = False
    manuscript: Manuscript = NO_MANUSCRIPT
    in_ebook: Manuscript = NO_MANUSCRIPT
    page_words: str = "page {}"
    places: Mapping[str, Place] = field(default_factory=dict, hash=False, compare=False)


NOTHING_SPECIAL = Expected()


@dataclass(frozen=True, slots=True)
class Subject:
    """A finished file under judgement: where it lies, and its name in findings (from the project's folder)."""

    path: Path
    name: str
    expected: Expected = NOTHING_SPECIAL

    def place(self, inside: str = "", line: int = 0, column: int = 0) -> Place:
        """A place in the file; `inside` is the path of a file within an e-book."""
        return Place(f"{self.name}/{inside}" if inside else self.name, line, column)

    def without_folder(self, text: str) -> str:
        """Words of a program, without the folders of this machine: reports are the same everywhere."""
        folders = {str(self.path.parent), str(self.path.parent.resolve())} - {"."}
        for folder in sorted(folders, key=len, reverse=True):
            text = text.replace(f"{folder}/", "")
        return text


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judge's word on one file by one standard. `remark` says why it was skipped, or what else was seen.

    No times are kept.
    """

    judge: str
    version: str
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    standard: str = ""
    remark: str = ""


class JudgeMissing(Exception):
    """The judge is not installed here; the message says what is missing and how to get it."""


class JudgeBroke(Exception):
    """The judge began and gave no usable answer: a crash, a time-out, an answer that cannot be read."""


def finding(code: str, message: str, place: Place, hint: str = "") -> Finding:
    """A finding with the severity that the catalogue gives to its code."""
    return Finding(code, code_of(code).severity, message, place, hint)


def unopened(subject: Subject, error: object) -> Finding:
    """The finding that a file cannot be opened."""
    return finding("C002", f"cannot be opened: {subject.without_folder(str(error))}", subject.place())


def verdict(
    judge: str, version: str, findings: Sequence[Finding], standard: str = "", *, remark: str = ""
) -> Verdict:
    """The verdict that follows from the findings: failed when one of them is an error."""
    failed = any(found.severity is Severity.ERROR for found in findings)
    outcome = Outcome.FAILED if failed else Outcome.PASSED
    return Verdict(judge, version, outcome, tuple(findings), standard, remark)


Verdicts = tuple[Verdict, ...]
Examine = Callable[[Sequence[Subject]], tuple[Verdicts, ...]]
MadeOf = Callable[[], Sequence[bytes]]


@dataclass(frozen=True, slots=True)
class Judge:
    """A judge of files with one ending. `examine` gives the verdicts on each subject, in their order.

    `made_of` tells its packages and programs as they are now, and raises JudgeMissing as `examine` does. `looks_at`
    says in a few words what it judges, `standard` by which standard, where there is one; `slow` judges start Java,
    Node or a browser.
    """

    name: str
    suffix: str
    looks_at: str
    examine: Examine
    made_of: MadeOf
    standard: str = ""
    slow: bool = False

    def judge(self, subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
        """The verdicts on each subject. A judge that is not there skips; a judge that breaks has failed the file."""
        try:
            return self.examine(subjects) if subjects else ()
        except JudgeMissing as missing:
            return tuple((self.skipped(str(missing)),) for _ in subjects)
        except Exception as broken:  # noqa: BLE001 - whatever goes wrong in a judge must never look like a pass
            return tuple((self.broken(subject, broken),) for subject in subjects)

    def skipped(self, reason: str) -> Verdict:
        """The verdict of a judge that did not look."""
        return Verdict(self.name, "", Outcome.SKIPPED, standard=self.standard, remark=reason)

    def broken(self, subject: Subject, error: Exception) -> Verdict:
        """The verdict of a judge that could not finish."""
        what = str(error) if isinstance(error, JudgeBroke) else f"{type(error).__name__}: {error}"
        message = f"{self.name} could not finish: {subject.without_folder(what)}"
        return verdict(
            self.name, "", [finding("C001", message, subject.place(), _BROKEN_HINT)], self.standard
        )


_BROKEN_HINT = (
    "this says nothing about the file; run the check again, and tell the makers of the press if it stays"
)
