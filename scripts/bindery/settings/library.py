"""The glossary and the references."""

import re
from collections.abc import Mapping
from pathlib import Path

from bindery.findings import Place, Report
from bindery.intake import Located
from bindery.model.settings import GlossaryEntry, Reference, slug_of
from bindery.settings.documents import read_document
from bindery.settings.sentences import same_again
from bindery.settings.validate import validate
from bindery.settings.value import Placed

_GLOSSARY, _REFERENCES = "glossary.yaml", "references.yaml"
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def load_glossary(root: Path, report: Report) -> tuple[tuple[Placed[GlossaryEntry], ...], frozenset[str]]:
    """The entries of book/glossary.yaml, if there is one, and the ids of terms that could not be read.

    A term that stands twice is a finding. Of a glossary that cannot be read at all, the file's name is returned.
    """
    if not _exists(_GLOSSARY, root):
        return (), frozenset()
    located = read_document(root / "book" / _GLOSSARY, root, report)
    if located is None or not isinstance(located.data, list):
        if located:
            hint = 'begin each entry with "- term: ..."'
            report.add("S003", "the glossary wants a list", located.place(), hint)
        return (), frozenset({_GLOSSARY})
    read = [(index, validate(GlossaryEntry, located, report, (index,))) for index in range(len(located.data))]
    entries = tuple(Placed(entry, located.place((index, "term"))) for index, entry in read if entry)
    _check_terms(entries, report)
    broken = (located.at((index, "term")) for index, entry in read if entry is None)
    return entries, frozenset(slug_of(str(term)) for term in broken)


def load_references(root: Path, report: Report) -> tuple[Mapping[str, Placed[Reference]], frozenset[str]]:
    """The works of book/references.yaml by their keys, if there is one, and the keys of those that could not be read.

    Of a file that cannot be read at all, its name is returned.
    """
    if not _exists(_REFERENCES, root):
        return {}, frozenset()
    located = read_document(root / "book" / _REFERENCES, root, report)
    if located is None or not isinstance(located.data, dict):
        if located:
            hint = 'begin each work with its key, such as "himmelman2002:"'
            report.add("S003", "the references want a group of keys", located.place(), hint)
        return {}, frozenset({_REFERENCES})
    keys = [key for key in located.data if _is_key(key, located, report)]
    read = {key: validate(Reference, located, report, (key,)) for key in keys}
    found = {key: Placed(work, located.place((key,))) for key, work in read.items() if work}
    for key, work in found.items():
        _check_names(key, work, report)
    return found, frozenset(read.keys() - found.keys())


def _exists(name: str, root: Path) -> bool:
    path = root / "book" / name
    return path.exists() or path.is_symlink()


def _check_terms(entries: tuple[Placed[GlossaryEntry], ...], report: Report) -> None:
    seen: dict[str, Place] = {}
    for entry in entries:
        own = {slug_of(words): words for words in reversed((entry.value.term, *entry.value.also))}
        for slug, words in own.items():
            if slug in seen:
                report.add(
                    "S031", f'the glossary explains "{words}" twice', entry.place, same_again(seen[slug])
                )
        seen |= {slug: entry.place for slug in own if slug not in seen}


def _is_key(key: str, located: Located, report: Report) -> bool:
    if _KEY.fullmatch(key):
        return True
    hint = "letters a to z, figures, hyphens and underscores, beginning with a letter: himmelman2002"
    report.add("S032", f'"{key}" cannot be the key of a work', located.place((key,)), hint)
    return False


def _check_names(key: str, work: Placed[Reference], report: Report) -> None:
    names = work.value.author + work.value.editor
    if not names:
        hint = 'for an organisation, write "author: [{literal: Its Name}]"'
        report.add("S033", f'the work "{key}" has neither author nor editor', work.place, hint)
    if any(not (name.family or name.literal) for name in names):
        report.add(
            "S033", f'a person of the work "{key}" has no family name', work.place, "use family or literal"
        )
