"""Words written twice, straight quotation marks, and words that the house does not print."""

import re
from collections.abc import Iterable

from bindery.findings import Report
from bindery.model.style import Avoided, HouseStyle
from bindery.proofreading.lines import Lines
from bindery.proofreading.passages import Passage

_TWICE = re.compile(r"\b([^\W\d_]+)\s+\1\b", re.IGNORECASE)
_STRAIGHT = re.compile(r"\S*[\"']\S*")
_SHOWN = 40


def check_doubled(passages: Iterable[Passage], style: HouseStyle, lines: Lines, report: Report) -> None:
    """Report words that stand twice in a row, but for those that may."""
    may = {word.casefold() for word in style.may_double}
    for passage in passages:
        for found in _TWICE.finditer(passage.text):
            if found[1].casefold() not in may:
                place = lines.place(found[0], passage.place)
                report.add("H005", f"“{found[0]}”: the same word twice", place)


def check_quotes(passages: Iterable[Passage], lines: Lines, report: Report) -> None:
    """Report straight quotation marks and apostrophes."""
    for passage in passages:
        for found in _STRAIGHT.finditer(passage.text):
            place = lines.place(found[0], passage.place)
            hint = "“ ” for speech, ‘ ’ within it, ’ for an apostrophe"
            report.add("H006", f"straight quotation marks: {found[0][:_SHOWN]}", place, hint)


def check_avoided(passages: Iterable[Passage], style: HouseStyle, lines: Lines, report: Report) -> None:
    """Report words on the house's list, each with what to write instead."""
    rules = [(_pattern(avoided), avoided.instead) for avoided in style.avoid]
    for passage in passages:
        for pattern, instead in rules:
            for found in pattern.finditer(passage.text):
                place = lines.place(found[0], passage.place)
                hint = f"write “{instead}”" if instead else "say it in other words"
                report.add("H007", f"the house does not print “{found[0]}”", place, hint)


def _pattern(avoided: Avoided) -> re.Pattern[str]:
    choice = "|".join(_one(words) for words in avoided.words)
    return re.compile(rf"\b(?:{choice})\b", re.IGNORECASE)


def _one(words: str) -> str:
    parts = (re.escape(part) for part in words.removesuffix("*").split())
    return r"\s+".join(parts) + (r"\w*" if words.endswith("*") else "")
