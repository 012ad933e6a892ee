"""From the files of a book to an edition's numbered book."""

from dataclasses import dataclass
from pathlib import Path

from bindery.assembly import assemble, welcome_piece
from bindery.findings import CannotGoOn, Report
from bindery.model.book import Book
from bindery.model.numbered import NumberedBook
from bindery.numbering import choose, number
from bindery.settings import Settings, load_edition, load_settings


@dataclass(frozen=True, slots=True)
class Manuscript:
    """All that there is, before an edition chooses from it."""

    settings: Settings
    whole: Book


def read_manuscript(root: Path, report: Report) -> Manuscript:
    """The whole book. What is wrong with it is reported; CannotGoOn only when book.yaml itself cannot be read."""
    settings = load_settings(root, report)
    if settings is None:
        raise CannotGoOn
    return Manuscript(settings, assemble(settings, root, report))


def read_edition(name: str, manuscript: Manuscript, root: Path, report: Report) -> NumberedBook:
    """The numbered book of an edition. CannotGoOn after the findings of all files, when one is an error."""
    settings, whole = manuscript.settings, manuscript.whole
    edition = load_edition(name, settings, root, report)
    report.stop_if_errors()
    if edition is None:
        raise CannotGoOn
    welcome = welcome_piece(edition, whole, settings, root, report)
    report.stop_if_errors()
    numbered = number(choose(whole, edition, welcome, report), whole, report)
    report.stop_if_errors()
    return numbered


def read_book(name: str, root: Path, report: Report) -> NumberedBook:
    """The numbered book of an edition, from its files."""
    return read_edition(name, read_manuscript(root, report), root, report)
