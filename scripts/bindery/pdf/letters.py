"""Letters that the book's own fonts do not have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bindery.findings import Place, Report
from bindery.pdf.log import place_of

_MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class BorrowedFont:
    """A font that none of our stylesheets names, and the letters that were set in it."""

    family: str
    letters: str


def report_borrowed(
    fonts: Sequence[BorrowedFont], html: str, places: Mapping[str, Place], report: Report
) -> None:
    """Report fonts that only this machine has, at the place of the first letter that needs one."""
    for font in fonts:
        letters = sorted({letter for letter in font.letters if not letter.isspace()})
        shown = " ".join(letters[:_MOST_SHOWN])
        rare = next((letter for letter in letters if not letter.isascii()), "")
        place = place_of(rare or "\0", html, places)
        report.add("P005", f"{font.family} was borrowed from this machine for: {shown}", place)
