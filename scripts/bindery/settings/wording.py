"""Laying an author's words for labels over those that the press has."""

from dataclasses import fields, replace
from string import Formatter

from bindery.findings import Report
from bindery.intake import Located
from bindery.model.wording import Wording

_DEFAULTS = Wording()
_FIELD_OF = {field.name.rstrip("_").replace("_", "-"): field.name for field in fields(Wording)}


def overlaid(base: Wording, given: Wording | None, located: Located, report: Report) -> Wording:
    """The base with the labels that stand under `wording:`; a label with the wrong gaps is a finding and stays out."""
    keys = [
        key for key in located.keys(("wording",)) if given and _has_right_gaps(key, given, located, report)
    ]
    return replace(base, **{_FIELD_OF[key]: getattr(given, _FIELD_OF[key]) for key in keys})


def _has_right_gaps(key: str, given: Wording, located: Located, report: Report) -> bool:
    wanted, found = _gaps(getattr(_DEFAULTS, _FIELD_OF[key])), _gaps(getattr(given, _FIELD_OF[key]))
    if wanted == found:
        return True
    hint = f'the press itself says: "{getattr(_DEFAULTS, _FIELD_OF[key])}"'
    message = f'"{key}" must hold {", ".join(wanted or ()) or "no braces"}'
    report.add("S046", message, located.place(("wording", key)), hint)
    return False


def _gaps(words: str) -> list[str] | None:
    """The gaps in a label, such as `{}` or `{title}`; None when its braces mean nothing or something else."""
    try:
        parts = list(Formatter().parse(words))
    except ValueError:
        return None
    if any(spec or conversion for _, _, spec, conversion in parts):
        return None
    return sorted(f"{{{name}}}" for _, name, _, _ in parts if name is not None)
