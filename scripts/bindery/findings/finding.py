"""A finding: a code, a severity, a message, a place and a hint."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error stops the build, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: its path from the project's folder (with `/`), and 1-based line and column; 0 is unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`file:line:column`, as far as they are known."""
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *numbers])


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake (or remark) in a file of the book, or in a finished file."""

    code: str
    severity: Severity
    message: str
    place: Place
    hint: str = ""

    @property
    def label(self) -> str:
        """`error[M012]`."""
        return f"{self.severity.value}[{self.code}]"

    def __str__(self) -> str:
        """`file:line: error[CODE] message; hint`."""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{self.place}: {self.label} {self.message}{hint}"
