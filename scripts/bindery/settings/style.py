"""The rules of the house, where book.yaml names any."""

from pathlib import Path

from bindery.findings import Place, Report
from bindery.intake import Located, read_text, read_yaml
from bindery.model.style import HouseStyle
from bindery.settings.listing import is_below_book, normal
from bindery.settings.validate import validate
from bindery.settings.value import House


def load_style(path: str, asked: Place, root: Path, report: Report) -> House | None:
    """The rules in a file under book/ with the house's own words; None when there are none that can be read.

    `asked` is the place that names the file.
    """
    if not path or not is_below_book(path, asked, report):
        return None
    text = read_text(root / "book" / normal(path), root, report, asked)
    located = read_yaml(text, f"book/{normal(path)}", report) if text is not None else None
    style = validate(HouseStyle, located, report) if located else None
    if located is None or style is None:
        return None
    return House(style, _own_words(style, located, root, report))


def _own_words(style: HouseStyle, located: Located, root: Path, report: Report) -> frozenset[str]:
    """One word a line; what follows a # is a remark."""
    place = located.place(("words",))
    if not style.words or not is_below_book(style.words, place, report):
        return frozenset()
    text = read_text(root / "book" / normal(style.words), root, report, place) or ""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return frozenset(line for line in lines if line)
