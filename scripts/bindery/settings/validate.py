"""Making a typed value of plain data; every misfit becomes a finding with its place, in plain words."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from bindery.findings import Report
from bindery.intake.closest import suggestion_or_list
from bindery.intake.located import DataPath, Located
from bindery.settings.sentences import Sentence, sentence
from bindery.settings.shapes import known_keys

T = TypeVar("T")


def validate(kind: type[T], located: Located, report: Report, path: DataPath = ()) -> T | None:
    """The value of this type that stands at `path`; None, after findings, when something there does not fit."""
    try:
        value: T = _adapter(cast(Any, kind)).validate_python(located.at(path))
    except ValidationError as error:
        _report(error, kind, located, report, path)
        return None
    return value


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _report(error: ValidationError, kind: Any, located: Located, report: Report, base: DataPath) -> None:
    told: set[DataPath] = set()
    for detail in error.errors(include_url=False):
        path = base + _real(detail, located, base)
        if path in told or _follows_from_others(detail):
            continue
        told.add(path)
        code, message, hint = _sentence(detail, path, kind, located, base)
        report.add(code, message, located.place(path), hint)


def _real(detail: ErrorDetails, located: Located, base: DataPath) -> DataPath:
    """The path without the names that pydantic adds to it for possibilities and keys."""
    return tuple(_steps(detail, located, base))


def _steps(detail: ErrorDetails, located: Located, base: DataPath) -> Iterator[str | int]:
    path: DataPath = base
    last = len(detail["loc"]) - 1
    for number, step in enumerate(detail["loc"]):
        absent = number == last and detail["type"] == "missing"
        if absent or (*path, step) in located.places:
            path = (*path, step)
            yield step


def _follows_from_others(detail: ErrorDetails) -> bool:
    """Whether a list is too short only because some of its entries did not fit."""
    given = detail["input"]
    return detail["type"] == "too_short" and len(given) >= detail["ctx"]["min_length"]


def _sentence(detail: ErrorDetails, path: DataPath, kind: Any, located: Located, base: DataPath) -> Sentence:
    if detail["type"] == "missing":
        return "S002", f'{_name(path[:-1], base)} lacks "{path[-1]}"', f'add a line "{path[-1]}: ..."'
    if detail["type"] == "unexpected_keyword_argument":
        hint = suggestion_or_list(str(path[-1]), known_keys(kind, path[len(base) : -1]))
        return "S001", f'unknown key "{path[-1]}"', hint
    return sentence(detail["type"], _name(path, base), located.at(path), detail.get("ctx", {}))


def _name(path: DataPath, base: DataPath) -> str:
    """What stands at a path, for a sentence: `"title"`, `entry 2 of "authors"`, or `this`."""
    if not path or path == base:
        return f'"{path[-1]}"' if path and isinstance(path[-1], str) else "this"
    if isinstance(path[-1], str):
        return f'"{path[-1]}"'
    return f"entry {path[-1] + 1} of {_name(path[:-1], base)}" if len(path) > 1 else f"entry {path[-1] + 1}"
