"""The e-book of an edition, with the pages of a printed one."""

from bindery.build.printing import PressRoom, PrintedFile
from bindery.epub import PrintedPages, make_ebook
from bindery.layout.page_marks import with_page_marks
from bindery.model.numbered import NumberedBook
from bindery.numbering import for_format
from bindery.store import give_back
from bindery.units import PAPERS

COVER_WIDTH = 1600
"""Pixels; with the proportions of the page, 2560 high: what shops ask for."""


def ebook_file(numbered: NumberedBook, printed: PrintedFile, room: PressRoom) -> dict[str, bytes]:
    """The e-book by its name. Raises CannotGoOn after findings that are errors."""
    room.progress.stage("making the e-book")
    pages = printed.printed.pages
    marked = with_page_marks(for_format(numbered, "epub"), pages, printed.face)
    edition = PrintedPages(pages, _name(numbered, printed))
    cover = room.cover(printed.face, COVER_WIDTH)
    ebook = make_ebook(marked, edition, cover, room.case, room.folder, room.report)
    give_back()
    return {f"{numbered.book.settings.slug}.epub": ebook}


def _name(numbered: NumberedBook, printed: PrintedFile) -> str:
    """`Working Together, A4 edition 0.1`."""
    settings, wording = numbered.book.settings, numbered.book.wording
    paper = PAPERS[printed.output.paper].title
    return wording.page_source.format(title=settings.title, paper=paper, version=settings.version)
