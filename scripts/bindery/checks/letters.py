"""Words as two files may share them: letters alone, without case, figures, hyphens, spaces and ligatures."""

from unicodedata import normalize


def letters(words: str) -> str:
    """`The co-op’s first` becomes `thecoopsfirst`: line breaks, hyphenation and typography cannot matter any more.

    Figures are left out as well: one face counts what the other shows by its place.
    """
    return "".join(letter for letter in normalize("NFKC", words) if letter.isalpha()).casefold()
