"""The e-book of an edition."""

from pathlib import Path

from bindery.build.printing import PressRoom, PrintedFile
from bindery.epub import make_ebook
from bindery.findings import Report
from bindery.model.numbered import NumberedBook


def ebook_file(
    numbered: NumberedBook, printed: PrintedFile, room: PressRoom, root: Path, report: Report
) -> dict[str, bytes]:
    """The e-book, with the pages of this printed file."""
    raise NotImplementedError(make_ebook, numbered, printed, room, root, report)
