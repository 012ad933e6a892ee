"""What the pages could not be brought to: findings for whoever can change the words."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from bindery.findings import Place, Report
from bindery.pdf.log import LAYOUTS
from bindery.pdf.noted_pages import noted_pages
from bindery.pdf.readings import FootnoteReading, PartReading

# mm: a footnote is never broken over two pages, and one of this height takes a quarter of one.
LONGEST_FOOTNOTE = 60.0
# mm that may run over the foot of a page before anybody could see it.
OVERRUN = 0.5
# mm that may stay empty on a page after which the text goes on: half of the text block.
EMPTY = 120.0


def report_leftovers(
    parts: Sequence[PartReading], folio_of: Callable[[str], str], places: Mapping[str, Place], report: Report
) -> None:
    """Report what does not stand where it should in the final layout. `folio_of`: key -> the page it is on."""
    for part in parts:
        for note in displaced(part):
            message = f"the footnote called on page {folio_of(note.key)} stands on another page"
            _add(report, "P010", message, places, note.key)
        for note in (note for note in part.footnotes if note.height > LONGEST_FOOTNOTE):
            _add(report, "P011", f"a footnote takes {note.height:.0f} mm of its page", places, note.key)
        _report_side_notes(part, folio_of, places, report)
        _report_overfull(part, places, report)
        _report_lines(part, folio_of, places, report)
        _report_empty(part, folio_of, places, report)


def displaced(part: PartReading) -> list[FootnoteReading]:
    """The footnotes that do not stand on the page of their call, in order."""
    return sorted(
        (note for note in part.footnotes if note.call_page != note.note_page), key=lambda n: n.call_page
    )


def _report_side_notes(
    part: PartReading, folio_of: Callable[[str], str], places: Mapping[str, Place], report: Report
) -> None:
    for page in noted_pages(part):
        if not page.placed.fits:
            message = f"page {folio_of(page.notes[0].key)} has no room for its {len(page.notes)} side notes"
            _add(report, "P012", message, places, page.notes[0].key)


def _report_overfull(part: PartReading, places: Mapping[str, Place], report: Report) -> None:
    for page in part.pages:
        if page.free < -OVERRUN and not page.blank:
            message = f"a page of {part.slug} runs {-page.free:.1f} mm over its foot"
            _add(report, "P013", message, places, page.start.key)
    for torn in part.torn:
        message = f"what is placed by hand on a page of {part.slug} goes on overleaf"
        _add(report, "P013", message, places, torn.key)


def _report_lines(
    part: PartReading, folio_of: Callable[[str], str], places: Mapping[str, Place], report: Report
) -> None:
    for fill in (fill for fill in part.fills if fill.lines < fill.asked):
        message = f"{fill.asked} lines are asked for and {fill.lines} are given, on page {folio_of(fill.key)}"
        _add(report, "P016", message, places, fill.frame or fill.key)


def _report_empty(
    part: PartReading, folio_of: Callable[[str], str], places: Mapping[str, Place], report: Report
) -> None:
    for page, following in pairwise(part.pages):
        goes_on = page.piece == following.piece and not page.blank and not following.blank
        if goes_on and page.free > EMPTY:
            message = f"{page.free:.0f} mm of page {folio_of(page.start.key)} stay empty"
            _add(report, "P017", message, places, page.start.key)


def _add(report: Report, code: str, message: str, places: Mapping[str, Place], key: str) -> None:
    report.add(code, message, places.get(key, LAYOUTS))
