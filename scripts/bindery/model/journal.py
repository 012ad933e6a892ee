"""Kinds of journal page. The classes are also the schema of book/journal/*.yaml."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

_CLOSED = ConfigDict(
    alias_generator=lambda name: name.replace("_", "-"),
    extra="forbid",
    coerce_numbers_to_str=True,
    allow_inf_nan=False,
    str_strip_whitespace=True,
)


@dataclass(frozen=True, slots=True)
class PagePart:
    """A part of a guided page, from top to bottom: its title, its help, and the room it gives."""

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED
    type: Literal["lines", "tracker", "line-scale", "field", "box"]
    title: Annotated[str, Field(min_length=1, max_length=200)]
    help: str = ""
    lines: Annotated[int, Field(ge=1, le=28)] = 4
    rows: Annotated[int, Field(ge=1, le=20)] = 3
    columns: Annotated[tuple[str, ...], Field(max_length=31)] = ()
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class JournalKind:
    """A kind of journal page; `pitch` is the distance of its lines or dots in mm."""

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED
    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]
    title: Annotated[str, Field(min_length=1, max_length=120)]
    ruling: Literal["lined", "dotted", "grid", "blank", "cornell", "guided"]
    prompt: str = ""
    pitch: Annotated[float, Field(ge=4, le=16)] = 8
    parts: Annotated[tuple[PagePart, ...], Field(max_length=12)] = ()
