"""What an edition chooses of the book, by name."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from bindery.findings import Place, Report
from bindery.intake import Located
from bindery.intake.closest import suggestion_or_list
from bindery.settings.uniqueness import Names
from bindery.settings.value import Settings


def chosen_chapters(
    wanted: tuple[str, ...] | None, settings: Settings, located: Located, report: Report
) -> tuple[str, ...] | None:
    """The chapters that an edition names, as paths from book/; None when it names none and so has all."""
    if wanted is None:
        return None
    paths = {_bare(path): path for path in (*settings.book.chapters, *settings.book.extras)}
    names = Names("S042", "the chapter", report)
    return tuple(
        paths[name]
        for name, place in _entries(wanted, "chapters", located)
        if _is_known(name, paths, "S041", "chapter", place, report) and names.meet(name, place)
    )


def left_out(
    unwanted: tuple[str, ...] | None, settings: Settings, located: Located, report: Report
) -> tuple[str, ...]:
    """The pieces of the front and the back that an edition leaves out, by the names of their files."""
    known = tuple(_bare(entry.path) for entry in (*settings.front, *settings.back))
    return tuple(
        name
        for name, place in _entries(unwanted or (), "leave-out", located)
        if _is_known(name, known, "S047", "piece of the front or the back", place, report)
    )


def chosen_questionnaires(
    wanted: tuple[str, ...] | None, settings: Settings, located: Located, report: Report
) -> tuple[str, ...] | None:
    """The questionnaires that an edition names; None when it has all."""
    if wanted is None:
        return None
    known = (*settings.questionnaire_names, *settings.broken)
    names = Names("S042", "the questionnaire", report)
    return tuple(
        name
        for name, place in _entries(wanted, "questionnaires", located)
        if _is_known(name, known, "S043", "questionnaire", place, report) and names.meet(name, place)
    )


def chosen_journal(
    wanted: Mapping[str, int], settings: Settings, located: Located, report: Report
) -> tuple[tuple[str, int], ...]:
    """The kinds of journal page that an edition adds, each with how many pages, in its order."""
    known = (*settings.journal_names, *settings.broken)
    return tuple(
        (name, pages)
        for name, pages in wanted.items()
        if _is_known(name, known, "S044", "kind of journal page", located.place(("journal", name)), report)
    )


def _entries(wanted: tuple[str, ...], key: str, located: Located) -> Iterator[tuple[str, Place]]:
    for number, given in enumerate(wanted):
        yield _bare(given), located.place((key, number))


def _is_known(name: str, known: Iterable[str], code: str, what: str, place: Place, report: Report) -> bool:
    if name in known:
        return True
    report.add(code, f'there is no {what} "{name}"', place, suggestion_or_list(name, known))
    return False


def _bare(path: str) -> str:
    """A file's name without its folders and its ending."""
    name = PurePosixPath(path).name
    return name.removesuffix(".md").removesuffix(".yaml")
