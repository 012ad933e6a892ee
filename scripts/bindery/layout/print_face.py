"""The printed book: pointers with page numbers, footnotes at the foot, one document a part."""

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from bindery.layout.adjustments import Adjustments
from bindery.layout.print_views import PrintViews
from bindery.layout.told import Told
from bindery.layout.views.indexes import Locator, locators
from bindery.model.blocks import Footnote
from bindery.model.book import Piece
from bindery.model.inlines import CrossReference, FootnoteCall, Link
from bindery.model.node import walk
from bindery.model.numbered import IndexEntry, NumberedBook
from bindery.units import Paper

UNKNOWN_PAGE = "00"


class PrintFace(PrintViews):
    """The faces of print: `paper` gives the page, `adjustments` what the last layout has taught."""

    folder = "print"

    def __init__(
        self, numbered: NumberedBook, paper: Paper, adjustments: Adjustments, folder: Path, fonts_css: str
    ) -> None:
        """Show this book on this paper; `folder` is book/, `fonts_css` its @font-face rules."""
        super().__init__(numbered)
        self.paper = paper
        self.fonts_css = Markup(fonts_css)  # noqa: S704 - made of our own file names
        self._folder = folder
        self.told = Told(adjustments)
        self._notes = {note.label: note for note in _footnotes(numbered.book.pieces)}

    def address(self, key: str) -> str:
        """Every part is bound into one document."""
        return f"#{key}"

    def page(self, key: str) -> str:
        """The folio in the last layout; `00` keeps the room before the first."""
        return self.told.tell(_folio, key) or self.nowhere

    def locators(self, entry: IndexEntry) -> tuple[Locator, ...]:
        """The pages of a line of the index, all in this one document."""
        return self.told.tell(_locators, entry.keys, self.nowhere)

    @property
    def nowhere(self) -> str:
        """Keeps the room of a folio before the first layout."""
        return UNKNOWN_PAGE

    def asset(self, path: str) -> str:
        """The address of a picture, given from book/."""
        return (self._folder / path).as_uri()

    def lines(self, key: str, least: int) -> int:
        """How many lines room to write has: what its page has left for it, or `least`."""
        return self.told.tell(_lines, key, least)

    def cross_reference(self, reference: CrossReference, words: Markup) -> Markup:
        """`Collaboration map, page 14`; after a question `What happened? (page 14)`; `14` where it is bare."""
        target = self.numbered.targets[reference.target]
        if reference.bare:
            return Markup('<a class="xref" href="{}">{}</a>').format(
                self.address(target.key), self.page(target.key)
            )
        text = words or Markup('<span class="named">{}</span>').format(self.own_words(reference))
        link = Markup('<a class="xref" href="{}">{}</a>')
        shown = self.with_page(text, target.key, goes_on=reference.goes_on)
        return link.format(self.address(target.key), shown)

    def link(self, link: Link, words: Markup) -> Markup:
        """Words and, where they are not the address itself, the address behind them."""
        bare = link.address.split("://", 1)[-1].removeprefix("mailto:")
        shown = words if bare in str(words) else Markup("{} ({})").format(words, bare)
        return super().link(link, shown)

    def footnote_call(self, call: FootnoteCall) -> Markup:
        """The note itself; the engine moves it to the foot of the page and leaves the mark."""
        note = self._notes[call.label]
        body = Markup(" ").join(self._note_text(note))
        said = self.words.note.format(self.number(call.key)), self.words.back
        return Markup(
            '<span class="footnote" id="{}" data-call="{}" data-note="{}" data-back="{}">{}</span>'
        ).format(call.key, call.key, *said, body)

    def _note_text(self, note: Footnote) -> Iterator[Markup]:
        for block in note.blocks:
            yield self.inline(getattr(block, "inlines", ()))


def _footnotes(pieces: tuple[Piece, ...]) -> Iterator[Footnote]:
    for piece in pieces:
        yield from (node for node in walk(piece) if isinstance(node, Footnote))


def _folio(adjustments: Adjustments, key: str) -> str:
    return adjustments.pages.label_of(key)


def _lines(adjustments: Adjustments, key: str, least: int) -> int:
    return adjustments.lines.get(key, adjustments.fewer.get(key, least))


def _locators(adjustments: Adjustments, keys: tuple[str, ...], nowhere: str) -> tuple[Locator, ...]:
    return locators(keys, adjustments.pages, nowhere)
