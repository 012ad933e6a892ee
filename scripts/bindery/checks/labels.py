"""Labels of pages, and whether they count on without a gap."""

import re
from collections.abc import Sequence
from itertools import pairwise

_ROMAN = re.compile(r"^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def number_of(label: str) -> tuple[str, int]:
    """The series of a label (`roman`, `arabic`, or the label itself) and its number in it."""
    if label.isascii() and label.isdecimal():
        return "arabic", int(label)
    if label and _ROMAN.match(label.lower()):
        return "roman", _roman(label.lower())
    return label, 0


def _roman(label: str) -> int:
    values = [_VALUES[letter] for letter in label]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def faults(labels: Sequence[str]) -> tuple[str, ...]:
    """What is wrong with labels in reading order, in words; nothing when every series counts on by one."""
    found = [f"page {index} of the file has no label" for index, label in enumerate(labels, 1) if not label]
    seen: dict[str, int] = {}
    for index, label in enumerate(labels, 1):
        if label and label in seen:
            found.append(
                f"the label {label} stands on page {seen[label]} of the file and again on page {index}"
            )
        seen.setdefault(label, index)
    return (
        *found,
        *(f"{after} follows {before}" for before, after in pairwise(labels) if not _follows(before, after)),
    )


def _follows(before: str, after: str) -> bool:
    """A label is followed by the next of its series, or by the first of another."""
    (series, number), (next_series, next_number) = number_of(before), number_of(after)
    if not before or not after or before == after:
        return True  # said already, in other words
    return next_number == number + 1 if series == next_series else next_number <= 1
