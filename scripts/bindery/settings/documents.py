"""Opening the YAML files of the book."""

from pathlib import Path

from bindery.findings import Place, Report
from bindery.intake import Located, place_of, read_text, read_yaml, suggestion


def read_document(path: Path, root: Path, report: Report) -> Located | None:
    """What a YAML file says; None, after a finding, when it cannot be read."""
    text = read_text(path, root, report)
    return read_yaml(text, place_of(path, root).file, report) if text is not None else None


def yaml_files(folder: str, root: Path, report: Report) -> tuple[Path, ...]:
    """The YAML files in a folder of the book, by name; a finding for each file that only looks like one."""
    found = sorted(path for path in (root / "book" / folder).glob("*") if not path.name.startswith("."))
    for path in found:
        if path.suffix.lower() in (".yaml", ".yml", ".json") and path.suffix != ".yaml":
            hint = f'name it "{path.stem}.yaml"'
            message = f'"{path.name}" is not read: its name does not end in .yaml'
            report.add("S015", message, place_of(path, root, 1), hint)
    return tuple(path for path in found if path.suffix == ".yaml")


def check_file_name(name: str, path: Path, place: Place, report: Report) -> None:
    """Report a file whose name is not the name that stands in it."""
    if name != path.stem:
        hint = suggestion(name, (path.stem,)) or f'write "name: {path.stem}", or name the file "{name}.yaml"'
        report.add("S020", f'the file "{path.name}" says that its name is "{name}"', place, hint)
