"""The stages, in their order. Nothing else knows it."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from bindery.build.drawers import sweep_drawers
from bindery.build.ebook import ebook_file
from bindery.build.judging import (
    REPORTS,
    begin_judging,
    end_judging,
    expected,
    judge_shelved,
    laid_out,
    reported,
)
from bindery.build.manifest import shelved
from bindery.build.printing import PressRoom
from bindery.build.progress import Progress
from bindery.build.reading import read_book, read_edition, read_manuscript
from bindery.build.shelf import locked, shelve
from bindery.build.stamp import Stamp
from bindery.checks import PAGES
from bindery.findings import CannotGoOn, Place, Report
from bindery.model.edition import Output
from bindery.model.numbered import NumberedBook
from bindery.pdf import Crew
from bindery.proofreading import Proof, count_table, proofread, without_extras, word_counts
from bindery.store import stray_folder

A4 = Output(format="pdf")


def build_edition(stamp: Stamp, report: Report, progress: Progress) -> Sequence[Path]:
    """Build the edition that a stamp is to be left for, and give the paths of its files in output/NAME/.

    Findings that are errors raise CannotGoOn, and nothing is written: what was there before still is.
    """
    with Crew() as hands:
        progress.stage("reading the manuscript")
        numbered = read_book(stamp.edition, stamp.root, report)
        with locked(stamp.folder) as folder:
            room = PressRoom(stamp.root, hands, report, progress)
            files = _made(numbered, room, stamp.only, folder)
            shelve(folder, files, beside=shelved(folder) if stamp.only else None)
            stamp.leave(files, report)
            sweep_drawers(PAGES)
    return tuple(folder / file for file in files)


def _made(numbered: NumberedBook, room: PressRoom, only: str | None, folder: Path) -> dict[str, bytes]:
    """The files that are wanted of an edition, and the report on them. Raises CannotGoOn after errors."""
    outputs = numbered.book.chosen_for.outputs
    papers = [output for output in outputs if output.format == "pdf"] or [A4]
    wanted = [output for output in outputs if only in (None, output.format)]
    printed = [room.print(numbered, output) for output in (papers if only != "epub" else papers[:1])]
    pdfs = {one.name: one.printed.pdf for one in printed if one.output in wanted}
    ebook: dict[str, bytes] = {}
    known = expected(numbered, printed[0])
    with stray_folder(folder) as table:
        files = laid_out(pdfs, table)
        begun = begin_judging(files, table, known, room.hands)
        if any(output.format == "epub" for output in wanted):
            ebook = ebook_file(numbered, printed[0], room)
        room.progress.stage("judging the files")
        judged = end_judging(begun, [*files, *laid_out(ebook, table)], table, known, room.hands)
    reports = reported(judged, (), room.report, title_of(numbered))
    room.report.stop_if_errors()
    return {**pdfs, **ebook, **reports}


def check_edition(stamp: Stamp, quick: bool, report: Report, progress: Progress) -> Sequence[Path]:
    """Judge the manuscript of an edition, and its files where it has been built; the paths of the two reports."""
    progress.stage("reading the manuscript")
    numbered: NumberedBook | None = None
    proofs: tuple[Proof, ...] = ()
    with suppress(CannotGoOn):
        manuscript = read_manuscript(stamp.root, report)
        numbered = read_edition(stamp.edition, manuscript, stamp.root, report)
        progress.stage("proofreading")
        proofs = proofread(manuscript.whole, manuscript.settings.house, stamp.root)
    with locked(stamp.folder) as folder:
        files = {file: content for file, content in shelved(folder).items() if file not in REPORTS}
        progress.stage("judging the files")
        paths = [folder / file for file in files]
        title = title_of(numbered) if numbered else f"Edition {stamp.edition}"
        if files and not stamp.is_current:
            place, hint = Place(f"output/{stamp.edition}"), "build the edition again, then check it"
            report.add("C003", "these files are of an earlier state of the book or of the press", place, hint)
        known = expected(numbered, None, is_of_this_text=stamp.is_current)
        judged = judge_shelved(paths, stamp.root, known, quick=quick)
        reports = reported(judged, proofs, report, title)
        shelve(folder, reports, beside=files)
        stamp.exchange(reports)
    return tuple(folder / file for file in reports)


def count_words(root: Path, report: Report) -> Sequence[str]:
    """The words of the manuscript, piece by piece, as a table; no extras. CannotGoOn when it has mistakes."""
    manuscript = read_manuscript(root, report)
    report.stop_if_errors()
    return count_table(word_counts(without_extras(manuscript.whole)))


def title_of(numbered: NumberedBook) -> str:
    """`Working Together, edition standard`."""
    return f"{numbered.book.settings.title}, edition {numbered.book.chosen_for.name}"
