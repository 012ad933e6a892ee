"""The finished files before their judges, and the report on them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bindery.build.printing import PrintedFile
from bindery.build.promises import promises_of
from bindery.checks import Expected, FileReport, judge_files, manuscript_report, report_html, report_json
from bindery.findings import Report
from bindery.model.numbered import NumberedBook
from bindery.store import STRAY

REPORT_HTML, REPORT_JSON = REPORTS = ("report.html", "report.json")
DOTS = 5.0


def expected(numbered: NumberedBook | None, printed: PrintedFile | None) -> Expected:
    """What is known of the files beforehand: folios, the pitches of ruling (mm), and all that was written."""
    labels = tuple(page.label for page in printed.printed.pages.pages) if printed else None
    kinds = numbered.book.journal_kinds if numbered else ()
    return Expected(
        page_labels=labels,
        pitches=(8.0, DOTS, *sorted({kind.pitch for kind in kinds} - {8.0, DOTS})),
        contents=promises_of(numbered) if numbered else (),
    )


def judge_new(
    files: Mapping[str, bytes], folder: Path, known: Expected, report: Report, title: str
) -> dict[str, bytes]:
    """The report on files that are not on the shelf yet, by the judges that need no Java and no browser.

    What the judges find is reported; the files are laid out for them in a stray folder that goes away.
    """
    with TemporaryDirectory(prefix=f"{STRAY}judging-", dir=folder) as name:
        table = Path(name)
        for file, content in files.items():
            (table / file).write_bytes(content)
        manuscript = manuscript_report(report)
        judged = judge_files([table / file for file in files], table, quick=True, expected=known)
    return _reports(manuscript, judged, report, title)


def judge_shelved(
    files: Sequence[Path], root: Path, quick: bool, known: Expected, report: Report, title: str
) -> dict[str, bytes]:
    """The report on the finished files of an edition; what the judges find is reported."""
    manuscript = manuscript_report(report)
    return _reports(manuscript, judge_files(files, root, quick=quick, expected=known), report, title)


def _reports(
    manuscript: FileReport, judged: Sequence[FileReport], report: Report, title: str
) -> dict[str, bytes]:
    for found in (found for file in judged for verdict in file.verdicts for found in verdict.findings):
        report.add(found.code, found.message, found.place, found.hint)
    reports = (manuscript, *judged)
    return {REPORT_HTML: report_html(reports, title).encode(), REPORT_JSON: report_json(reports).encode()}
