"""The stages, in their order. Nothing else knows it."""

from collections.abc import Sequence
from pathlib import Path

from bindery.build.ebook import make_ebook_file
from bindery.build.judging import judged
from bindery.build.printing import print_outputs
from bindery.build.progress import Progress
from bindery.build.shelf import locked, shelve
from bindery.findings import Report


def build_edition(
    name: str, root: Path, only: str | None, report: Report, progress: Progress
) -> Sequence[Path]:
    """Build an edition: its files in output/NAME/. Findings that are errors raise CannotGoOn, and nothing is written."""
    progress.stage("reading the manuscript")
    numbered = read_book(name, root, report)
    with locked(root / "output" / name) as folder:
        printing = print_outputs(numbered, root, only, report, progress)
        files = {**printing.files, **make_ebook_file(numbered, printing, root, only, report, progress)}
        report.stop_if_errors()
        progress.stage("judging the files")
        files.update(judged(files, numbered, root, quick=True, report=report))
        shelve(folder, files)
    return tuple(folder / name for name in files)
