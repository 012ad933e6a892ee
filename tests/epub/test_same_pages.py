"""The real book, printed and as an e-book: what stands at each marker is what its printed page begins with."""

import shutil
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from lxml import etree

from bindery.build.stages import build_edition
from bindery.build.stamp import Stamp
from bindery.findings import Report

pytestmark = pytest.mark.slow
PROJECT = Path(__file__).parents[2]
TYPE = "{http://www.idpf.org/2007/ops}type"
XHTML = "{http://www.w3.org/1999/xhtml}"
DRAWING_TITLE = "{http://www.w3.org/2000/svg}title"
LETTERS, WORDS = 14, 12


class Silence:
    def stage(self, words: str) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A page marker: its label, the letters around it, the words behind it, and whether it is inside a paragraph."""

    label: str
    before: str
    after: str
    words: tuple[str, ...]
    is_inside: bool


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[Marker]]:
    root = tmp_path_factory.mktemp("book")
    shutil.copytree(PROJECT / "book", root / "book")
    report = Report()
    paths = {path.suffix: path for path in build_edition(Stamp("standard", root, None), report, Silence())}
    assert not report.has_errors
    return printed(paths[".pdf"]), markers(paths[".epub"])


def printed(path: Path) -> list[str]:
    """The letters of every printed page."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [letters(page.get_textpage().get_text_range()) for page in pdf]


def markers(path: Path) -> list[Marker]:
    with ZipFile(BytesIO(path.read_bytes())) as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
        hrefs = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
        names = [hrefs[item.get("idref")] for item in package.iter("{*}itemref")]
        roots = [etree.fromstring(archive.read(f"EPUB/{name}")) for name in names]
    return [marker for root in roots for marker in _markers(root)]


def _markers(root: etree._Element) -> list[Marker]:
    text, found = "", []
    for event, element in etree.iterwalk(root, events=("start", "end"), tag="{*}*"):
        if event == "start":
            if element.get(TYPE) == "pagebreak":
                found.append((element, len(text)))
            text += "" if element.tag == DRAWING_TITLE else element.text or ""
        else:
            text += element.tail or ""
    return [
        Marker(
            element.get("aria-label") or "",
            letters(text[:place])[-LETTERS:],
            letters(text[place:])[:LETTERS],
            tuple(text[place:].split()[:WORDS]),
            is_inside(element),
        )
        for element, place in found
    ]


def is_inside(element: etree._Element) -> bool:
    """Whether text of the same paragraph stands before it."""
    around = next((outer for outer in element.iterancestors() if outer.tag == f"{XHTML}p"), None)
    if around is None:
        return False
    before = element.xpath("preceding::text()[ancestor::* = $around]", around=around)
    return bool(around.text or before)


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum()).casefold()


def test_there_is_a_marker_for_every_printed_page(files: tuple[list[str], list[Marker]]) -> None:
    pages, found = files
    assert len(found) == len(pages) > 40


def test_a_marker_inside_a_paragraph_stands_between_the_two_pages(
    files: tuple[list[str], list[Marker]],
) -> None:
    pages, found = files
    inside = [(index, marker) for index, marker in enumerate(found) if marker.is_inside]
    assert inside
    for index, marker in inside:
        assert marker.after in pages[index], marker
        assert marker.before in pages[index - 1], marker
        assert marker.before not in pages[index], marker


def test_a_page_begins_with_the_words_at_its_marker(files: tuple[list[str], list[Marker]]) -> None:
    """Of twelve words seven: the e-book says in words what a page shows by its place, such as "Pathway 1"."""
    pages, found = files
    for page, marker, following in zip(pages, found, [*found[1:], None], strict=True):
        if not marker.words or (following and following.words == marker.words):
            continue  # the cover is a picture; a page without text of the e-book stands with the next
        there = [word for word in marker.words if letters(word) in page]
        assert len(there) >= 7, marker
