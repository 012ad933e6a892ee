"""The one module that knows WeasyPrint: HTML in, laid-out pages out, pages in, a tagged PDF out."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes as _boxes
from weasyprint.pdf import tags as _tags
from weasyprint.text import fonts as _fonts
from weasyprint.urls import URLFetcherResponse

from bindery.findings import CannotGoOn, MachineError, Place, Report
from bindery.layout.part import PrintPart
from bindery.pdf.bounds import OutOfBoundsError, bounded
from bindery.pdf.fence import Fence
from bindery.pdf.letters import BorrowedFont, report_borrowed
from bindery.pdf.links import outermost
from bindery.pdf.log import LAYOUTS, listening, report_refusals, report_remarks
from bindery.pdf.tagging import with_origins

VERSION = "70.0"
# The engine has no types worth the name. `boxes` is for the module of that name, which looks into laid-out pages.
boxes: Any = _boxes
_HTML: Any = weasyprint.HTML
_CSS: Any = weasyprint.CSS
_FONTS: Any = _fonts
_Response: Any = URLFetcherResponse
_TAGS: Any = _tags
# The root is told on which side to begin: the engine reads that before it makes the first page.
_BEGIN = "html {{ break-before: {side} }}"


@dataclass(frozen=True, slots=True)
class Sheets:
    """A part that was laid out: `document` is the engine's own, and only `positions` looks into it."""

    part: PrintPart
    document: Any


class _Fetcher:
    """The fence as the engine calls it. A refusal does not stop it: the fence keeps the list, and we stop."""

    _fail_on_errors = False

    def __init__(self, fence: Fence) -> None:
        self._fence = fence
        self.digests: set[bytes] = set()

    def __call__(self, url: str) -> Any:
        fetched = self._fence.fetch(url)
        self.digests.add(sha256(fetched.content).digest())
        return _Response(url, fetched.content, {"Content-Type": fetched.media_type})


class Engine:
    """Lays parts out and binds them. Fonts and pictures are loaded once and kept as long as the engine lives."""

    def __init__(self, fence: Fence, report: Report, places: Mapping[str, Place] | None = None) -> None:
        """Fetch through this fence, and report to this report. MachineError for another version of WeasyPrint."""
        if weasyprint.VERSION != VERSION:
            message = f"WeasyPrint {VERSION} is needed, and {weasyprint.VERSION} is installed"
            raise MachineError(message, "run `make workbook` again, which installs the right one")
        self._fence, self._report, self._places = fence, report, places or {}
        self._fetcher = _Fetcher(fence)
        self._fonts = _FONTS.FontConfiguration()
        self._pictures: dict[str, Any] = {}

    def lay_out(self, part: PrintPart) -> Sheets:
        """The pages of a part. Raises CannotGoOn, after findings, when something it needs cannot be had."""
        begin = _CSS(string=_BEGIN.format(side=part.first_side), url_fetcher=self._fetcher)
        try:
            with bounded():
                document = self._watched(part.html, lambda: self._rendered(part, begin))
        except OutOfBoundsError as bound:
            place = self._places.get(part.slug, LAYOUTS)
            self._report.add("P015", f'the part "{part.slug}" {bound}', place, "divide it")
            raise CannotGoOn from bound
        return Sheets(part, document)

    def _rendered(self, part: PrintPart, begin: Any) -> Any:
        return self._html(part.html).render(
            font_config=self._fonts, cache=self._pictures, stylesheets=[begin], pdf_variant="pdf/ua-1"
        )

    def links(self, sheets: Sheets) -> list[str]:
        """The addresses outside the document to which its links lead."""
        found = [(link[0], link[1]) for page in sheets.document.pages for link in page.links]
        return [target for kind, target in found if kind != "internal"]

    def bind(self, sheets: Sequence[Sheets]) -> bytes:
        """All pages of all parts as one tagged PDF, links between parts and the outline included."""
        pages = [page for sheet in sheets for page in sheet.document.pages]
        for page in pages:
            page.links = outermost(page.links)
        document = sheets[0].document.copy(pages)
        html = "".join(sheet.part.html for sheet in sheets)
        with _marked_structure():
            written: bytes = self._watched(
                html, lambda: document.write_pdf(pdf_variant="pdf/ua-1", pdf_forms=False)
            )
        report_borrowed(self._borrowed(document), html, self._places, self._report)
        return written

    def _borrowed(self, document: Any) -> list[BorrowedFont]:
        """The fonts in a written document whose bytes did not come through the fence."""
        found: dict[str, str] = {}
        for font in document.fonts.values():
            data = _FONTS.get_hb_object_data(font.hb_face)
            if sha256(data).digest() not in self._fetcher.digests:
                found[font.family] = found.get(font.family, "") + "".join(font.to_unicode.values())
        return [BorrowedFont(family, letters) for family, letters in found.items()]

    def page(self, html: str) -> bytes:
        """A document that is no part of the book, such as the e-book's cover, as an untagged PDF."""
        written: bytes = self._watched(html, lambda: self._html(html).write_pdf(font_config=self._fonts))
        return written

    def _html(self, html: str) -> Any:
        return _HTML(string=html, url_fetcher=self._fetcher)

    def _watched(self, html: str, work: Callable[[], Any]) -> Any:
        """Do the work; report what the engine says of it, and stop where that means that something is missing."""
        known = len(self._fence.refused)
        with listening() as records:
            result = work()
        refused = self._fence.refused[known:]
        report_remarks(records, self._report)
        report_refusals(refused, html, self._places, self._report)
        if refused or any(record.levelname in {"ERROR", "CRITICAL"} for record in records):
            raise CannotGoOn
        return result


@contextmanager
def _marked_structure() -> Iterator[None]:
    """Let the engine mark the structure elements that it makes; it offers no other way to tell them apart."""
    build = _TAGS._build_box_tree
    _TAGS._build_box_tree = with_origins(build)
    try:
        yield
    finally:
        _TAGS._build_box_tree = build


@contextmanager
def calm_memory() -> Iterator[None]:
    """Let Python look for rubbish less often: a layout makes millions of boxes that stay (0.78 of the time)."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
