"""The known word that an unknown one was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, whatever the case of its letters; "" when none is like it."""
    by_lower = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else ""


def suggestion(word: str, known: Iterable[str]) -> str:
    """`did you mean "x"?` for an unknown word, or "" when no known word is like it."""
    name = closest(word, known)
    return f'did you mean "{name}"?' if name else ""


def suggestion_or_list(word: str, known: Iterable[str], none: str = "there are none") -> str:
    """The suggestion for an unknown word, or else the list of what could stand there."""
    names = sorted(known)
    if not names:
        return none
    return suggestion(word, names) or f"known are: {', '.join(names)}"
