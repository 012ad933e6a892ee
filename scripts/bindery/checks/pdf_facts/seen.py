"""What is seen of a page by itself, kept from one check to the next: most pages of a new file are those of an old one.

It is found under a name made of all that it depends on: what is painted on the page, the code that looks, and the
versions of the libraries that paint. Two who look at the same file at the same time share the work, where one of them
begins at its end.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
from pydantic import TypeAdapter, ValidationError

from bindery.checks.pdf_facts.looks import Looks, looks
from bindery.checks.pdf_facts.page_digest import page_digests
from bindery.checks.pdf_facts.painted import PaintedPage, painted_page
from bindery.checks.programs import package_versions
from bindery.store import Drawer, cache_folder, give_back, name_of

PAGES = Drawer(cache_folder() / "pages", 64 * 1024**2)
# A file is opened anew after so many pages: all that was painted is kept with it.
_AT_ONCE = 128


@dataclass(frozen=True, slots=True)
class Seen:
    """What is painted on a page, and how it looks."""

    painted: PaintedPage
    looks: Looks


_SEEN = TypeAdapter(Seen)


@lru_cache(maxsize=2)
def seen_pages(file: bytes) -> tuple[Seen, ...]:
    """What is seen of each page of a PDF. Remembered, since several judges ask for the same two papers.

    pikepdf.PdfError or pypdfium2.PdfiumError when it cannot be opened.
    """
    seen = tuple(_seen(file, range(_count(file))))
    give_back()
    return seen


def look_ahead(path: Path) -> None:
    """Look at the pages of a PDF from its end on, for whoever looks at them from its beginning; errors likewise."""
    file = path.read_bytes()
    for _ in _seen(file, range(_count(file) - 1, -1, -1)):
        pass


def _count(file: bytes) -> int:
    with pypdfium2.PdfDocument(file) as pages:
        return len(pages)


def _seen(file: bytes, indices: Sequence[int]) -> Iterator[Seen]:
    with pikepdf.open(BytesIO(file)) as pdf:
        digests = tuple(page_digests(pdf))
    for first in range(0, len(indices), _AT_ONCE):
        with pypdfium2.PdfDocument(file) as pages:
            for index in indices[first : first + _AT_ONCE]:
                yield _known(digests[index]) or _looked(pages, index, digests[index])


def _known(digest: bytes) -> Seen | None:
    try:
        return _SEEN.validate_json(PAGES.find(_name(digest)) or b"") if digest else None
    except ValidationError:
        return None


def _looked(pages: pypdfium2.PdfDocument, index: int, digest: bytes) -> Seen:
    page = pages[index]
    try:
        painted = painted_page(page)
        seen = Seen(painted, looks(page, painted))
    finally:
        page.close()
    if digest:
        PAGES.keep(_name(digest), _SEEN.dump_json(seen))
    return seen


def _name(digest: bytes) -> str:
    return name_of(_look(), digest)


@cache
def _look() -> bytes:
    """Everything besides the page that what is seen of it depends on."""
    code = (path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return name_of(sys.version.encode(), *code, *package_versions("pillow", "pypdfium2")).encode()
