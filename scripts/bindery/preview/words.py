"""All that the preview itself says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the page, which stand in none of its templates."""

    preview: str = "Preview"
    printed: str = "Printed pages"
    ebook: str = "E-book"
    document: str = "Chapter of the e-book"
    page: str = "Page {label}"
    mistakes: str = "To mend: {count}"
    remarks: str = "Worth a look: {count}"
    nothing_yet: str = "The pages appear here as soon as the book can be made."
    lost: str = "The preview has ended. Start it again with: make preview"
    no_script: str = "The preview needs JavaScript, from this machine only."
    skip: str = "Skip to the pages"
    hint: str = "What helps"


WORDS = Words()
READING = "Reading the manuscript"
SETTLING = "The change is on the page. Page numbers are being brought up to date"
UP_TO_DATE = "Up to date"
FAULTY = "There is something to mend; these pages are from before"
FAULTY_AT_FIRST = "There is something to mend before there can be pages"
OUR_BUG = "This is a mistake of the press itself, not yours: {}"
