"""The glossary with its definitions parsed."""

from collections.abc import Sequence

from bindery.findings import Report
from bindery.markup import read_inlines
from bindery.model.book import DefinedTerm
from bindery.model.inlines import Code, Emphasis, LineBreak, Phrase, Strong, Text
from bindery.model.node import walk
from bindery.model.settings import GlossaryEntry
from bindery.settings import Placed

_PLAIN = (Text, Emphasis, Strong, Code, Phrase, LineBreak)


def defined_terms(entries: Sequence[Placed[GlossaryEntry]], report: Report) -> tuple[DefinedTerm, ...]:
    """The terms in alphabetical order; a definition that holds more than words is reported."""
    terms = [_term(placed, report) for placed in entries]
    return tuple(sorted(terms, key=lambda term: (term.entry.term.casefold(), term.entry.term)))


def _term(placed: Placed[GlossaryEntry], report: Report) -> DefinedTerm:
    entry = placed.value
    definition = read_inlines(entry.definition, f"glossary.{entry.slug}", placed.place, report)
    if not all(isinstance(node, _PLAIN) for inline in definition for node in walk(inline)):
        report.add(
            "A008", f'the definition of "{entry.term}" points elsewhere', placed.place, "write plain words"
        )
    return DefinedTerm(entry.slug, entry, definition, placed.place)
