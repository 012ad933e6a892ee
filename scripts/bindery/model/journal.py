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


# Circles beside each other: of more days than this, none would have the width that a pen needs (7 of 112 mm).
MOST_CIRCLES = 16


@dataclass(frozen=True, slots=True)
class PagePart:
    """A part of a guided page, from top to bottom: its title, its help, and the room it gives.

    The `columns` are what a tracker ticks, and the words at the ends of a mind map's rays.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED
    type: Literal["lines", "tracker", "line-scale", "field", "box", "mind-map", "fold"]
    title: Annotated[str, Field(min_length=1, max_length=200)]
    help: str = ""
    lines: Annotated[int, Field(ge=1, le=28)] = 4
    rows: Annotated[int, Field(ge=1, le=20)] = 3
    columns: Annotated[tuple[str, ...], Field(max_length=31)] = ()
    left: str = ""
    right: str = ""

    @property
    def has_boxes(self) -> bool:
        """Whether a tracker has so many columns that each row of it becomes boxes in several rows."""
        return self.type == "tracker" and len(self.columns) > MOST_CIRCLES


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
