"""The pictures of the book: drawings to stand in the documents, photographs as files."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from bindery.epub.drawings import NotInline, has_text, inline_drawing
from bindery.model.blocks import Figure
from bindery.model.book import Book
from bindery.model.node import walk

_MEDIA_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as a file of the package: its name there, its media type, its bytes."""

    name: str
    media_type: str
    content: bytes


class Pictures:
    """The pictures that a book names, read once. They have passed the intake: an SVG here only draws."""

    def __init__(self, book: Book, folder: Path) -> None:
        """Read them; `folder` is book/. OSError when one cannot be read."""
        self._contents = {source: (folder / source).read_bytes() for source in sorted(set(_sources(book)))}

    @property
    def files(self) -> tuple[PictureFile, ...]:
        """Those that are files of the package; the others stand in the documents themselves."""
        return tuple(
            PictureFile(_name(source), _media_type(source), content)
            for source, content in self._contents.items()
            if not self._is_inline(source)
        )

    def markup(self, source: str, name: str, description: str) -> Markup:
        """The picture as it stands in a document; `name` begins the ids in it."""
        if self._is_inline(source):
            return Markup(inline_drawing(self._text(source), name, description))  # noqa: S704 - it only draws
        return Markup('<img src="../images/{}" alt="{}"/>').format(_name(source), description)

    def has_words(self, source: str) -> bool:
        """Whether it is a drawing with text in it."""
        return _is_drawing(source) and has_text(self._text(source))

    def _is_inline(self, source: str) -> bool:
        if not _is_drawing(source):
            return False
        try:
            inline_drawing(self._text(source), "", "")
        except NotInline:
            return False
        return True

    def _text(self, source: str) -> str:
        return self._contents[source].decode("utf-8-sig")


def _sources(book: Book) -> Iterator[str]:
    yield from (node.src for node in walk(book) if isinstance(node, Figure))
    if book.edition and book.edition.logo:
        yield book.edition.logo


def _is_drawing(source: str) -> bool:
    return _media_type(source) == _MEDIA_TYPES[".svg"]


def _media_type(source: str) -> str:
    return _MEDIA_TYPES[Path(source).suffix.lower()]


def _name(source: str) -> str:
    """One folder for all, so the folders go into the name."""
    return source.replace("/", "-")
