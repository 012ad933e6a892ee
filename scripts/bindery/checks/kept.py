"""Verdicts kept from one check to the next: a judge that passed a file need not look at the same file again.

A verdict is found under a name made of all that it depends on: the file's content and its name in findings, what was
expected of it, the code of the judges and the catalogue of findings, and the programs and packages of the judge. Only
a pass is kept: whatever failed, broke or was skipped is looked at again.
"""

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bindery import findings, units
from bindery.checks.verdict import Judge, JudgeBroke, JudgeMissing, Outcome, Subject, Verdicts
from bindery.store import Drawer, name_of

_VERDICTS = TypeAdapter(Verdicts)


class KeptVerdicts:
    """A drawer of verdicts."""

    def __init__(self, drawer: Drawer) -> None:
        """Keep in this drawer."""
        self._drawer = drawer

    def judge(self, judge: Judge, subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
        """The verdicts on each subject, by the judge himself where they are not known."""
        names = {subject: _name(judge, subject) for subject in subjects}
        known = {subject: self._find(name) for subject, name in names.items()}
        new = [subject for subject, verdicts in known.items() if not verdicts]
        for subject, verdicts in zip(new, judge.judge(new), strict=True):
            known[subject] = verdicts
            if names[subject] and all(verdict.outcome is Outcome.PASSED for verdict in verdicts):
                self._drawer.keep(names[subject], _VERDICTS.dump_json(verdicts))
        return tuple(known[subject] for subject in subjects)

    def _find(self, name: str) -> Verdicts:
        try:
            return _VERDICTS.validate_json(self._drawer.find(name) or b"") if name else ()
        except ValidationError:
            return ()


def _name(judge: Judge, subject: Subject) -> str:
    """The name of a verdict; "" where it cannot be told what the judge is made of, or what he is to look at."""
    words = (judge.name, subject.name, subject.path.name, repr(subject.expected))
    try:
        return name_of(
            _judges(), *judge.made_of(), *(word.encode() for word in words), subject.path.read_bytes()
        )
    except (JudgeMissing, JudgeBroke, OSError):
        return ""


@cache
def _judges() -> bytes:
    """The code of all judges and of what they use of ours: the catalogue that weighs findings, and measures."""
    folders = (Path(__file__).parent, Path(findings.__file__).parent, Path(units.__file__).parent)
    return name_of(sys.version.encode(), *(part for folder in folders for part in _code(folder))).encode()


def _code(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()
