"""The stages, in their order. Nothing else knows it."""

from collections.abc import Sequence
from pathlib import Path

from bindery.build.ebook import ebook_file
from bindery.build.judging import REPORT_HTML, REPORT_JSON, judge_new, judge_shelved
from bindery.build.printing import PressRoom
from bindery.build.progress import Progress
from bindery.build.reading import read_book
from bindery.build.shelf import locked, shelve, shelved
from bindery.findings import Report, UsageError
from bindery.model.edition import Output
from bindery.model.numbered import NumberedBook

A4 = Output(format="pdf")


def build_edition(
    name: str, root: Path, only: str | None, report: Report, progress: Progress
) -> Sequence[Path]:
    """Build an edition and give the paths of its files in output/NAME/.

    Findings that are errors raise CannotGoOn, and nothing is written: what was there before still is.
    """
    progress.stage("reading the manuscript")
    numbered = read_book(name, root, report)
    outputs = numbered.book.chosen_for.outputs
    papers = [output for output in outputs if output.format == "pdf"] or [A4]
    wanted = [output for output in outputs if only in (None, output.format)]
    with locked(root / "output" / name) as folder:
        room = PressRoom(root, report, progress)
        printed = [room.print(numbered, output) for output in (papers if only != "epub" else papers[:1])]
        report.stop_if_errors()
        files = {one.name: one.printed.pdf for one in printed if one.output in wanted}
        if any(output.format == "epub" for output in wanted):
            progress.stage("making the e-book")
            files |= ebook_file(numbered, printed[0], room, root, report)
        progress.stage("judging the files")
        files |= judge_new(files, folder, report, title_of(numbered))
        report.stop_if_errors()
        shelve(folder, files)
    return tuple(folder / file for file in files)


def check_edition(name: str, root: Path, quick: bool, report: Report, progress: Progress) -> Sequence[Path]:
    """Judge the manuscript and the finished files of an edition; the paths of the two reports.

    UsageError when the edition has not been built.
    """
    progress.stage("reading the manuscript")
    numbered = read_book(name, root, report)
    with locked(root / "output" / name) as folder:
        files = shelved(folder, except_for=(REPORT_HTML, REPORT_JSON))
        if not files:
            raise UsageError(
                f"there is nothing to judge in output/{name}: run make workbook EDITION={name} first"
            )
        progress.stage("judging the files")
        reports = judge_shelved([folder / file for file in files], root, quick, report, title_of(numbered))
        shelve(folder, files | reports)
    return tuple(folder / file for file in reports)


def title_of(numbered: NumberedBook) -> str:
    """`Working Together, edition standard`."""
    return f"{numbered.book.settings.title}, edition {numbered.book.chosen_for.name}"
