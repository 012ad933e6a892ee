"""What is wrong, where, and what to do about it: the one way in which the press speaks of mistakes."""

from bindery.findings.catalogue import Code, code_of, codes
from bindery.findings.errors import CannotGoOn, MachineError, UsageError
from bindery.findings.finding import Finding, Place, Severity
from bindery.findings.remembered import remembered
from bindery.findings.report import Report

__all__ = [
    "CannotGoOn",
    "Code",
    "Finding",
    "MachineError",
    "Place",
    "Report",
    "Severity",
    "UsageError",
    "code_of",
    "codes",
    "remembered",
]
