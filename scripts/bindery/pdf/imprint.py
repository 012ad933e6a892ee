"""What a finished PDF says of the book in its metadata."""

from dataclasses import dataclass
from datetime import date

from bindery.model.edition import Standard


@dataclass(frozen=True, slots=True)
class Imprint:
    """Title, authors, language (BCP 47), description and subjects; `date` is the only date in the file.

    `standard` is what the file meets: `ua-1` PDF/UA-1 and PDF/A-2a at once, `ua-2` PDF/UA-2.
    """

    title: str
    authors: tuple[str, ...]
    language: str
    date: date
    description: str = ""
    subjects: tuple[str, ...] = ()
    standard: Standard = "ua-1"
