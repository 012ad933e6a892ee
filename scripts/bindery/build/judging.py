"""The finished files before their judges, and the report on them."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bindery.build.shelf import STRAY
from bindery.checks import FileReport, judge_files, manuscript_report, report_html, report_json
from bindery.findings import Report

REPORT_HTML, REPORT_JSON = "report.html", "report.json"


def judge_new(files: Mapping[str, bytes], folder: Path, report: Report, title: str) -> dict[str, bytes]:
    """The report on files that are not on the shelf yet, by the judges that need no Java and no browser.

    What the judges find is reported; the files are laid out for them in a stray folder that goes away.
    """
    with TemporaryDirectory(prefix=f"{STRAY}judging-", dir=folder) as name:
        table = Path(name)
        for file, content in files.items():
            (table / file).write_bytes(content)
        return _judged([table / file for file in files], table, True, report, title)


def judge_shelved(files: list[Path], root: Path, quick: bool, report: Report, title: str) -> dict[str, bytes]:
    """The report on the finished files of an edition; what the judges find is reported."""
    return _judged(files, root, quick, report, title)


def _judged(files: list[Path], root: Path, quick: bool, report: Report, title: str) -> dict[str, bytes]:
    manuscript = manuscript_report(report)
    judged = judge_files(files, root, quick=quick)
    _report(judged, report)
    reports = (manuscript, *judged)
    return {REPORT_HTML: report_html(reports, title).encode(), REPORT_JSON: report_json(reports).encode()}


def _report(judged: tuple[FileReport, ...], report: Report) -> None:
    for file in judged:
        for verdict in file.verdicts:
            for found in verdict.findings:
                report.add(found.code, found.message, found.place, found.hint)
