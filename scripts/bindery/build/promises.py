"""What the finished files of an edition must have: all that was written, by its key, in words and with its place."""

from collections.abc import Iterable, Iterator

from bindery.checks import Promised
from bindery.findings import Place
from bindery.model.blocks import (
    Block,
    Figure,
    Footnote,
    JournalBlock,
    NextStep,
    PageBreak,
    QuestionnaireBlock,
    Rule,
    Work,
)
from bindery.model.book import Book, CitedWork, Piece
from bindery.model.inlines import Code, FootnoteCall, Inline, Text
from bindery.model.node import Node, children, walk
from bindery.model.numbered import NumberedBook
from bindery.model.questionnaire import Element, Questionnaire
from bindery.model.settings import PieceKind
from bindery.numbering import for_format

PDF, EPUB = ".pdf", ".epub"
_ON_PAPER_ONLY = (PieceKind.PRINT_CHECK, PieceKind.HALF_TITLE)
_NAMED_BY_EDITION = (PieceKind.COVER, PieceKind.HALF_TITLE, PieceKind.TITLE)
_UNTITLED_ON_PAPER = (PieceKind.FRONTISPIECE, PieceKind.IMPRINT)
_WORDLESS = (PageBreak, Rule)
_INLINE_FIELDS = ("inlines", "term", "quotation", "title")
_TEXT_FIELDS = ("title", "by", "work", "text")


def promises_of(numbered: NumberedBook) -> tuple[Promised, ...]:
    """Everything that an edition promises, for its PDF and for its e-book."""
    formats = (PDF, EPUB)
    return tuple(
        promised for suffix in formats for promised in _Face(for_format(numbered, suffix[1:]), suffix).all()
    )


class _Face:
    """The promises of one kind of file."""

    def __init__(self, numbered: NumberedBook, suffix: str) -> None:
        self._numbered = numbered
        self._suffix = suffix

    @property
    def _book(self) -> Book:
        return self._numbered.book

    def all(self) -> Iterator[Promised]:
        """Piece by piece, in reading order."""
        for piece in self._book.pieces:
            if self._suffix == PDF or piece.kind not in _ON_PAPER_ONLY:
                yield from self._piece(piece)

    def _piece(self, piece: Piece) -> Iterator[Promised]:
        if self._suffix == EPUB and piece.kind is PieceKind.COVER:
            words = (*self._title(piece), *(text for node in walk(piece) for text in _own_words(node)))
            yield self._promise("cover", piece.id, words, piece.place)
            return
        yield self._promise(piece.kind.value, piece.id, self._title(piece), piece.place)
        for block in piece.blocks:
            yield from self._blocks(block)
        yield from self._notes(piece)
        yield from self._lists(piece)

    def _title(self, piece: Piece) -> tuple[str, ...]:
        matter = piece.matter
        if piece.kind in _NAMED_BY_EDITION:
            return (self._book.chosen_for.title,)
        if self._suffix == PDF and piece.kind in _UNTITLED_ON_PAPER:
            return ()
        aims = (matter.aim, *(aim.text for aim in matter.aims)) if piece.kind is PieceKind.CHAPTER else ()
        return (matter.title, *aims)

    def _blocks(self, block: Block) -> Iterator[Promised]:
        """A block and all blocks inside, but footnotes: they are promised by their calls."""
        for node in walk(block):
            if isinstance(node, Footnote) or not isinstance(node, Block) or isinstance(node, _WORDLESS):
                continue
            yield self._promise(node.kind, node.key, self._words(node), node.place)
            if isinstance(node, QuestionnaireBlock) and node.questionnaire:
                yield from self._questionnaire(node, node.questionnaire)

    def _words(self, block: Block) -> tuple[str, ...]:
        match block:
            case Figure(alt=alt):
                return (alt,)
            case Work(reference=key):
                return _words_of_work(next(work for work in self._book.works if work.key == key))
            case JournalBlock(blocks=(), page_kind=kind) if kind:
                return (kind.prompt, *(part.title for part in kind.parts))
            case NextStep(title="", to=target) if target:
                return tuple(piece.matter.title for piece in self._book.body if piece.id == target)
            case _:
                return tuple(_own_words(block))

    def _questionnaire(self, block: QuestionnaireBlock, asked: Questionnaire) -> Iterator[Promised]:
        yield self._promise("questionnaire", block.key, (asked.title, asked.description), block.place)
        for element in asked.elements:
            yield self._promise("question", f"q.{element.name}", self._question(element), block.place)
            for row in element.rows:
                words = (row.text, *self._scale(element))
                yield self._promise("question", f"q.{row.value}", words, block.place)
        if asked.scoring and asked.print.scoring_page != "none":
            scales = (scale.title for scale in asked.scoring.scales.values())
            bands = (words for band in asked.scoring.assessments for words in (band.name, band.message))
            words = (*scales, *bands, asked.scoring.caution)
            yield self._promise("scoring page", f"{block.key}.scoring", words, block.place)

    def _question(self, element: Element) -> tuple[str, ...]:
        choices = (choice.text for choice in element.choices)
        columns = (choice.text for choice in element.columns) if self._suffix == PDF else ()
        return (element.title, element.html, element.description, *choices, *columns)

    def _scale(self, element: Element) -> tuple[str, ...]:
        """The e-book says all answers at every item: it has no columns."""
        return tuple(choice.text for choice in element.columns) if self._suffix == EPUB else ()

    def _notes(self, piece: Piece) -> Iterator[Promised]:
        notes = {note.label: note for note in piece.footnotes}
        for call in (node for node in walk(piece) if isinstance(node, FootnoteCall)):
            note = notes[call.label]
            words = tuple(text for node in walk(note) for text in _own_words(node))
            key = f"{call.key}.note" if self._suffix == EPUB else call.key
            yield self._promise("note", key, words, note.place)

    def _lists(self, piece: Piece) -> Iterator[Promised]:
        if piece.kind is PieceKind.GLOSSARY:
            for term in self._book.glossary:
                words = (term.entry.term, *_texts(term.definition))
                yield self._promise("glossary entry", f"glossary.{term.slug}", words, term.place)
        if piece.kind is PieceKind.SOURCES:
            for work in self._book.works:
                yield self._promise("reference", f"sources.{work.key}", _words_of_work(work), work.place)
        if piece.kind is PieceKind.INDEX:
            for entry in self._numbered.index:
                yield self._promise("index term", piece.id, (entry.entry,), piece.place)

    def _promise(self, kind: str, key: str, words: Iterable[str], place: Place) -> Promised:
        return Promised(self._suffix, kind, key, tuple(filter(_is_said, words)), place)


def _is_said(words: str) -> bool:
    return any(letter.isalnum() for letter in words)


def _words_of_work(work: CitedWork) -> tuple[str, ...]:
    people = work.reference.author or work.reference.editor
    return (*(person.literal or person.family for person in people), work.reference.title)


def _own_words(node: Node) -> Iterator[str]:
    """The runs of text in a block that do not stand in blocks inside it."""
    if not isinstance(node, Block):
        return
    for name in _INLINE_FIELDS:
        value = getattr(node, name, ())
        yield from _texts(value) if isinstance(value, tuple) else ()
    for name in _TEXT_FIELDS:
        value = getattr(node, name, "")
        yield from (value,) if isinstance(value, str) else ()


def _texts(inlines: Iterable[Node]) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Text | Code):
            yield inline.value
        elif isinstance(inline, Inline):
            yield from _texts(children(inline))
