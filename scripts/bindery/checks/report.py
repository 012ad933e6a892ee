"""The report on finished files: one page for people, one file for programs. The same verdicts give the same bytes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from bindery.checks.judge import HOUSE_STYLE, JUDGES, MANUSCRIPT, SPELLING, FileReport
from bindery.checks.verdict import Outcome, Verdict
from bindery.findings import Finding, Severity, code_of
from bindery.layout.templates import render

TEMPLATE = "shared/report.html.j2"
_MOST_OF_A_KIND = 8
_KINDS = {".pdf": "Printed book", ".epub": "E-book"}
_STATES = {Outcome.PASSED: "Passed", Outcome.FAILED: "Failed", Outcome.SKIPPED: "Skipped"}
_FILE_STATES = _STATES | {Outcome.SKIPPED: "Partly judged"}
_HEADLINES = {
    Outcome.PASSED: "Everything passed",
    Outcome.FAILED: "There is something to mend",
    Outcome.SKIPPED: "No mistake found, but not everything was judged",
}
_LOOKS_AT = {judge.name: judge.looks_at for judge in JUDGES} | {
    MANUSCRIPT: "what the authors wrote",
    HOUSE_STYLE: "the pattern of the chapters, and the words that the house wants or avoids",
    SPELLING: "every word, by a dictionary and the book's own list",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an explanation; `typed` for what is typed just so."""

    text: str
    typed: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """Findings of one kind: the first few of them, and how many more there are."""

    code: str
    title: str
    explanation: tuple[Piece, ...]
    severity: Severity
    findings: tuple[Finding, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Row:
    """A judge's line: its state in words, what it looks at, and what it found."""

    outcome: Outcome
    state: str
    judge: str
    version: str
    looks_at: str
    remark: str
    standard: str
    proof: str
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A file's part of the page."""

    anchor: str
    file: str
    kind: str
    outcome: Outcome
    state: str
    rows: tuple[Row, ...]
    findings: int

    @property
    def standards(self) -> tuple[Row, ...]:
        """The judges that judge by a standard."""
        return tuple(row for row in self.rows if row.standard)


def report_json(reports: Sequence[FileReport]) -> str:
    """Every verdict and finding as JSON, in the order in which they were made; no times, no folders."""
    files = [
        {
            "file": report.file,
            "outcome": report.outcome,
            "verdicts": [_verdict_data(verdict) for verdict in report.verdicts],
        }
        for report in reports
    ]
    data = {"outcome": overall(reports), "files": files}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _verdict_data(verdict: Verdict) -> dict[str, object]:
    return {
        "judge": verdict.judge,
        "version": verdict.version,
        "outcome": verdict.outcome,
        "standard": verdict.standard,
        "remark": verdict.remark,
        "findings": [_finding_data(found) for found in verdict.findings],
    }


def _finding_data(found: Finding) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": found.severity,
        "message": found.message,
        "file": found.place.file,
        "line": found.place.line,
        "column": found.place.column,
        "hint": found.hint,
    }


def overall(reports: Sequence[FileReport]) -> Outcome:
    """Failed when one file is; passed when every file is passed; else skipped."""
    outcomes = {report.outcome for report in reports}
    if Outcome.FAILED in outcomes:
        return Outcome.FAILED
    return Outcome.PASSED if outcomes == {Outcome.PASSED} else Outcome.SKIPPED


def report_html(reports: Sequence[FileReport], title: str, subtitle: str = "") -> str:
    """The page for people: `title` is the book's, `subtitle` says which edition and version."""
    sections = tuple(_section(report, number) for number, report in enumerate(reports, 1))
    skipped = sum(row.outcome is Outcome.SKIPPED for section in sections for row in section.rows)
    outcome = overall(reports)
    return render(
        TEMPLATE,
        title=title,
        subtitle=subtitle,
        outcome=outcome,
        state=_HEADLINES[outcome],
        summary=_summary(sections, skipped),
        sections=sections,
    )


def _summary(sections: Sequence[Section], skipped: int) -> str:
    failed = sum(section.outcome is Outcome.FAILED for section in sections)
    findings = sum(section.findings for section in sections)
    sentences = [f"{_count(len(sections), 'file')} looked at, {failed or 'none'} of them failed."]
    sentences += [f"{_count(findings, 'finding')} below."] if findings else []
    if skipped:
        sentences.append(
            f"{_count(skipped, 'look was', 'looks were')} skipped: what was not judged is not proved."
        )
    return " ".join(sentences)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _section(report: FileReport, number: int) -> Section:
    rows = tuple(_row(verdict) for verdict in report.verdicts)
    ending = report.file[report.file.rfind(".") :].lower()
    kind = _KINDS.get(ending, "Manuscript")
    count = sum(len(verdict.findings) for verdict in report.verdicts)
    return Section(
        f"file-{number}", report.file, kind, report.outcome, _FILE_STATES[report.outcome], rows, count
    )


def _row(verdict: Verdict) -> Row:
    return Row(
        verdict.outcome,
        _STATES[verdict.outcome],
        verdict.judge,
        verdict.version,
        _LOOKS_AT.get(verdict.judge, "whether e-book and print have the same pages"),
        verdict.remark,
        verdict.standard,
        _proof(verdict),
        _kinds(verdict.findings),
    )


def _proof(verdict: Verdict) -> str:
    who = " ".join(part for part in (verdict.judge, verdict.version) if part)
    if verdict.outcome is Outcome.PASSED:
        return f"Met: {who} found nothing against it."
    if verdict.outcome is Outcome.FAILED:
        return f"Not met: {who} found {_count(len(verdict.findings), 'fault')}."
    return f"Not known: {who} did not look."


def _kinds(findings: Sequence[Finding]) -> tuple[Kind, ...]:
    """The findings by their codes, in the order in which each code comes first."""
    by_code: dict[str, list[Finding]] = {}
    for found in findings:
        by_code.setdefault(found.code, []).append(found)
    return tuple(_kind(code, found) for code, found in by_code.items())


def _kind(name: str, findings: Sequence[Finding]) -> Kind:
    code = code_of(name)
    first = tuple(islice(findings, _MOST_OF_A_KIND))
    more = len(findings) - len(first)
    return Kind(name, code.title, _pieces(code.explanation), findings[0].severity, first, more)


def _pieces(explanation: str) -> tuple[Piece, ...]:
    """The catalogue puts what is typed just so between backticks."""
    return tuple(Piece(text, number % 2 == 1) for number, text in enumerate(explanation.split("`")) if text)
