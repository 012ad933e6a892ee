"""The known word that an unknown one was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches

# Names that a hint lists before it becomes unreadable.
_MOST_LISTED = 12


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
    """The suggestion for an unknown word, or else what could stand there: all of it, or the first dozen."""
    names = sorted(known)
    if not names:
        return none
    more = len(names) - _MOST_LISTED
    listed = ", ".join(names[:_MOST_LISTED]) + (f" and {more} more" if more > 0 else "")
    return suggestion(word, names) or f"known are: {listed}"
