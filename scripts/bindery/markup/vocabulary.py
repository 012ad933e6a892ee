"""The blocks of the author's Markdown: which attributes each has, which it must have, and what these may say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

YES_NO = ("yes", "no")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value may be: any text, a whole number within bounds, one of some words, or several of them."""

    words: tuple[str, ...] = ()
    several: bool = False
    least: int = 0
    most: int = 0
    also: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether a whole number is wanted."""
        return self.most > 0


TEXT = Kind()


def number(least: int, most: int, *also: str) -> Kind:
    """A whole number within bounds, or one of some words."""
    return Kind(least=least, most=most, also=also)


@dataclass(frozen=True, slots=True)
class BlockKind:
    """A block: its attributes by name, those it must have (all, or one of some), and whether it must hold something."""

    attributes: Mapping[str, Kind] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    empty: bool = False
    needs_content: bool = True


_WHO = Kind(words=("alone", "pair", "group"), several=True)

BLOCKS: Mapping[str, BlockKind] = {
    "epigraph": BlockKind({"by": TEXT, "work": TEXT, "year": TEXT, "remark": TEXT}, ("by",)),
    "definition": BlockKind({"source": TEXT}),
    "note": BlockKind({"title": TEXT, "kind": Kind(words=("journal",))}),
    "other-side": BlockKind({"title": TEXT}),
    "example": BlockKind({"title": TEXT}),
    "pathway": BlockKind(
        {"who": _WHO, "minutes": number(1, 600), "tear-out": Kind(words=YES_NO)}, ("who", "minutes")
    ),
    "write": BlockKind(
        {"title": TEXT, "lines": number(1, 28, "fill"), "words": number(1, 1000), "weight": number(1, 9)}
    ),
    "checklist": BlockKind(),
    "questionnaire": BlockKind({"name": TEXT}, ("name",), needs_content=False),
    "journal": BlockKind({"kind": TEXT, "pages": number(1, 60)}, ("kind",), needs_content=False),
    "figure": BlockKind(
        {"src": TEXT, "alt": TEXT, "width": Kind(words=("full", "text")), "description": TEXT},
        ("src",),
        needs_content=False,
    ),
    "pull-quote": BlockKind(),
    "go-deeper": BlockKind({"title": TEXT}),
    "next-step": BlockKind({"title": TEXT, "to": TEXT}),
    "facilitator": BlockKind({"title": TEXT}),
    "only": BlockKind(
        {"format": Kind(words=("pdf", "epub"), several=True), "edition": TEXT}, one_of=("format", "edition")
    ),
    "page-break": BlockKind(empty=True, needs_content=False),
}
