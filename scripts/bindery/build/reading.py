"""From the files of a book to an edition's numbered book."""

from pathlib import Path

from bindery.assembly import assemble, welcome_piece
from bindery.findings import CannotGoOn, Report
from bindery.model.numbered import NumberedBook
from bindery.numbering import choose, number
from bindery.settings import load_edition, load_settings


def read_book(name: str, root: Path, report: Report) -> NumberedBook:
    """The numbered book of an edition. CannotGoOn after the findings of all its files, when one is an error."""
    settings = load_settings(root, report)
    if settings is None:
        raise CannotGoOn
    edition = load_edition(name, settings, root, report)
    whole = assemble(settings, root, report)
    report.stop_if_errors()
    if edition is None:
        raise CannotGoOn
    welcome = welcome_piece(edition, whole, settings, root, report)
    report.stop_if_errors()
    numbered = number(choose(whole, edition, welcome, report), whole, report)
    report.stop_if_errors()
    return numbered
