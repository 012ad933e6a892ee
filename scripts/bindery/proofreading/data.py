"""What readers see of the data beside the text: questionnaires, kinds of journal page, the glossary."""

from collections.abc import Iterator
from pathlib import Path

from bindery.findings import Report
from bindery.intake import Data, DataPath, Located, place_of, read_text, read_yaml
from bindery.proofreading.passages import Passage, Sort

# The keys whose values are printed.
_PRINTED = frozenset(
    """title subtitle description html text minRateDescription maxRateDescription instruction caution
    message about remark notApplicable prompt help left right term definition columns""".split()
)
_GLOSSARY, _FOLDERS = "glossary.yaml", ("questionnaires", "journal")


def data_passages(root: Path) -> Iterator[Passage]:
    """Every printed value of these files, in the order of the files; what cannot be read is left to the settings."""
    book = root / "book"
    paths = [
        book / _GLOSSARY,
        *(path for folder in _FOLDERS for path in sorted((book / folder).glob("*.yaml"))),
    ]
    for path in paths:
        located = _read(path, root) if path.is_file() else None
        if located:
            yield from _values(located, located.data, ())


def _read(path: Path, root: Path) -> Located | None:
    told_elsewhere = Report()
    text = read_text(path, root, told_elsewhere)
    return read_yaml(text, place_of(path, root).file, told_elsewhere) if text is not None else None


def _values(located: Located, data: Data, path: DataPath) -> Iterator[Passage]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _values(located, value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _values(located, value, (*path, index))
    elif isinstance(data, str) and _is_printed(path):
        yield Passage(data.replace("*", ""), located.place(path), "", Sort.DATA)


def _is_printed(path: DataPath) -> bool:
    """The name of a band is printed, other names are not."""
    keys = [step for step in path if isinstance(step, str)]
    return bool(keys) and (keys[-1] in _PRINTED or keys[-2:] == ["assessments", "name"])
