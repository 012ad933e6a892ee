"""Judges of the finished files. They read what was written, and share no code with the writers."""

from bindery.checks.judge import (
    FileReport,
    agreements,
    judge_apart,
    judge_files,
    manuscript_report,
    together,
)
from bindery.checks.kept import KeptVerdicts
from bindery.checks.pdf_facts.seen import PAGES, look_ahead
from bindery.checks.report import report_html, report_json
from bindery.checks.verdict import Expected, Outcome, Verdict, verdict

__all__ = [
    "PAGES",
    "Expected",
    "FileReport",
    "KeptVerdicts",
    "Outcome",
    "Verdict",
    "agreements",
    "judge_apart",
    "judge_files",
    "look_ahead",
    "manuscript_report",
    "report_html",
    "report_json",
    "together",
    "verdict",
]
