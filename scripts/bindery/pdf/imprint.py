"""What a finished PDF says of the book in its metadata."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Imprint:
    """Title, authors, language (BCP 47), description and subjects; `date` is the only date in the file."""

    title: str
    authors: tuple[str, ...]
    language: str
    date: date
    description: str = ""
    subjects: tuple[str, ...] = ()
