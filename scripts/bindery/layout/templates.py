"""The one place that knows Jinja: templates from layouts/, everything escaped, nothing undefined."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.bccache import Bucket
from markupsafe import Markup

from bindery.findings import MachineError
from bindery.layout import drawing
from bindery.store import Drawer, cache_folder

LAYOUTS = Path(__file__).resolve().parents[3] / "layouts"


def render(name: str, **values: Any) -> str:
    """The template layouts/`name` with these values, as text of the document type that the template has.

    MachineError for a template that is not there.
    """
    try:
        return _environment().get_template(name).render(**values)
    except TemplateNotFound as missing:
        raise _missing(str(missing.name or name)) from missing


def layout_file(name: str) -> bytes:
    """The file layouts/`name` as it is. MachineError when it cannot be read."""
    try:
        return (LAYOUTS / name).read_bytes()
    except OSError as error:
        raise _missing(name) from error


def _missing(name: str) -> MachineError:
    return MachineError(f"the press lacks its file layouts/{name}", "fetch the layouts again, whole")


class _Compiled(BytecodeCache):
    """Compiled templates in a drawer; Jinja itself checks that one belongs to the source as it is now."""

    def __init__(self) -> None:
        self._drawer = Drawer(cache_folder() / "templates", 8 * 1024**2)

    def load_bytecode(self, bucket: Bucket) -> None:
        found = self._drawer.find(bucket.key)
        if found:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._drawer.keep(bucket.key, bucket.bytecode_to_string())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(LAYOUTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        bytecode_cache=_Compiled(),
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
