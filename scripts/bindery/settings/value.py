"""What the settings files say, each part with its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from bindery.findings import Place
from bindery.intake.located import Located
from bindery.model.journal import JournalKind
from bindery.model.questionnaire import Questionnaire
from bindery.model.settings import BookSettings, GlossaryEntry, Reference
from bindery.model.style import HouseStyle

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A value and the place where it stands."""

    value: T
    place: Place


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that book.yaml lists and that exists: its path from book/, and the place of its line in book.yaml."""

    path: str
    place: Place


@dataclass(frozen=True, slots=True)
class QuestionnaireFile:
    """A questionnaire with the places of all its parts."""

    value: Questionnaire
    located: Located

    @property
    def place(self) -> Place:
        """Where its name stands."""
        return self.located.place(("name",))


@dataclass(frozen=True, slots=True)
class House:
    """The rules of the house, and the words that it knows besides the dictionary's."""

    style: HouseStyle
    own_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything but the pieces themselves.

    `broken` names what is there and could not be read: questionnaires, journal kinds, ids of terms, keys of works, and
    "glossary.yaml" or "references.yaml" for the whole file. Findings tell why; a pointer to one of them is no mistake
    of its own.
    """

    root: Path
    book: BookSettings
    located: Located
    front: tuple[Listed, ...]
    chapters: tuple[Listed, ...]
    extras: tuple[Listed, ...]
    back: tuple[Listed, ...]
    questionnaires: tuple[QuestionnaireFile, ...]
    journal_kinds: tuple[Placed[JournalKind], ...]
    glossary: tuple[Placed[GlossaryEntry], ...]
    references: Mapping[str, Placed[Reference]]
    editions: tuple[str, ...]
    broken: frozenset[str]
    house: House | None = None

    @property
    def pieces(self) -> tuple[Listed, ...]:
        """The files of all pieces, in reading order."""
        return self.front + self.chapters + self.extras + self.back

    @property
    def questionnaire_names(self) -> tuple[str, ...]:
        """The names of the questionnaires that could be read."""
        return tuple(file.value.name for file in self.questionnaires)

    @property
    def journal_names(self) -> tuple[str, ...]:
        """The names of the kinds of journal page that could be read."""
        return tuple(kind.value.name for kind in self.journal_kinds)
