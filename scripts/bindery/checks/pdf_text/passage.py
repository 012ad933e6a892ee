"""The text of a book as its authors wrote it, cut into passages that can be found again in a finished file."""

import re
import unicodedata
from dataclasses import dataclass

from bindery.findings import Place

# Signs without a width: zero-width spaces and joiners, word joiners, soft hyphens.
_WIDTHLESS = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_QUOTES = str.maketrans('“”„‘’"', "''''''")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand together: the key and the place of their block, and the words, condensed, in pieces.

    Between two pieces the press has put something of its own, such as a page number. A `loose` passage may stand
    before or after its neighbours: where the page has a form of its own.
    """

    key: str
    place: Place
    pieces: tuple[str, ...]
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Manuscript:
    """All passages in the order of reading, and what the press may print besides: condensed words of its own.

    `pictures` are the descriptions of the authors' pictures, which are read in place of them.
    """

    passages: tuple[Passage, ...] = ()
    said: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


NO_MANUSCRIPT = Manuscript()


def condensed(text: str) -> str:
    """Text without white space and without the differences that typesetting may make: forms of quotation marks."""
    composed = unicodedata.normalize("NFC", text).translate(_WIDTHLESS).translate(_QUOTES)
    return re.sub(r"\s+", "", composed)
