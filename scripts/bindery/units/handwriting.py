"""How much room handwriting takes, by the rule of forms to fill in: three lines and five characters an inch."""

from math import ceil

from bindery.units.lengths import MM_PER_INCH

CHARACTERS_PER_INCH = 5
# With the space after it: so 20 words take 4 lines of 160 mm, 40 take 8, and 60 take 11.
CHARACTERS_PER_WORD = 5.7


def lines_for_words(words: int, width: float) -> int:
    """How many lines of `width` mm so many words take, written by hand."""
    return ceil(words * CHARACTERS_PER_WORD * MM_PER_INCH / CHARACTERS_PER_INCH / width)
