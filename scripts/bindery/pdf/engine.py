"""WeasyPrint as the press uses it: HTML in, laid-out pages out, pages in, a tagged PDF out."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from types import SimpleNamespace
from typing import IO, Any
from xml.etree import ElementTree

from bindery.findings import MachineError
from bindery.layout.part import PrintPart
from bindery.pdf import engine_room
from bindery.pdf.engine_room import block_layout, engine, exchanged, fonts, page_layout, tags
from bindery.pdf.fence import Fence
from bindery.pdf.fitting import fitted
from bindery.pdf.footnotes import WithCalls
from bindery.pdf.letters import BorrowedFont
from bindery.pdf.links import outermost
from bindery.pdf.log import Remark, listening
from bindery.pdf.rhythm import on_lines
from bindery.pdf.tagging import with_origins

VERSION = "70.0"
_parse_html: Callable[..., Any] = engine.tinyhtml5.parse
# The root is told on which side to begin: the engine reads that before it makes the first page.
_BEGIN = "html {{ break-before: {side} }}"


@dataclass(frozen=True, slots=True)
class Sheets:
    """A part that was laid out: `document` is the engine's own, and only `positions` looks into it."""

    part: PrintPart
    document: Any


@dataclass(frozen=True, slots=True)
class LoosePage:
    """A document that is no part of the book, as a PDF, and the fonts that it borrowed from this machine."""

    pdf: bytes
    borrowed: tuple[BorrowedFont, ...]


class _Fetcher:
    """The fence as the engine calls it. A refusal does not stop it: the fence keeps the list, and we stop."""

    _fail_on_errors = False

    def __init__(self, fence: Fence) -> None:
        self._fence = fence

    def __call__(self, url: str) -> Any:
        fetched = self._fence.fetch(url)
        return engine_room.Response(url, fetched.content, {"Content-Type": fetched.media_type})


class Engine:
    """Lays one part out and writes it. What it fetched is remembered by its fence, what it said in `remarks`."""

    def __init__(self, fence: Fence) -> None:
        """Fetch through this fence. MachineError for another version of WeasyPrint."""
        if engine.VERSION != VERSION:
            message = f"WeasyPrint {VERSION} is needed, and {engine.VERSION} is installed"
            raise MachineError(message, "run `make workbook` again, which installs the right one")
        self.fence = fence
        self.remarks: list[Remark] = []
        self._fetcher = _Fetcher(fence)
        self._fonts = fonts.FontConfiguration()

    def lay_out(self, part: PrintPart) -> Sheets:
        """The pages of a part. What could not be had is in the remarks, and in what the fence refused."""
        begin = engine.CSS(string=_BEGIN.format(side=part.first_side), url_fetcher=self._fetcher)
        with _as_the_press_lays_out():
            document = self._listened(
                lambda: self._html(part.html).render(
                    font_config=self._fonts, stylesheets=[begin], pdf_variant="pdf/ua-1"
                )
            )
        return Sheets(part, document)

    def addresses(self, sheets: Sheets) -> tuple[str, ...]:
        """The addresses outside the part to which its links lead."""
        found = [(link[0], link[1]) for page in sheets.document.pages for link in page.links]
        return tuple(target for kind, target in found if kind != "internal")

    def write(self, sheets: Sheets) -> bytes:
        """The part as a tagged PDF, its outline included; every structure element carries the finisher's marks."""
        for page in sheets.document.pages:
            page.links = outermost(page.links)
        # The engine offers no other way to tell structure elements apart.
        with exchanged(tags, "_build_box_tree", with_origins(tags._build_box_tree)):
            written: bytes = self._listened(
                lambda: sheets.document.write_pdf(pdf_variant="pdf/ua-1", pdf_forms=False)
            )
        return written

    def borrowed(self, sheets: Sheets) -> tuple[BorrowedFont, ...]:
        """The fonts in a written part whose bytes did not come through the fence."""
        return self._borrowed(sheets.document)

    def _borrowed(self, document: Any) -> tuple[BorrowedFont, ...]:
        own = {digest for _, digest in self.fence.passed}
        found: dict[str, str] = {}
        for font in document.fonts.values():
            data = fonts.get_hb_object_data(font.hb_face)
            if sha256(data).hexdigest() not in own:
                found[font.family] = found.get(font.family, "") + "".join(font.to_unicode.values())
        return tuple(BorrowedFont(family, letters) for family, letters in found.items())

    def page(self, html: str) -> LoosePage:
        """A document that is no part of the book, such as the e-book's cover, as an untagged PDF."""
        document = self._listened(lambda: self._html(html).render(font_config=self._fonts))
        written: bytes = self._listened(document.write_pdf)
        return LoosePage(written, self._borrowed(document))

    def _html(self, html: str) -> Any:
        with exchanged(engine, "tinyhtml5", SimpleNamespace(parse=_parse)):
            return engine.HTML(string=html, url_fetcher=self._fetcher)

    def _listened(self, work: Callable[[], Any]) -> Any:
        with listening() as remarks:
            result = work()
        self.remarks += remarks
        return result


def _parse(source: IO[str], **how: Any) -> Any:
    """The elements of a document. Ours are well-formed, and so read in a thirtieth of the time; others as HTML.

    The engine offers no other way to be given elements.
    """
    text = source.read()
    try:
        return ElementTree.fromstring(text)  # noqa: S314 - made by our own templates, which escape all else
    except ElementTree.ParseError:
        return _parse_html(StringIO(text), **how)


@contextmanager
def _as_the_press_lays_out() -> Iterator[None]:
    """The engine's layout, with what the press adds to it."""
    notes, lay = WithCalls(), on_lines(block_layout.block_level_layout)
    block = notes.block(fitted(lay, block_layout.remove_placeholders))
    with (
        exchanged(block_layout, "block_level_layout", block),
        exchanged(page_layout, "remake_page", _marking_breaks(notes.page(page_layout.remake_page))),
    ):
        yield


def _marking_breaks(make: Callable[..., Any]) -> Callable[..., Any]:
    """The engine's way to make a page, which marks those that begin by a forced break."""

    def made(index: int, context: Any, *rest: Any) -> tuple[Any, Any]:
        page, goes_on = make(index, context, *rest)
        page.is_forced = bool(context.forced_break)
        return page, goes_on

    return made


def calm_memory() -> None:
    """Let Python look for rubbish less often: a layout makes millions of boxes that stay (0.78 of the time)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)
