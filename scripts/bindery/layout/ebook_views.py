"""What the templates of the e-book ask besides what every face knows: levels, colours, navigation, who and how long."""

from functools import cached_property

from bindery.layout.drawing.tokens import ACCENTS
from bindery.layout.face import Face
from bindery.layout.page_places import ebook_pieces
from bindery.layout.views.answers import rating_marks, tree_zones
from bindery.layout.views.chapters import OpenerView
from bindery.layout.views.navigation import Entry, piece_entry
from bindery.layout.views.outline import heading_levels
from bindery.layout.views.pathways import pathway_view
from bindery.layout.views.questionnaires import ScoringView, SubscaleView
from bindery.model.blocks import Paragraph
from bindery.model.book import Piece
from bindery.model.course_blocks import Figure, Pathway
from bindery.model.inlines import plain_text
from bindery.model.node import walk
from bindery.model.questionnaire import Element
from bindery.model.settings import PieceKind

# Pieces that stand in the list of contents only where they are pages to read.
_UNLISTED = (PieceKind.COVER, PieceKind.CONTENTS, PieceKind.BACK_COVER)
_LANDMARKS = {
    PieceKind.COVER: "cover",
    PieceKind.CONTENTS: "toc",
    PieceKind.GLOSSARY: "glossary",
    PieceKind.SOURCES: "bibliography",
    PieceKind.INDEX: "index",
}


class EbookViews(Face):
    """The views of the e-book; `ebook_face` adds pages and pointers."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces that the e-book has, in reading order."""
        return ebook_pieces(self.numbered)

    def level(self, key: str) -> int:
        """The level of the heading that this block brings with it."""
        return self._levels.get(key, 2)

    def figures(self) -> tuple[tuple[Piece, Figure], ...]:
        """Every figure with its piece, in reading order."""
        found = ((piece, node) for piece in self.pieces for node in walk(piece))
        return tuple((piece, node) for piece, node in found if isinstance(node, Figure))

    def accent(self, piece: Piece) -> str:
        """The class of a chapter's colour, `accent-3`; "" outside the chapters."""
        number = self.numbered.chapters.get(piece.slug)
        return f"accent-{(number - 1) % len(ACCENTS) + 1}" if number else ""

    def matter(self, piece: Piece) -> str:
        """Front, body or back, in the words of EPUB."""
        if piece in self.book.front:
            return "frontmatter"
        return "bodymatter" if piece in self.book.body else "backmatter"

    def chapter(self, piece_id: str) -> Piece | None:
        """The chapter of this id; None when it is not in this edition."""
        chapters = (piece for piece in self.book.body if piece.kind is PieceKind.CHAPTER)
        return next((piece for piece in chapters if piece.id == piece_id), None)

    def entries(self) -> tuple[Entry, ...]:
        """The lines of the contents, in reading order."""
        return tuple(
            piece_entry(piece, self.numbered) for piece in self.pieces if piece.kind not in _UNLISTED
        )

    def landmarks(self) -> tuple[tuple[str, Piece], ...]:
        """The kind of a landmark, in the words of EPUB, and the piece that it leads to."""
        named = [(_LANDMARKS[piece.kind], piece) for piece in self.pieces if piece.kind in _LANDMARKS]
        return (*named, ("bodymatter", self.book.body[0]))

    def pathways_line(self, opener: OpenerView) -> str:
        """How many pathways a chapter has, and how long they take."""
        count, words = opener.pathways, self.words
        pathways = words.one_pathway if count == 1 else words.pathways_count.format(count)
        if opener.shortest == opener.longest:
            return f"{pathways}, {words.minutes_short.format(opener.longest)}"
        return f"{pathways}, {words.minutes_range.format(opener.shortest, opener.longest)}"

    def who(self, pathway: Pathway) -> str:
        """For whom a pathway is, in words."""
        return pathway_view(pathway, self.words).who

    def rating_marks(self, element: Element) -> range:
        """The figures of a rating or a slider."""
        return rating_marks(element)

    def has_tree(self, scoring: ScoringView) -> bool:
        """Whether print has a tree to shade for these scores."""
        return bool(tree_zones(scoring))

    def subscales(self, scoring: ScoringView) -> tuple[SubscaleView, ...]:
        """The subscales in the order in which print has them."""
        return tree_zones(scoring) or scoring.subscales

    def cover_words(self, cover: Piece) -> str:
        """What stands on the cover, each line once."""
        paragraphs = [plain_text(block.inlines) for block in cover.blocks if isinstance(block, Paragraph)]
        lines = [self.edition.title, self.edition.subtitle, *paragraphs, self.edition.organisation]
        return self.words.cover_alt.format(". ".join(dict.fromkeys(line for line in lines if line)))

    @cached_property
    def _levels(self) -> dict[str, int]:
        return {key: level for piece in self.book.pieces for key, level in heading_levels(piece)}
