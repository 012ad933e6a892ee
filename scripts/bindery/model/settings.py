"""What book.yaml, glossary.yaml, references.yaml and the front matter of a piece say: these classes are the schemas."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from bindery.model.wording import Wording


def _hyphens(name: str) -> str:
    return name.replace("_", "-")


CLOSED = ConfigDict(
    alias_generator=_hyphens, extra="forbid", coerce_numbers_to_str=True, str_strip_whitespace=True
)
Line = Annotated[str, Field(min_length=1, max_length=300)]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=80)]


def _written_date(given: object) -> object:
    # pydantic would take a number for seconds since 1970.
    if isinstance(given, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given.strip()):
        raise ValueError("no date")
    return None if isinstance(given, int | float) else given


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence by name and address."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    name: Line
    url: Line


@dataclass(frozen=True, slots=True)
class BookSettings:
    """book.yaml: metadata, and the reading order as paths from book/. `slug` begins the names of the outputs."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    slug: Id
    title: Line
    authors: Annotated[tuple[Line, ...], Field(min_length=1)]
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    licence: Licence
    date: Annotated[
        date,
        BeforeValidator(_written_date, json_schema_input_type=date),
        Field(description="the date of this version, the only date in the outputs"),
    ]
    chapters: Annotated[tuple[Line, ...], Field(min_length=1)]
    subtitle: str = ""
    version: str = "0.1"
    description: str = ""
    subjects: tuple[Line, ...] = ()
    front: tuple[Line, ...] = ()
    extras: Annotated[
        tuple[Line, ...], Field(description="chapters for the editions that name them, and for no other")
    ] = ()
    back: tuple[Line, ...] = ()
    wording: Wording = Wording()
    house_style: Annotated[
        str,
        Field(description="a YAML file under book/ with the rules that bindery check holds the text against"),
    ] = ""


class PieceKind(StrEnum):
    """What a piece of the book is."""

    COVER = "cover"
    PRINT_CHECK = "print-check"
    HALF_TITLE = "half-title"
    FRONTISPIECE = "frontispiece"
    TITLE = "title"
    IMPRINT = "imprint"
    CONTENTS = "contents"
    TEXT = "text"
    CHAPTER = "chapter"
    GLOSSARY = "glossary"
    SOURCES = "sources"
    PATHWAY_INDEX = "pathway-index"
    INDEX = "index"
    COLOPHON = "colophon"
    SPECIMEN = "specimen"
    FACILITATOR_GUIDE = "facilitator-guide"
    BACK_COVER = "back-cover"


@dataclass(frozen=True, slots=True)
class Aim:
    """One thing a chapter is for; `see` is the id of the place that deals with it."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    text: Line
    see: Id | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """How long the parts of a chapter take, in minutes."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    read: Annotated[int, Field(ge=0, le=600)] = 0
    questions: Annotated[int, Field(ge=0, le=600)] = 0


TreeState = Literal[
    "whole", "fruit", "soil", "roots", "trunk-one", "trunk-two", "branches", "weather", "wood", "rings"
]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The YAML at the head of a piece."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    title: Line
    kind: PieceKind = PieceKind.TEXT
    short: Annotated[
        str, Field(description="the title for the running head, where the whole is too long")
    ] = ""
    id: Id | None = None
    summary: str = ""
    aim: str = ""
    aims: Annotated[tuple[Aim, ...], Field(max_length=6)] = ()
    tree: TreeState = "whole"
    tree_label: str = ""
    tree_note: str = ""
    minutes: Minutes = Minutes()


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term, what it means here, and other spellings of it."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    term: Line
    definition: Annotated[str, Field(min_length=1, max_length=1000)]
    also: tuple[Line, ...] = ()

    @property
    def slug(self) -> str:
        """The term as an id."""
        return slug_of(self.term)


def slug_of(words: str) -> str:
    """Words as an id: lower case, everything but letters and digits made one hyphen."""
    kept = "".join(letter if letter.isalnum() else " " for letter in words.lower())
    return "-".join(kept.split())


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as CSL has it; `literal` for an organisation."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    family: str = ""
    given: str = ""
    literal: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A work, with CSL-JSON's names for its parts. `issued` is a year, or words such as "rev. January 2002"."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(
        alias_generator=lambda name: name if name in ("DOI", "ISBN", "URL") else _hyphens(name),
        extra="forbid",
        coerce_numbers_to_str=True,
        str_strip_whitespace=True,
    )
    type: Literal[
        "book",
        "chapter",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "report",
        "webpage",
        "thesis",
    ]
    title: Line
    issued: Annotated[str, Field(min_length=1)]
    author: tuple[PersonName, ...] = ()
    editor: tuple[PersonName, ...] = ()
    container_title: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    edition: str = ""
    publisher: str = ""
    note: str = ""
    DOI: str = ""
    ISBN: str = ""
    URL: str = ""
