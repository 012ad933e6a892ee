"""Spelling, by Hunspell with a dictionary of the system. The only module that knows Hunspell."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module, metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from bindery.findings import Report
from bindery.proofreading.lines import Lines
from bindery.proofreading.passages import Passage

# Where systems keep dictionaries: Debian and its relatives, older ones, Homebrew, macOS.
FOLDERS = (
    Path("/usr/share/hunspell"),
    Path("/usr/share/myspell/dicts"),
    Path("/opt/homebrew/share/hunspell"),
    Path("/Library/Spelling"),
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
# Hunspell takes half a second to think of something, and of names it thinks of nothing that helps.
_MOST_SUGGESTIONS = 10


class NoSpeller(Exception):
    """There is nothing here to spell with; the message says what is missing."""


class _Hunspell(Protocol):
    def spell(self, word: str) -> bool:
        """Whether the dictionary has the word, in any of its forms."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that look like it, the likeliest first."""


class Speller:
    """A dictionary, and the words that the house knows besides."""

    def __init__(self, dictionary: str, own_words: frozenset[str]) -> None:
        """Open the dictionary of this name, such as en_GB. NoSpeller when it, or Hunspell, is not there."""
        self._hunspell = _opened(dictionary)
        self._own = own_words
        self.knows = cache(self._knows)
        self.version = f"{metadata.version('chunspell')}, {dictionary}"

    def suggestion(self, word: str) -> str:
        """The likeliest word instead; "" when there is none."""
        return next(iter(self._hunspell.suggest(word)), "")

    def _knows(self, word: str) -> bool:
        """Whether the word is right: as it is, without a possessive s, or in the parts between its hyphens."""
        bare = _POSSESSIVE.sub("", word)
        whole = any(self._is_one(one) for one in {word, bare, word[:1].lower() + word[1:]})
        parts = bare.split("-")
        return whole or (len(parts) > 1 and all(self._knows(part) for part in parts if part))

    def _is_one(self, word: str) -> bool:
        return word in self._own or self._hunspell.spell(word.replace("’", "'"))


def check_spelling(passages: Iterable[Passage], speller: Speller, lines: Lines, report: Report) -> None:
    """Report every unknown word, in each place once."""
    suggested: dict[str, str] = {}
    for passage in passages:
        for word in _unknown(passage.text, speller):
            if word not in suggested:
                worth_it = word.islower() and len(suggested) < _MOST_SUGGESTIONS
                suggested[word] = speller.suggestion(word) if worth_it else ""
            hint = f"did you mean “{suggested[word]}”?" if suggested[word] else ""
            report.add("H008", f"the dictionary has no “{word}”", lines.place(word, passage.place), hint)


def _unknown(text: str, speller: Speller) -> Iterator[str]:
    return (found[0] for found in _WORD.finditer(text) if not speller.knows(found[0]))


def _opened(dictionary: str) -> _Hunspell:
    if find_spec("hunspell") is None:
        raise NoSpeller("there is no Hunspell here; “make test” installs it")
    folder = next((folder for folder in FOLDERS if (folder / f"{dictionary}.dic").is_file()), None)
    if folder is None:
        package = dictionary.lower().replace("_", "-")
        raise NoSpeller(
            f"there is no Hunspell dictionary {dictionary} here; Debian has it as hunspell-{package}"
        )
    opened: _Hunspell = import_module("hunspell").Hunspell(dictionary, hunspell_data_dir=str(folder))
    return opened
