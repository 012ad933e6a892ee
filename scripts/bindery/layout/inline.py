"""Running text as markup. What a pointer looks like is the face's affair."""

from collections.abc import Iterable
from typing import Protocol

from markupsafe import Markup

from bindery.model.inlines import (
    Citation,
    Code,
    CrossReference,
    Emphasis,
    FootnoteCall,
    IndexMark,
    Inline,
    LineBreak,
    Link,
    PageMark,
    Phrase,
    Strong,
    Term,
    Text,
)


class Pointers(Protocol):
    """How a face writes what points elsewhere; `words` is the text already written."""

    def cross_reference(self, reference: CrossReference, words: Markup) -> Markup:
        """A pointer to an id of the book."""

    def link(self, link: Link, words: Markup) -> Markup:
        """A pointer to an address outside the book."""

    def term(self, term: Term, words: Markup) -> Markup:
        """A word that the glossary explains."""

    def citation(self, citation: Citation, words: Markup) -> Markup:
        """A pointer to a work."""

    def own_words(self, pointer: CrossReference | Citation) -> str:
        """What a pointer without words of the author's is called."""

    def footnote_call(self, call: FootnoteCall) -> Markup:
        """The mark of a footnote, in print with the note itself."""

    def page_mark(self, mark: PageMark) -> Markup:
        """Where a printed page begins."""


def write(inlines: Iterable[Inline], pointers: Pointers) -> Markup:
    """The markup of running text."""
    return Markup("").join(_write(inline, pointers) for inline in inlines)


_WRAPPED = {Emphasis: Markup("<em>{}</em>"), Strong: Markup("<strong>{}</strong>")}


def _write(inline: Inline, pointers: Pointers) -> Markup:
    match inline:
        case Text(value):
            return Markup.escape(value)
        case LineBreak():
            return Markup("<br/>")
        case Code(value):
            return Markup("<code>{}</code>").format(value)
        case Emphasis(inner) | Strong(inner):
            return _WRAPPED[type(inline)].format(write(inner, pointers))
        case Phrase(inner, ""):
            return write(inner, pointers)
        case Phrase(inner, language):
            words = write(inner, pointers)
            return Markup('<span lang="{}" xml:lang="{}">{}</span>').format(language, language, words)
        case IndexMark(_, inner, key):
            return Markup('<span id="{}" class="indexed">{}</span>').format(key, write(inner, pointers))
        case _:
            return _pointer(inline, pointers)


def _pointer(inline: Inline, pointers: Pointers) -> Markup:
    match inline:
        case CrossReference(children=inner):
            return pointers.cross_reference(inline, write(inner, pointers))
        case Link(children=inner):
            return pointers.link(inline, write(inner, pointers))
        case Term(children=inner):
            return pointers.term(inline, write(inner, pointers))
        case Citation(children=inner):
            return pointers.citation(inline, write(inner, pointers))
        case FootnoteCall():
            return pointers.footnote_call(inline)
        case PageMark():
            return pointers.page_mark(inline)
        case _:
            raise TypeError(type(inline).__name__)
