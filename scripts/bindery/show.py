"""What stands on the terminal: findings with the line itself, progress, and what was made."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from bindery.findings import Finding, Place, Report, Severity

if TYPE_CHECKING:
    from rich.status import Status

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
LONGEST_EXCERPT = 160


class TerminalProgress:
    """One line on a terminal that tells the stage; silence in a pipe."""

    def __init__(self) -> None:
        """Begin silent."""
        self._status: Status | None = _status() if sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        """Begin to show."""
        if self._status:
            self._status.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Take the line away."""
        if self._status:
            self._status.stop()

    def stage(self, words: str) -> None:
        """A stage begins."""
        if self._status:
            self._status.update(words)


def _status() -> "Status":
    from rich.console import Console

    return Console(stderr=True).status("")


def show_findings(report: Report, root: Path) -> None:
    """All findings to the error stream, in the order of files and lines, and how many there are."""
    for finding in report:
        click.echo(_line(finding), err=True)
        shown = excerpt(finding.place, root)
        if shown:
            click.echo(f"    {finding.place.line} | {shown}", err=True)
    if len(report):
        click.echo(_count(report), err=True)


def show_outputs(files: Sequence[Path], root: Path) -> None:
    """The paths of what was made, one a line, to the output stream."""
    for path in files:
        click.echo(path.relative_to(root) if path.is_relative_to(root) else path)


def _line(finding: Finding) -> str:
    label = click.style(finding.label, fg=_COLOURS[finding.severity], bold=True)
    return str(finding).replace(finding.label, label, 1)


def excerpt(place: Place, root: Path) -> str:
    """The line of the source itself; "" when it cannot be shown."""
    if not place.line:
        return ""
    from bindery.intake import TEXT_LIMIT, read_bytes

    # Through the intake: a link in the book may lead to a secret, or to a pipe that nobody writes into.
    data = read_bytes(root / place.file, root, Report(), place, TEXT_LIMIT) or b""
    lines = data.decode("utf-8", errors="replace").splitlines()
    text = lines[place.line - 1].strip() if place.line <= len(lines) else ""
    printable = "".join(letter if letter.isprintable() else "�" for letter in text)
    return printable if len(printable) <= LONGEST_EXCERPT else printable[: LONGEST_EXCERPT - 1] + "…"


def _count(report: Report) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in report)
    others = len(report) - errors
    told = [f"{errors} error{'s' * (errors != 1)}"] if errors else []
    told += [f"{others} warning{'s' * (others != 1)}"] if others else []
    return f"{' and '.join(told)}; “bindery explain CODE” tells more"
