"""What the templates of every face have in common: blocks by their kind, running text, numbers and words."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from markupsafe import Markup

from bindery.layout.inline import write
from bindery.layout.templates import render
from bindery.layout.views.chapters import ContentsView, OpenerView, contents_view, opener_view
from bindery.layout.views.guide import SessionText, Timetable, session_parts, session_title
from bindery.layout.views.indexes import Locator, PathwayGroup, by_letter, by_people, by_time
from bindery.layout.views.questionnaires import QuestionnaireView, questionnaire_view
from bindery.layout.views.works import WorkView, short_citation, work_view
from bindery.model.blocks import Block
from bindery.model.book import Book, CitedWork, Piece
from bindery.model.course_blocks import Facilitator
from bindery.model.edition import Edition
from bindery.model.inlines import (
    Citation,
    CrossReference,
    FootnoteCall,
    Inline,
    Link,
    PageMark,
    Term,
    plain_text,
)
from bindery.model.numbered import IndexEntry, NumberedBook
from bindery.model.questionnaire import Questionnaire
from bindery.model.settings import PieceKind
from bindery.model.wording import Wording


class Face:
    """A way to show the book. A subclass names its folder of templates, and says what its pointers look like."""

    folder: str

    def __init__(self, numbered: NumberedBook) -> None:
        """Show this book."""
        self.numbered = numbered

    @property
    def book(self) -> Book:
        """The book itself."""
        return self.numbered.book

    @property
    def words(self) -> Wording:
        """The words that the press prints."""
        return self.book.wording

    @property
    def edition(self) -> Edition:
        """The edition that is shown."""
        return self.book.chosen_for

    def piece(self, piece: Piece) -> Markup:
        """A piece by the template of its kind."""
        return self._render(f"pieces/{piece.kind.value}.html.j2", piece=piece)

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Blocks, one after another."""
        return Markup("").join(self.block(block) for block in blocks)

    def block(self, block: Block, **values: Any) -> Markup:
        """A block by the template of its kind."""
        return self._render(f"blocks/{block.kind}.html.j2", block=block, **values)

    def inline(self, inlines: Iterable[Inline]) -> Markup:
        """Running text."""
        return write(inlines, self)

    def plain(self, inlines: Iterable[Inline]) -> str:
        """The words of running text, for a place where nothing may point elsewhere."""
        return plain_text(tuple(inlines))

    def credit(self, questionnaire: Questionnaire) -> str:
        """Whose a questionnaire is and under which licence; "" when it is the book's own."""
        source = questionnaire.source
        if source.author in self.book.settings.authors and not source.note:
            return ""
        credit = self.words.credit.format(author=source.author, licence=source.license)
        return f"{credit}. {source.note}" if source.note else f"{credit}."

    def number(self, key: str) -> str:
        """The number of a block ("1.2" for a figure), "" when it has none."""
        return self.numbered.numbers.get(key, "")

    def label(self, target: str) -> str:
        """What the target of an id is called."""
        return self.numbered.targets[target].label

    def href(self, target: str) -> str:
        """The address of an author's id inside the document."""
        return self.address(self.numbered.targets[target].key)

    def address(self, key: str) -> str:
        """The address of a key inside the document."""
        raise NotImplementedError

    def page(self, key: str) -> str:
        """The folio of a key, as far as it is known."""
        raise NotImplementedError

    def on_page(self, key: str) -> str:
        """`page 14`."""
        return self.words.page.format(self.page(key))

    def with_page(self, words: Markup | str, key: str, *, goes_on: bool = False) -> Markup:
        """`Collaboration map, page 14`; without a page the words.

        After a question, and where the sentence `goes_on`: `What happened? (page 14)`.
        """
        if not self.page(key):
            return Markup.escape(words)
        page = Markup('<span class="pn">{}</span>').format(self.on_page(key).replace(" ", "\u00a0"))
        aside = goes_on or Markup.escape(words).striptags().endswith(("?", "!"))
        return Markup("{} ({})" if aside else "{}, {}").format(words, page)  # noqa: S704 - constant

    def opener(self, piece: Piece) -> OpenerView:
        """A chapter's opener and the rest of it."""
        return opener_view(piece, self.numbered)

    def contents(self) -> ContentsView:
        """The lines of the contents."""
        return contents_view(self.numbered)

    def locators(self, entry: IndexEntry) -> tuple[Locator, ...]:
        """The pages of a line of the index, with the places that they lead to."""
        raise NotImplementedError

    def index(self) -> tuple[tuple[IndexEntry, ...], ...]:
        """The index of terms, letter by letter."""
        return by_letter(self.numbered.index)

    def pathways_by_time(self) -> tuple[PathwayGroup, ...]:
        """The pathways, the shortest first."""
        return by_time(self.numbered)

    def pathways_by_people(self) -> tuple[PathwayGroup, ...]:
        """The pathways for one, two and more people."""
        return by_people(self.numbered)

    def group_title(self, group: PathwayGroup) -> str:
        """What is written over a group of pathways."""
        if group.who:
            return {"alone": self.words.alone, "pair": self.words.pair, "group": self.words.group}[group.who]
        return (
            self.words.up_to_minutes.format(group.minutes) if group.minutes else self.words.more_than_an_hour
        )

    def session_title(self, block: Facilitator) -> str:
        """What a section of the guide for leaders is called."""
        return session_title(block, self.numbered)

    def session_parts(self, block: Facilitator) -> tuple[SessionText | Timetable, ...]:
        """A section of the guide for leaders, its tables with their titles."""
        return tuple(session_parts(block.blocks))

    @property
    def nowhere(self) -> str:
        """What stands for the folio of a place that has none."""
        raise NotImplementedError

    def questionnaire(self, questionnaire: Questionnaire) -> QuestionnaireView:
        """A questionnaire with its numbers and its scoring page."""
        return questionnaire_view(questionnaire)

    def work(self, key: str) -> WorkView:
        """A reference as it is printed."""
        return work_view(self._works[key].reference, self.words)

    def short_citation(self, key: str) -> str:
        """`Himmelman (2002)`."""
        return short_citation(self._works[key].reference, self.words)

    @cached_property
    def _works(self) -> dict[str, CitedWork]:
        return {work.key: work for work in self.book.works}

    def _render(self, name: str, **values: Any) -> Markup:
        return Markup(render(f"{self.folder}/{name}", face=self, words=self.words, **values))  # noqa: S704 - escaped there

    def cross_reference(self, reference: CrossReference, words: Markup) -> Markup:
        """A pointer to an id of the book."""
        raise NotImplementedError

    def link(self, link: Link, words: Markup) -> Markup:
        """A pointer to an address outside the book."""
        return Markup('<a class="link" href="{}">{}</a>').format(link.address, words)

    def term(self, term: Term, words: Markup) -> Markup:
        """A word that the glossary explains, linked to its entry where the book has a glossary."""
        own = self._own_terms.get(term.slug)
        if not own:
            return Markup('<span class="term" id="{}">{}</span>').format(term.key, words)
        target = self.address(f"glossary.{own}")
        return Markup('<a class="term" id="{}" href="{}">{}</a>').format(term.key, target, words)

    def own_words(self, pointer: CrossReference | Citation) -> str:
        """What a pointer without words of the author's is called."""
        if isinstance(pointer, Citation):
            return self.short_citation(pointer.reference)
        return self.label(pointer.target)

    def citation(self, citation: Citation, words: Markup) -> Markup:
        """A pointer to a work, linked to the sources where the book has them."""
        words = words or Markup.escape(self.own_words(citation))
        if not self._has(PieceKind.SOURCES):
            return Markup('<span class="citation" id="{}">{}</span>').format(citation.key, words)
        target = self.address(f"sources.{citation.reference}")
        return Markup('<a class="citation" id="{}" href="{}">{}</a>').format(citation.key, target, words)

    @cached_property
    def _own_terms(self) -> dict[str, str]:
        """Every spelling of a term -> the slug of its entry; none without a glossary."""
        glossary = self.book.glossary if self._has(PieceKind.GLOSSARY) else ()
        return {slug: term.slug for term in glossary for slug in term.slugs}

    def _has(self, kind: PieceKind) -> bool:
        return any(piece.kind is kind for piece in self.book.pieces)

    def footnote_call(self, call: FootnoteCall) -> Markup:
        """The mark of a footnote."""
        raise NotImplementedError

    def page_mark(self, mark: PageMark) -> Markup:
        """Where a printed page begins."""
        raise NotImplementedError
