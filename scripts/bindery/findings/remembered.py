"""Reading the same thing once in a process, and telling each time what was found in it."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar, TypeVarTuple

from bindery.findings.report import Report

Given = TypeVarTuple("Given")
Said = TypeVar("Said")


def remembered(most: int) -> Callable[[Callable[[*Given, Report], Said]], Callable[[*Given, Report], Said]]:
    """Let a reader, whose last argument is its report, remember what it said of so many things.

    What is given must be hashable and tell all that the reader's word depends on; what it says is changed by nobody.
    """

    def remembering(reader: Callable[[*Given, Report], Said]) -> Callable[[*Given, Report], Said]:
        @lru_cache(maxsize=most)
        def read(*given: Any) -> tuple[Said, Report]:
            report = Report()
            return reader(*given, report), report

        @wraps(reader)
        def told(*asked: *tuple[*Given, Report]) -> Said:
            *given, report = asked
            said, found = read(*given)
            report.take(found)
            return said

        return told

    return remembering
