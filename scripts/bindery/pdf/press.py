"""The press: lay out, look, adjust, and again, until a layout confirms itself; then bind and finish."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bindery.findings import CannotGoOn, Place, Report
from bindery.layout.adjustments import Adjustments
from bindery.layout.part import PrintPart
from bindery.model.pages import PageMap
from bindery.pdf.engine import Engine, Sheets, calm_memory
from bindery.pdf.fence import Fence
from bindery.pdf.finish import finish
from bindery.pdf.imprint import Imprint
from bindery.pdf.leftovers import report_leftovers
from bindery.pdf.links import report_links
from bindery.pdf.log import LAYOUTS
from bindery.pdf.positions import read
from bindery.pdf.readings import PartReading
from bindery.pdf.settle import settle

# Books of five chapters settled in three to five passes; from the eighth on nothing but folios may still change.
PASSES = 12
FROZEN_FROM = 8


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed book: the finished PDF, its pages, and the adjustments under which they confirmed themselves."""

    pdf: bytes
    pages: PageMap
    adjustments: Adjustments


@dataclass(frozen=True, slots=True)
class _Laid:
    sheets: Sheets
    reading: PartReading


def print_book(
    lay: Callable[[Adjustments], Sequence[PrintPart]],
    fence: Fence,
    report: Report,
    places: Mapping[str, Place],
    progress: Callable[[str], None],
    imprint: Imprint,
) -> Printed:
    """The book as a finished PDF.

    `lay` makes the parts for given adjustments; `places` tells where each key stands in the source; `progress` is
    told in words what happens. What cannot be brought right is reported. Raises CannotGoOn after findings that are
    errors, and MachineError when the engine is of another version.
    """
    engine = Engine(fence, report, places)
    with calm_memory():
        laid, adjustments = _settled(lay, engine, report, progress)
        readings = [one.reading for one in laid]
        report_leftovers(readings, adjustments.pages.label_of, places, report)
        for one in laid:
            report_links(engine.links(one.sheets), one.sheets.part.html, places, report)
        report.stop_if_errors()
        progress("bind")
        bound = engine.bind([one.sheets for one in laid])
    progress("finish")
    return Printed(finish(bound, imprint, adjustments.pages), adjustments.pages, adjustments)


def _settled(
    lay: Callable[[Adjustments], Sequence[PrintPart]],
    engine: Engine,
    report: Report,
    progress: Callable[[str], None],
) -> tuple[list[_Laid], Adjustments]:
    adjustments, given_up, laid = Adjustments(), frozenset[str](), list[_Laid]()
    for number in range(1, PASSES + 1):
        progress(f"pass {number}")
        laid = _lay_out(lay(adjustments), laid, engine)
        readings = [one.reading for one in laid]
        step = settle(readings, adjustments, given_up, frozen=number >= FROZEN_FROM)
        if step.adjustments == adjustments:
            return laid, adjustments
        adjustments, given_up = step.adjustments, step.given_up
    report.add("P014", f"the page numbers still changed after {PASSES} layouts", LAYOUTS)
    raise CannotGoOn


def _lay_out(parts: Sequence[PrintPart], before: Sequence[_Laid], engine: Engine) -> list[_Laid]:
    """Lay out the parts that changed; what all of them lack is reported before the first stops the press."""
    known = {one.sheets.part: one for one in before}
    laid = list[_Laid]()
    failed = False
    for part in parts:
        try:
            laid.append(known.get(part) or _laid(engine.lay_out(part)))
        except CannotGoOn:
            failed = True
    if failed:
        raise CannotGoOn
    return laid


def _laid(sheets: Sheets) -> _Laid:
    return _Laid(sheets, read(sheets))
