"""Making a typed value of plain data; every misfit becomes a finding with its place, in plain words."""

from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from bindery.findings import Report
from bindery.intake.closest import closest, suggestion_or_list
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
    misfits = [_Misfit(kind, located, base, detail) for detail in error.errors(include_url=False)]
    misspelt = {misfit.meant for misfit in misfits}
    told: set[DataPath] = set()
    for misfit in misfits:
        path = misfit.path
        if path in told or misfit.follows_from_others or (misfit.is_missing and path in misspelt):
            continue
        told.add(path)
        code, message, hint = misfit.sentence
        report.add(code, message, located.place(path), hint)


@dataclass(frozen=True, slots=True)
class _Misfit:
    """One of pydantic's errors, seen from the file."""

    kind: Any
    located: Located
    base: DataPath
    detail: ErrorDetails

    @property
    def path(self) -> DataPath:
        """Where it is, without the names that pydantic adds to it for possibilities and keys."""
        path, last = self.base, len(self.detail["loc"]) - 1
        for number, step in enumerate(self.detail["loc"]):
            if (number == last and self.is_missing) or (*path, step) in self.located.places:
                path = (*path, step)
        return path

    @property
    def is_missing(self) -> bool:
        """Whether something that is needed is not there."""
        return self.detail["type"] == "missing"

    @property
    def is_unknown(self) -> bool:
        """Whether a key stands there that means nothing."""
        return self.detail["type"] == "unexpected_keyword_argument"

    @property
    def follows_from_others(self) -> bool:
        """Whether a list is too short only because some of its entries did not fit."""
        given = self.detail["input"]
        return self.detail["type"] == "too_short" and len(given) >= self.detail["ctx"]["min_length"]

    @property
    def meant(self) -> DataPath:
        """The path that an unknown key was probably meant to have; () for anything else."""
        known = self._known_keys if self.is_unknown else ()
        name = closest(str(self.path[-1]), known) if known else ""
        return (*self.path[:-1], name) if name else ()

    @property
    def sentence(self) -> Sentence:
        """What is said of it."""
        path = self.path
        if self.is_missing:
            inside = f" in {_name(path[:-1])}" if len(path) > 1 else ""
            return "S002", f'"{path[-1]}" is missing{inside}', f'add a line "{path[-1]}: ..."'
        if self.is_unknown:
            return "S001", f'unknown key "{path[-1]}"', self._hint_for_key(str(path[-1]))
        value, context = self.located.at(path), self.detail.get("ctx", {})
        return sentence(self.detail["type"], _name(path), value, context)

    def _hint_for_key(self, key: str) -> str:
        """What the key should have been; between braces, words after a comma are taken for a key."""
        if " " in key and self.located.at(self.path) is None:
            return "inside braces, words that hold a comma need quotation marks"
        return suggestion_or_list(key, self._known_keys)

    @property
    def _known_keys(self) -> tuple[str, ...]:
        return known_keys(self.kind, self.path[len(self.base) : -1])


def _name(path: DataPath) -> str:
    """What stands at a path, for a sentence: `"title"`, `entry 2 of "authors"`, or `this`."""
    if not path:
        return "this"
    if isinstance(path[-1], str):
        return f'"{path[-1]}"'
    return f"entry {path[-1] + 1} of {_name(path[:-1])}" if len(path) > 1 else f"entry {path[-1] + 1}"
