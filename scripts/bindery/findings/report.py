"""The collector that every stage reports its findings to."""

from collections.abc import Iterator

from bindery.findings.catalogue import code_of
from bindery.findings.errors import CannotGoOn
from bindery.findings.finding import Finding, Place, Severity


class Report:
    """Findings in the order in which they were made; each is kept once."""

    def __init__(self) -> None:
        """Begin empty."""
        self._findings: dict[Finding, None] = {}

    def add(self, code: str, message: str, place: Place, hint: str = "") -> None:
        """Report one finding; its severity stands in the catalogue. KeyError for a code that is not there."""
        self._findings[Finding(code, code_of(code).severity, message, place, hint)] = None

    def take(self, other: "Report") -> None:
        """Report all that another report holds."""
        self._findings |= other._findings

    def __iter__(self) -> Iterator[Finding]:
        """The findings, ordered by file and line."""
        return iter(sorted(self._findings, key=lambda finding: finding.place))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._findings)

    @property
    def has_errors(self) -> bool:
        """Whether one of them is an error."""
        return any(finding.severity is Severity.ERROR for finding in self._findings)

    def stop_if_errors(self) -> None:
        """Raise CannotGoOn when one of the findings is an error."""
        if self.has_errors:
            raise CannotGoOn
