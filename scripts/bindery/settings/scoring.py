"""Whether the scoring of a questionnaire can be worked out from its items."""

from collections.abc import Mapping

from bindery.findings import Report
from bindery.intake import DataPath, Located, suggestion
from bindery.intake.closest import suggestion_or_list
from bindery.model.questionnaire import Choice, Element, Questionnaire, Scoring, Subscale
from bindery.settings.bands import PlacedBand, Reach, faults, reach

Range = tuple[int, int] | None
"""The lowest and the highest mark of an item; None for one that is answered in words."""


def check_scoring(questionnaire: Questionnaire, located: Located, report: Report) -> None:
    """Report keys that are no items, items that no scale counts, and bands that do not tile."""
    scoring = questionnaire.scoring
    if scoring is None:
        return
    items = ranges(questionnaire)
    for name, scale in scoring.scales.items():
        _check_scale(name, scale, items, located, report)
    _check_all_counted(questionnaire, items, located, report)
    _check_bands(scoring, items, located, report)


def ranges(questionnaire: Questionnaire) -> dict[str, Range]:
    """Every item that a key can name, with its range: the rows of a matrix, and the other elements themselves."""
    found: dict[str, Range] = {}
    for element in questionnaire.elements:
        names = [row.value for row in element.rows] if element.type == "matrix" else [element.name]
        found |= dict.fromkeys(names, _range(element))
    return found


def _range(element: Element) -> Range:
    match element.type:
        case "rating":
            return element.rate_min, element.rate_max
        case "slider":
            return element.min, element.max
        case "matrix":
            return _range_of(element.columns)
        case "radiogroup":
            return _range_of(element.choices)
        case _:
            return None


def _range_of(choices: tuple[Choice, ...]) -> Range:
    values = [choice.value for choice in choices if isinstance(choice.value, int)]
    return (min(values), max(values)) if values and len(values) == len(choices) else None


def _check_scale(
    name: str, scale: Subscale, items: Mapping[str, Range], located: Located, report: Report
) -> None:
    path: DataPath = ("scoring", "scales", name)
    seen: set[str] = set()
    for number, key in enumerate(scale.keys):
        item, place = key.removeprefix("-"), located.place((*path, "keys", number))
        if item not in items:
            report.add(
                "Q012", f'"{item}" is no item of this questionnaire', place, suggestion_or_list(item, items)
            )
        elif items[item] is None and key.startswith("-"):
            report.add(
                "Q013", f'"{item}" has no numbers, so it cannot be reversed', place, "take the minus away"
            )
        elif items[item] is None:
            hint = "give its answers whole numbers as values, or take it out of the scale"
            report.add("Q014", f'"{item}" has no numbers to count', place, hint)
        if item in seen:
            report.add("Q015", f'the scale "{name}" counts "{item}" twice', place, "take one of the two away")
        seen.add(item)
    if scale.max_missing >= len(scale.keys):
        message = f'all {len(scale.keys)} items of the scale "{name}" may be missing'
        report.add("Q016", message, located.place((*path, "maxMissing")), f"at most {len(scale.keys) - 1}")


def _check_all_counted(
    questionnaire: Questionnaire, items: Mapping[str, Range], located: Located, report: Report
) -> None:
    scales = questionnaire.scoring.scales.values() if questionnaire.scoring else ()
    counted = {key.removeprefix("-") for scale in scales for key in scale.keys}
    for index, element in enumerate(questionnaire.elements):
        rows = [(row.value, ("elements", index, "rows", number)) for number, row in enumerate(element.rows)]
        own: list[tuple[str, DataPath]] = [(element.name, ("elements", index))]
        for name, path in rows if element.type == "matrix" else own:
            if items.get(name) and name not in counted:
                report.add(
                    "Q017", f'no scale counts the item "{name}"', located.place(path), 'add it to "keys:"'
                )


def _check_bands(scoring: Scoring, items: Mapping[str, Range], located: Located, report: Report) -> None:
    bands = [
        PlacedBand(band, located.place(("scoring", "assessments", number)))
        for number, band in enumerate(scoring.assessments)
    ]
    strangers = [entry for entry in bands if entry.band.scale and entry.band.scale not in scoring.scales]
    for entry in strangers:
        hint = suggestion(entry.band.scale, scoring.scales) or "leave it out for a band of every scale"
        report.add("Q018", f'there is no scale "{entry.band.scale}"', entry.place, hint)
    if strangers:
        return
    for name, scale in scoring.scales.items():
        own = [entry for entry in bands if entry.band.scale in ("", name)]
        reached = _reached(scale, items)
        if bands and not own:
            hint = 'add some, or leave "scale:" out of the others so that they hold for every scale'
            report.add(
                "Q021", f'the scale "{name}" has no bands', located.place(("scoring", "scales", name)), hint
            )
        for fault in faults(own, reached) if reached else ():
            report.add(fault.code, fault.message, fault.place, f"scores go from {reached}")


def _reached(scale: Subscale, items: Mapping[str, Range]) -> Reach | None:
    """What the scale can come to; None when one of its keys is no item with numbers."""
    marks = [items.get(key.removeprefix("-")) for key in scale.keys]
    known = [mark for mark in marks if mark is not None]
    return reach(known, scale.method) if len(known) == len(marks) else None
