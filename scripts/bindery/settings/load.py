"""Loading the settings of a book."""

from dataclasses import replace
from pathlib import Path

from bindery.findings import Report
from bindery.model.settings import BookSettings
from bindery.model.wording import Wording
from bindery.settings.documents import read_document
from bindery.settings.edition import edition_names
from bindery.settings.journal import load_journal_kinds
from bindery.settings.library import load_glossary, load_references
from bindery.settings.listing import PARTS, check_nothing_is_unlisted, existing
from bindery.settings.questionnaires import load_questionnaires
from bindery.settings.style import load_style
from bindery.settings.validate import validate
from bindery.settings.value import Settings
from bindery.settings.wording import overlaid


def load_settings(root: Path, report: Report) -> Settings | None:
    """All settings of the book in `root`/book, as far as they can be read; mistakes become findings.

    None when book.yaml itself cannot be read. Glossary, references, questionnaires, journal kinds and editions may
    be missing.
    """
    located = read_document(root / "book" / "book.yaml", root, report)
    book = validate(BookSettings, located, report) if located else None
    questionnaires, broken_questionnaires = load_questionnaires(root, report)
    journal_kinds, broken_kinds = load_journal_kinds(root, report)
    glossary, broken_terms = load_glossary(root, report)
    references, broken_works = load_references(root, report)
    if located is None or book is None:
        return None
    book = replace(book, wording=overlaid(Wording(), book.wording, located, report))
    front, chapters, extras, back = (existing(part, located, root, report) for part in PARTS)
    check_nothing_is_unlisted(located, root, report)
    return Settings(
        root=root,
        book=book,
        located=located,
        front=front,
        chapters=chapters,
        extras=extras,
        back=back,
        questionnaires=questionnaires,
        journal_kinds=journal_kinds,
        glossary=glossary,
        references=references,
        editions=edition_names(root),
        house=load_style(book.house_style, located.place(("house-style",)), root, report),
        broken=broken_questionnaires | broken_kinds | broken_terms | broken_works,
    )
