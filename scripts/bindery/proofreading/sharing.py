"""Passages that stand in two chapters: a reader notices, and an editor has forgotten."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bindery.findings import Place, Report
from bindery.proofreading.lines import Lines
from bindery.proofreading.passages import Passage

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SHOWN = 5

_Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    piece: str
    place: Place


def check_shared(
    passages: Iterable[Passage], length: int, labels: Iterable[str], lines: Lines, report: Report
) -> None:
    """Report runs of `length` words that another piece has as well, but for those in `labels`.

    Capitals and punctuation do not count.
    """
    allowed = {run for label in labels for run in _runs(_words(label), length)}
    known: dict[_Run, _Known] = {}
    for passage in passages:
        words = list(_WORD.finditer(passage.text))
        runs = [() if run in allowed else run for run in _runs(_words(passage.text), length)]
        others = [_other(known.get(run), passage) for run in runs]
        for row in _rows(others):
            count = len(row) + length - 1
            begun = passage.text[words[row.start].start() : words[row.start + _SHOWN - 1].end()]
            message = f"{count} words in a row stand at {others[row.start]} as well: “{begun} …”"
            place = lines.place(begun, passage.place)
            report.add("H009", message, place, "say one of them differently")
        known |= {run: _Known(passage.piece, passage.place) for run in runs if run and run not in known}


def _other(known: _Known | None, passage: Passage) -> Place | None:
    """Where another piece has the run."""
    return known.place if known and known.piece != passage.piece else None


def _rows(others: Sequence[Place | None]) -> Iterator[range]:
    """The unbroken rows of runs that another piece has."""
    begins = None
    for index, other in enumerate((*others, None)):
        if other and begins is None:
            begins = index
        elif not other and begins is not None:
            yield range(begins, index)
            begins = None


def _words(text: str) -> list[str]:
    return [found[0].casefold() for found in _WORD.finditer(text)]


def _runs(words: Sequence[str], length: int) -> Iterator[_Run]:
    return (tuple(words[index : index + length]) for index in range(len(words) - length + 1))
