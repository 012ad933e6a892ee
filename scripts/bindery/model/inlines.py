"""What stands in a line of text. `key` names a place that a page number may be asked for."""

from dataclasses import dataclass

from bindery.findings import Place
from bindery.model.node import Node


@dataclass(frozen=True, slots=True)
class Inline(Node):
    """Anything in running text."""


@dataclass(frozen=True, slots=True)
class Text(Inline):
    """Words."""

    value: str


@dataclass(frozen=True, slots=True)
class LineBreak(Inline):
    """A line break that the author asked for."""


@dataclass(frozen=True, slots=True)
class Emphasis(Inline):
    """Stressed words; italics."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong(Inline):
    """Important words; bold."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code(Inline):
    """Words to be typed."""

    value: str


@dataclass(frozen=True, slots=True)
class Phrase(Inline):
    """Words in another language (a BCP 47 tag)."""

    children: tuple[Inline, ...]
    language: str


@dataclass(frozen=True, slots=True)
class CrossReference(Inline):
    """A pointer to an id in this book; without children it names its target's title, or its page alone if `bare`.

    `goes_on`: words of the same sentence follow.
    """

    target: str
    children: tuple[Inline, ...]
    place: Place
    bare: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Link(Inline):
    """A pointer to an address outside the book; print shows the address too."""

    children: tuple[Inline, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Term(Inline):
    """A word that the glossary explains; `slug` is the glossary's name for it."""

    slug: str
    children: tuple[Inline, ...]
    key: str
    place: Place


@dataclass(frozen=True, slots=True)
class Citation(Inline):
    """A pointer to a reference: printed as author and year, which are its children where a page begins in them."""

    reference: str
    key: str
    place: Place
    children: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexMark(Inline):
    """Words that the index of terms points to, under `entry`."""

    entry: str
    children: tuple[Inline, ...]
    key: str
    place: Place


@dataclass(frozen=True, slots=True)
class FootnoteCall(Inline):
    """The mark of a footnote; `label` is the author's, unique in a piece."""

    label: str
    key: str
    place: Place


@dataclass(frozen=True, slots=True)
class PageMark(Inline):
    """Where a printed page begins; the e-book alone has them."""

    label: str
    anchor: str


def plain_text(inlines: tuple[Inline, ...]) -> str:
    """The words alone; a mark or a break between words leaves one space."""
    return "".join(_words(inline) for inline in inlines)


def _words(inline: Inline) -> str:
    match inline:
        case Text(value) | Code(value):
            return value
        case LineBreak():
            return " "
        case Emphasis(inner) | Strong(inner) | Phrase(inner) | Link(inner) | CrossReference(children=inner):
            return plain_text(inner)
        case Term(children=inner) | IndexMark(children=inner):
            return plain_text(inner)
        case _:
            return ""
