"""A new edition file, for a leader to edit."""

from pathlib import Path

from bindery.findings import CannotGoOn, MachineError, Report, UsageError
from bindery.settings import edition_names, edition_text, load_settings


def write_new_edition(name: str, root: Path, report: Report) -> Path:
    """book/editions/NAME.yaml, filled in and explained; its path from the project's folder.

    UsageError when the name cannot be used or is taken; CannotGoOn when the book itself has mistakes.
    """
    settings = load_settings(root, report)
    if settings is None:
        raise CannotGoOn
    if name in edition_names(root):
        raise UsageError(
            f'there is an edition "{name}" already; edit book/editions/{name}.yaml, or take another name'
        )
    text = edition_text(name, settings)
    path = root / "book" / "editions" / f"{name}.yaml"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise MachineError(f"cannot write {path.name}: {error.strerror}") from error
    return path.relative_to(root)
