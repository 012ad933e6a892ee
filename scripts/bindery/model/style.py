"""The rules of a house for its own manuscripts. The classes are also the schema of the file that book.yaml names."""

from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from bindery.model.settings import CLOSED, Line

PatternPart = Literal[
    "summary",
    "aim",
    "aims",
    "tree-label",
    "epigraph",
    "heading",
    "definition",
    "note",
    "example",
    "other-side",
    "questionnaire",
    "figure",
    "tree-figure",
    "pathway",
    "write",
    "journal",
    "work",
    "next-step",
    "facilitator",
]
PathwayPart = Literal["purpose", "you-need", "access", "if-it-goes-wrong", "journal"]


@dataclass(frozen=True, slots=True)
class Avoided:
    """Words that the house does not print; a * at the end of one stands for any ending."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    words: Annotated[tuple[Line, ...], Field(min_length=1)]
    instead: str = ""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What the house asks of a manuscript; what it leaves out is not asked.

    `pattern`: how many of a part every chapter has at least. `tree-figure` is a figure whose file begins with "tree".
    `words`: a text file under book/ with one word a line that the dictionary does not know. `shared_words`: so many
    words in a row may not stand in two chapters, except in `labels`.
    """

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    pattern: dict[PatternPart, Annotated[int, Field(ge=1, le=200)]] = field(default_factory=dict)
    pathway: tuple[PathwayPart, ...] = ()
    dictionary: Annotated[
        str, Field(pattern=r"^$|^[a-z]{2,3}(_[A-Z]{2})?$", description="a Hunspell dictionary: en_GB")
    ] = ""
    words: Annotated[str, Field(description="a text file under book/, one word a line")] = ""
    typographic_quotes: bool = False
    doubled_words: bool = False
    may_double: tuple[Line, ...] = ("had", "that")
    terms_are_used: bool = False
    works_are_cited: bool = False
    shared_words: Annotated[int, Field(ge=5, le=100)] | None = None
    labels: tuple[Line, ...] = ()
    avoid: tuple[Avoided, ...] = ()
