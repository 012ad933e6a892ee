"""The one place that knows Jinja: templates from layouts/, everything escaped, nothing undefined."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bindery.layout import drawing

LAYOUTS = Path(__file__).resolve().parents[3] / "layouts"


def render(name: str, **values: Any) -> str:
    """The template layouts/`name` with these values, as text of the document type that the template has."""
    return _environment().get_template(name).render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(LAYOUTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.globals["draw"] = {name: _as_markup(getattr(drawing, name)) for name in drawing.__all__}
    return environment


def _as_markup(value: Any) -> Any:
    """A function whose drawings are markup; whatever else it gives, and whatever is no function, stays as it is."""
    if not callable(value) or isinstance(value, type):
        return value

    def drawn(*arguments: Any, **options: Any) -> Any:
        result = value(*arguments, **options)
        return Markup(result) if isinstance(result, str) else result  # noqa: S704 - our own drawings

    return drawn
