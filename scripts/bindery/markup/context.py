"""What every builder of a piece shares: where it is, which keys are given out, and where to report."""

import re
from collections.abc import Iterator
from itertools import count

from bindery.findings import Place, Report

_ID = re.compile(r"[a-z][a-z0-9-]{0,79}$")


class Context:
    """One file being read; `slug` begins the keys of its blocks."""

    def __init__(self, slug: str, file: str, report: Report) -> None:
        """Begin at the first key."""
        self.slug = slug
        self._file = file
        self._report = report
        self._numbers: Iterator[int] = count(1)

    def place(self, line: int) -> Place:
        """A line of this file."""
        return Place(self._file, line)

    def key(self) -> str:
        """A key that no block of the book has yet; the full stop keeps it apart from every id."""
        return f"{self.slug}.{next(self._numbers)}"

    def identified(self, identifier: str, line: int) -> tuple[str, str]:
        """The id as it may be used, and the key of the block that carries it."""
        if identifier and not _ID.match(identifier):
            hint = "small letters, digits and hyphens, beginning with a letter"
            self.add("M018", f'"{identifier}" cannot be an id', line, hint)
            identifier = ""
        return identifier, identifier or self.key()

    def add(self, code: str, message: str, line: int, hint: str = "") -> None:
        """Report a finding at a line of this file."""
        self._report.add(code, message, self.place(line), hint)
