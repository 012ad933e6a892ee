"""The pictures of the book: drawings to stand in the documents, photographs as files."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from bindery.epub.drawings import NotInline, boxes_of_halves, has_text, inline_drawing
from bindery.model.book import Book
from bindery.model.course_blocks import Figure
from bindery.model.node import walk

_MEDIA_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")


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
        self._names = _names(self._contents)

    @property
    def files(self) -> tuple[PictureFile, ...]:
        """Those that are files of the package; the others stand in the documents themselves."""
        return tuple(
            PictureFile(self._names[source], _media_type(source), content)
            for source, content in self._contents.items()
            if not self._is_inline(source)
        )

    def markup(self, source: str, name: str, description: str) -> Markup:
        """The picture as it stands in a document; `name` begins the ids in it."""
        if self._is_inline(source):
            return Markup(inline_drawing(self._text(source), name, description))  # noqa: S704 - it only draws
        return Markup('<img src="../images/{}" alt="{}"/>').format(self._names[source], description)

    def halves(self, source: str, name: str, description: str) -> tuple[Markup, ...]:
        """A drawing with small words in two parts, each to be as wide as the page; none where there is no need."""
        if not self._is_inline(source):
            return ()
        text = self._text(source)
        return tuple(
            Markup(inline_drawing(text, f"{name}.{number}", description, box))  # noqa: S704 - it only draws
            for number, box in enumerate(boxes_of_halves(text), 1)
        )

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


def _names(sources: Iterable[str]) -> dict[str, str]:
    """One folder for all, so the folders go into the name; signs that mean something in an address do not.

    Two that would be one file, be it only where capital letters do not count, get a number.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for source in sources:
        path = PurePosixPath(_UNSAFE.sub("-", source).lstrip(".-") or "picture")
        candidates = (
            f"{path.stem}{number}{path.suffix}" for number in chain([""], map("-{}".format, count(2)))
        )
        names[source] = next(name for name in candidates if name.lower() not in taken)
        taken.add(names[source].lower())
    return names
