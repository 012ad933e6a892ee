"""The book: pieces in reading order, and what they point to."""

from dataclasses import dataclass

from bindery.findings import Place
from bindery.model.blocks import Block, Footnote
from bindery.model.edition import Edition
from bindery.model.inlines import Inline
from bindery.model.journal import JournalKind
from bindery.model.node import Node
from bindery.model.questionnaire import Questionnaire
from bindery.model.settings import BookSettings, FrontMatter, GlossaryEntry, PieceKind, Reference, slug_of
from bindery.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Piece(Node):
    """One file of the book. `slug` is its name in the book, unique; `source` its path from the project's folder.

    `aims` are the pointers of its front matter.
    """

    slug: str
    source: str
    matter: FrontMatter
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    place: Place
    aims: tuple[Inline, ...] = ()

    @property
    def kind(self) -> PieceKind:
        """What the piece is."""
        return self.matter.kind

    @property
    def id(self) -> str:
        """The id under which the piece can be referred to."""
        return self.matter.id or self.slug


@dataclass(frozen=True, slots=True)
class DefinedTerm(Node):
    """A glossary entry with its definition parsed."""

    slug: str
    entry: GlossaryEntry
    definition: tuple[Inline, ...]
    place: Place

    @property
    def slugs(self) -> tuple[str, ...]:
        """The term and its other spellings, as ids."""
        return (self.slug, *(slug_of(other) for other in self.entry.also))


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A reference with its key and its place."""

    key: str
    reference: Reference
    place: Place


@dataclass(frozen=True, slots=True)
class Book(Node):
    """The whole book, or what an edition has chosen of it."""

    settings: BookSettings
    wording: Wording
    front: tuple[Piece, ...]
    body: tuple[Piece, ...]
    back: tuple[Piece, ...]
    glossary: tuple[DefinedTerm, ...]
    works: tuple[CitedWork, ...]
    questionnaires: tuple[Questionnaire, ...]
    journal_kinds: tuple[JournalKind, ...]
    edition: Edition | None = None

    @property
    def chosen_for(self) -> Edition:
        """The edition that this book was chosen for. ValueError for a book that has not been chosen."""
        if self.edition is None:
            raise ValueError("this book has not been chosen for an edition")
        return self.edition

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces in reading order."""
        return self.front + self.body + self.back
