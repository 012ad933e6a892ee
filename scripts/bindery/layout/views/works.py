"""A reference as it is printed: authors, and a line of text. Follows the author-date order of CSL data."""

import re
from dataclasses import dataclass

from bindery.model.inlines import Emphasis, Inline, Link, Text
from bindery.model.settings import PersonName, Reference
from bindery.model.wording import Wording

NAMED = 2
_WHOLE_WORKS = ("book", "report", "thesis")


@dataclass(frozen=True, slots=True)
class WorkView:
    """`authors` for the label column, `line` for title, place of publication and numbers."""

    authors: str
    line: tuple[Inline, ...]


def work_view(reference: Reference, wording: Wording) -> WorkView:
    """A reference as it stands in Go Deeper and in the sources."""
    return WorkView(full_names(reference, wording), _line(reference, wording))


def short_citation(reference: Reference, wording: Wording) -> str:
    """As it is cited in the text: `Wood and Gray (1991)`."""
    names = [_last(name) for name in reference.author or reference.editor]
    who = f" {wording.and_} ".join(names) if len(names) <= NAMED else f"{names[0]} et al."
    who = who or reference.title
    return f"{who} ({year(reference)})"


def year(reference: Reference) -> str:
    """The first four-digit year in `issued`, or all of it."""
    found = re.search(r"\d{4}", reference.issued)
    return found.group() if found else reference.issued


def full_names(reference: Reference, wording: Wording) -> str:
    """`Wood, Donna J., and Barbara Gray`: the first name turned round, as it is sorted."""
    people = reference.author or reference.editor
    names = [_turned(people[0]), *(_straight(person) for person in people[1:])] if people else []
    joined = names[0] if len(names) == 1 else _listed(names, wording)
    return joined if reference.author or not names else f"{joined} ({wording.editor})"


def _listed(names: list[str], wording: Wording) -> str:
    return ", ".join([*names[:-1], f"{wording.and_} {names[-1]}"]) if names else ""


def _last(person: PersonName) -> str:
    return person.literal or person.family


def _turned(person: PersonName) -> str:
    return person.literal or ", ".join(part for part in (person.family, person.given) if part)


def _straight(person: PersonName) -> str:
    return person.literal or " ".join(part for part in (person.given, person.family) if part)


def _line(reference: Reference, wording: Wording) -> tuple[Inline, ...]:
    titles = (*_title(reference), *_container(reference, wording))
    parts = (*titles, Text(_details(reference, wording)), *_address(reference))
    return tuple(part for part in parts if part != Text(""))


def _title(reference: Reference) -> tuple[Inline, ...]:
    """A whole work in italics, a part of one in quotation marks."""
    if reference.type in _WHOLE_WORKS and not reference.container_title:
        return (Emphasis((Text(reference.title),)),)
    inner = reference.title.replace("“", "‘").replace("”", "’")
    return (Text(f"“{inner}”"),)


def _container(reference: Reference, wording: Wording) -> tuple[Inline, ...]:
    if not reference.container_title:
        return ()
    stop = " " if reference.title.endswith(("?", "!")) else ". "
    editors = [_straight(person) for person in reference.editor] if reference.author else []
    edited = f", {wording.editor} {f' {wording.and_} '.join(editors)}" if editors else ""
    issue = f"({reference.issue})" if reference.issue else ""
    volume = f" {reference.volume}{issue}" if reference.volume or issue else ""
    return (Text(stop), Emphasis((Text(reference.container_title),)), Text(f"{volume}{edited}"))


def _details(reference: Reference, wording: Wording) -> str:
    """What follows the titles: edition, publisher, year, pages, numbers, and a note."""
    edition = f", {_edition(reference, wording)}" if reference.edition else ""
    publisher = f". {reference.publisher}" if reference.publisher else ""
    pages = f", {reference.page}" if reference.page else ""
    numbers = "".join(
        f" {name} {value}." for name, value in (("DOI", reference.DOI), ("ISBN", reference.ISBN)) if value
    )
    note = f" {reference.note.rstrip('.')}." if reference.note else ""
    return f"{edition}{publisher}, {reference.issued}{pages}.{numbers}{note}"


def _edition(reference: Reference, wording: Wording) -> str:
    """A bare number is put into words."""
    number = reference.edition
    return wording.numbered_edition.format(number) if number.isdigit() else number


def _address(reference: Reference) -> tuple[Inline, ...]:
    """The address of a work that is found nowhere else; a DOI says more and lasts longer."""
    if not reference.URL or reference.DOI:
        return ()
    return (Text(" "), Link((Text(reference.URL),), reference.URL))
