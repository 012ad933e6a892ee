"""What is said of a value that does not fit its model: our own plain sentence for every kind of misfit."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bindery.findings import Place
from bindery.intake.closest import suggestion
from bindery.intake.located import Data

Sentence = tuple[str, str, str]
"""A finding code, a message and a hint."""

_LINE_BY_LINE = "write each on a line of its own after a hyphen, or all as [a, b]"
_QUOTES = "put it in quotes if the words are meant"
_NUMBER_HINT = "write it in figures, without quotes or a unit"

# Letters of a value that are shown in a message.
_SHOWN = 40

# Every pattern in the models, in words.
PATTERNS = {
    r"^[a-z][a-z0-9_-]*$": "small letters a to z, figures, hyphens and underscores, beginning with a letter",
    r"^[a-z][a-z0-9-]*$": "small letters a to z, figures and hyphens, beginning with a letter",
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "a language tag, such as en, en-GB or cs",
}


def sentence(kind: str, name: str, value: Data, context: Mapping[str, Any]) -> Sentence:
    """What is said of `value`, which stands at `name`, when pydantic calls its misfit `kind` with this context."""
    if kind in _WANTED:
        code, wanted, hint = _WANTED[kind]
        return code, f"{name} wants {wanted}, and here is {_described(value)}", _hint(value, hint)
    speaker = _SPEAKERS.get(kind)
    return speaker(name, value, context) if speaker else ("S003", f"{name} does not fit here", "")


def same_again(place: Place) -> str:
    """The hint that names the other place of two."""
    return f"the other one stands at {place}"


def _hint(value: Data, usual: str) -> str:
    if value is None:
        return "write it after the colon, or delete the line if it may be missing"
    return (
        usual
        if isinstance(value, bool | int | float | str) or usual != _QUOTES
        else "one text, without brackets"
    )


def _described(value: Data) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return f"the truth value {str(value).lower()}"
        case int() | float():
            return f"the number {value}"
        case str():
            return f'the text "{_short(value)}"'
        case list():
            return "a list"
        case _:
            return "a group of keys"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _not_listed(name: str, value: Data, context: Mapping[str, Any]) -> Sentence:
    allowed = [word for word in re.findall(r"'([^']*)'", context["expected"]) if word]
    hint = suggestion(str(value), allowed) or f"one of {', '.join(allowed)}"
    return "S006", f"{name} cannot be {_described(value)}", hint


def _too_short(name: str, value: Data, context: Mapping[str, Any]) -> Sentence:
    if isinstance(value, str) or not value:
        return "S004", f"{name} is empty", "write something there, or delete the line if it may be missing"
    return "S004", f"{name} is too short", f"at least {context['min_length']}"


def _too_long(name: str, value: Data, context: Mapping[str, Any]) -> Sentence:
    length = (
        f"{len(value)} letters and signs" if isinstance(value, str) else f"{context['actual_length']} entries"
    )
    return "S004", f"{name} is too long: {length}", f"at most {context['max_length']}"


def _pattern(name: str, value: Data, context: Mapping[str, Any]) -> Sentence:
    return "S005", f"{name} cannot be {_described(value)}", f"wanted: {PATTERNS[context['pattern']]}"


def _too_small(name: str, value: Data, context: Mapping[str, Any]) -> Sentence:
    return "S007", f"{name} is too small: {_figure(value)}", f"at least {_figure(context['ge'])}"


def _too_large(name: str, value: Data, context: Mapping[str, Any]) -> Sentence:
    return "S007", f"{name} is too large: {_figure(value)}", f"at most {_figure(context['le'])}"


def _figure(number: Any) -> str:
    return f"{number:g}" if isinstance(number, float) else _short(str(number))


_TEXT = ("S003", "text", _QUOTES)
_WHOLE = ("S003", "a whole number", _NUMBER_HINT)
_NUMBER = ("S003", "a number", _NUMBER_HINT)
_TRUTH = ("S003", "true or false", "write one of the two, without quotes")
_LIST = ("S003", "a list", _LINE_BY_LINE)
_GROUP = ("S003", "a group of keys", 'write "key: value" on the lines below it, indented, or {key: value}')
_DATE = ("S008", "a date", "year, month, day: 2026-11-23")

_WANTED = {
    "string_type": _TEXT,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _GROUP,
    "mapping_type": _GROUP,
    "dataclass_type": _GROUP,
    "finite_number": _NUMBER,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "value_error": _DATE,
}

_SPEAKERS: dict[str, Callable[[str, Data, Mapping[str, Any]], Sentence]] = {
    "literal_error": _not_listed,
    "enum": _not_listed,
    "string_too_short": _too_short,
    "too_short": _too_short,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
}
