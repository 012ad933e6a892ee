"""The finished files before their judges, and the report on them."""

from collections.abc import Mapping
from pathlib import Path

from bindery.build.cache import cache_folder
from bindery.checks import judge_files, report_html, report_json
from bindery.findings import Report
from bindery.model.numbered import NumberedBook


def judged(
    files: Mapping[str, bytes], numbered: NumberedBook, root: Path, quick: bool, report: Report
) -> dict[str, bytes]:
    """report.html and report.json on these files; what the judges find is added to the report."""
    raise NotImplementedError(
        files, numbered, root, quick, report, cache_folder, judge_files, report_html, report_json, Path
    )
