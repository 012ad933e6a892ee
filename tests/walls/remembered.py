"""Stages that write nothing, done once: later builds of the process, and of its forks, are given what came of them.

The crew of the first build has gone home; nothing is asked of it any more.
"""

from collections.abc import Callable
from typing import Any

from bindery.build import ebook, printing, stages

_STAGES = (
    (stages, "Crew"),
    (printing, "print_book"),
    (printing.PressRoom, "cover"),
    (ebook, "make_ebook"),
    (stages, "begin_judging"),
    (stages, "end_judging"),
)
_REAL = [getattr(owner, name) for owner, name in _STAGES]


def work_once() -> None:
    """From now on every stage that writes nothing gives what it gave first."""
    for (owner, name), work in zip(_STAGES, _REAL, strict=True):
        setattr(owner, name, _remembered(work))


def work_anew() -> None:
    """From now on every stage does its work again."""
    for (owner, name), work in zip(_STAGES, _REAL, strict=True):
        setattr(owner, name, work)


def _remembered(work: Callable[..., Any]) -> Callable[..., Any]:
    first: list[Any] = []

    def remembered(*arguments: Any, **options: Any) -> Any:
        if not first:
            first.append(work(*arguments, **options))
        return first[0]

    return remembered
