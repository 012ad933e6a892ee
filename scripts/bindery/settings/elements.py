"""Whether an element of a questionnaire has what its type needs, and nothing that means nothing."""

import re
from collections.abc import Sequence

from bindery.findings import Report
from bindery.intake import DataPath, Located
from bindery.model.questionnaire import Choice, Element, Questionnaire

# More than seven things cannot be put in order by looking at them.
MOST_RANKED = 7
# Eleven circles with their words are what 160 mm hold.
MOST_POINTS = 11

_COMMON = ("type", "name", "title", "description", "isRequired")
_USED = {
    "html": ("type", "name", "html"),
    "text": (*_COMMON, "maxLength", "print"),
    "comment": (*_COMMON, "maxLength", "print"),
    "radiogroup": (*_COMMON, "choices"),
    "checkbox": (*_COMMON, "choices"),
    "boolean": _COMMON,
    "rating": (*_COMMON, "rateMin", "rateMax", "minRateDescription", "maxRateDescription"),
    "matrix": (*_COMMON, "columns", "rows", "print"),
    "ranking": (*_COMMON, "choices"),
    "slider": (*_COMMON, "min", "max", "step", "minRateDescription", "maxRateDescription"),
}
_PRINT_USED = {"text": ("lines",), "comment": ("lines",), "matrix": ("notApplicable",)}
_NEEDED = {
    "html": ("html",),
    "matrix": ("columns", "rows"),
    "radiogroup": ("title", "choices"),
    "checkbox": ("title", "choices"),
    "ranking": ("title", "choices"),
}
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")


def check_elements(questionnaire: Questionnaire, located: Located, report: Report) -> None:
    """Report what is wrong with single elements."""
    for index, element in enumerate(questionnaire.elements):
        path: DataPath = ("elements", index)
        _check_needed(element, path, located, report)
        _check_used(element, path, located, report)
        _check_markup(element, path, located, report)
        _check_range(element, path, located, report)
        _check_choices(element.columns, (*path, "columns"), located, report)
        _check_choices(element.choices, (*path, "choices"), located, report)
        _check_order(element, path, located, report)


def _check_needed(element: Element, path: DataPath, located: Located, report: Report) -> None:
    for key in _NEEDED.get(element.type, ("title",)):
        if not getattr(element, key):
            message = f'the element "{element.name}" of the type "{element.type}" has no {key}'
            report.add("Q004", message, located.place((*path, key)), f'add "{key}:"')


def _check_used(element: Element, path: DataPath, located: Located, report: Report) -> None:
    unused = [(*path, key) for key in located.keys(path) if key not in _USED[element.type]]
    if "print" in _USED[element.type]:
        wanted = _PRINT_USED[element.type]
        unused += [(*path, "print", key) for key in located.keys((*path, "print")) if key not in wanted]
    for place in unused:
        message = f'"{place[-1]}" means nothing for an element of the type "{element.type}"'
        report.add("Q005", message, located.place(place), "take it away, or change the type")


def _check_markup(element: Element, path: DataPath, located: Located, report: Report) -> None:
    found = _MARKUP.search(element.html)
    if found:
        hint = "write the words alone"
        report.add(
            "Q006", f'"{found[0]}" would be printed as it stands', located.place((*path, "html")), hint
        )


def _check_range(element: Element, path: DataPath, located: Located, report: Report) -> None:
    low, high, key = {
        "rating": (element.rate_min, element.rate_max, "rateMax"),
        "slider": (element.min, element.max, "max"),
    }.get(element.type, (0, 1, ""))
    place = located.place((*path, key))
    if low == high:
        report.add(
            "Q007", f'"{element.name}" begins and ends at {low}', place, "a scale has two points or more"
        )
    elif low > high:
        report.add(
            "Q007",
            f'"{element.name}" ends at {high}, before it begins at {low}',
            place,
            "exchange the two numbers",
        )
    elif element.type == "slider" and (high - low) % element.step:
        message = f'steps of {element.step} do not lead from {low} to {high} in "{element.name}"'
        report.add("Q007", message, located.place((*path, "step")), "change the step, or one of the two ends")
    elif element.type == "rating" and high - low >= MOST_POINTS:
        hint = f"at most {MOST_POINTS}; a slider has room for more"
        report.add("Q008", f'"{element.name}" has {high - low + 1} circles', place, hint)


def _check_choices(choices: Sequence[Choice], path: DataPath, located: Located, report: Report) -> None:
    seen: set[int | str] = set()
    for number, choice in enumerate(choices):
        if choice.value in seen:
            message = f'the value "{choice.value}" stands here a second time'
            report.add(
                "Q009",
                message,
                located.place((*path, number, "value")),
                "give every answer a value of its own",
            )
        seen.add(choice.value)


def _check_order(element: Element, path: DataPath, located: Located, report: Report) -> None:
    if element.type == "ranking" and len(element.choices) > MOST_RANKED:
        message = f'{len(element.choices)} things are many to put in order ("{element.name}")'
        report.add("Q010", message, located.place((*path, "choices")), f"at most {MOST_RANKED}")
    values = [choice.value for choice in element.columns if isinstance(choice.value, int)]
    if element.type != "matrix" or len(set(values)) < len(values):
        return
    if values != sorted(values):
        hint = "let the values rise from left to right, as in every other scale"
        report.add(
            "Q011", f'the values of "{element.name}" do not rise', located.place((*path, "columns")), hint
        )
