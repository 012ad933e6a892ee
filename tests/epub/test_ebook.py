"""The e-book of a book with one of everything: nothing lost, everything in its place, the same bytes each time."""

import os
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest

from bindery.epub.ebook import LARGEST
from bindery.findings import Report
from bindery.layout.page_places import PagePlaces
from bindery.model.blocks import Block
from bindery.model.inlines import plain_text
from bindery.model.node import walk
from bindery.model.pages import EMPTY_PAGE_MAP, Page, PageMap, PageStart
from bindery.model.settings import PieceKind
from epub.rich_book import CHAPTER, NAMES, Ebook, found, invented_pages, made, numbered_book, words_of

TYPE = f"{{{NAMES['epub']}}}type"


@pytest.fixture(scope="module")
def ebook(tmp_path_factory: pytest.TempPathFactory) -> Ebook:
    return made(tmp_path_factory.mktemp("rich"))


def test_the_archive_begins_with_a_plain_mimetype(ebook: Ebook) -> None:
    assert next(iter(ebook.files)) == "mimetype"
    assert ebook.content[30:58] == b"mimetypeapplication/epub+zip"


def test_the_same_bytes_at_another_time_in_another_zone(
    tmp_path: Path, ebook: Ebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        assert made(tmp_path / "other").content == ebook.content
    finally:
        monkeypatch.undo()
        time.tzset()
    assert os.environ.get("TZ") != "Pacific/Auckland"


def test_every_piece_is_there_but_for_what_only_a_printer_needs(ebook: Ebook, tmp_path: Path) -> None:
    pieces = numbered_book(tmp_path).book.pieces
    left_out = {piece.slug for piece in pieces if piece.kind in (PieceKind.PRINT_CHECK, PieceKind.HALF_TITLE)}
    assert left_out == {"check", "half"}
    assert set(ebook.documents) == {piece.slug for piece in pieces} - left_out


def test_every_word_of_the_manuscript_is_there(ebook: Ebook, tmp_path: Path) -> None:
    book = numbered_book(tmp_path).book
    for piece in book.pieces:
        if piece.slug in ("check", "half", "cover"):
            continue
        text = "".join(words_of(ebook.document(piece.slug)).split())
        for node in walk(piece):
            if isinstance(node, Block):
                line = plain_text(getattr(node, "inlines", ()))
                assert all("".join(part.split()) in text for part in re.split(r"[,.] *", line)), line


def test_the_indexes_lead_to_their_places_and_tell_the_printed_pages(ebook: Ebook, tmp_path: Path) -> None:
    pages = invented_pages(numbered_book(tmp_path))
    index = ebook.document("index")
    links = [link for link in found(index, "//h:a") if link.get(TYPE) == "index-locator"]
    assert [words_of(item).partition(",")[0] for item in found(index, "//h:li")] == ["word", "more of one"]
    for link in links:
        file, _, key = (link.get("href") or "").partition("#")
        assert found(ebook.document(Path(file).stem), f"//*[@id='{key}']")
        assert words_of(link) == pages.label_of(key) != ""
    lines = [words_of(item) for item in found(ebook.document("pathways"), "//h:li")]
    assert lines == [f"A map of cups, 20 min, {pages.label_of('map')}"] * 3


def test_questions_are_lists_of_words_and_no_form(ebook: Ebook) -> None:
    chapter = ebook.document("one")
    first = found(chapter, "//*[@id='q.tea-early']//h:ul/h:li")
    assert [words_of(item) for item in first] == ["☐ 1 hardly ever", "☐ 2 sometimes", "☐ 3 often"]
    assert not found(chapter, "//h:input | //h:form | //h:textarea | //h:select | //h:button")
    assert "4 − mark" in words_of(found(chapter, "//*[@id='tea-scale.scoring']")[0])
    assert [words_of(cell) for cell in found(chapter, "//h:table[@class='bands']//h:th")] == [
        "Your sum",
        "What it may say",
        "2–3",
        "4–6",
    ]


def test_room_to_write_is_named_by_its_printed_page(ebook: Ebook) -> None:
    pointers = found(ebook.document("one"), "//h:p[@class='pointer']")
    assert "Write in your journal, or on page" in words_of(pointers[0])
    assert all(found(pointer, "h:a[@class='page']") for pointer in pointers)


def test_without_printed_pages_there_is_no_list_of_them_and_no_pointer(tmp_path: Path) -> None:
    report = Report()
    ebook = made(tmp_path, pages=EMPTY_PAGE_MAP, report=report)
    assert not found(ebook.document("contents"), "//h:nav[@epub:type='page-list']")
    text = words_of(ebook.document("one"))
    assert "Write in your journal." in text
    assert "printed workbook" not in text
    assert [finding.code for finding in report] == ["E003"]


@pytest.mark.parametrize("every", [1, 2, 3, 7, 50])
def test_printed_pages_are_listed_and_marked_in_their_order(tmp_path: Path, every: int) -> None:
    numbered = numbered_book(tmp_path)
    pages = invented_pages(numbered, every)
    ebook = made(tmp_path, pages=pages)
    entries = found(ebook.document("contents"), "//h:nav[@epub:type='page-list']//h:a")
    assert [entry.text for entry in entries] == [page.label for page in pages.pages]
    for entry in entries:
        name, _, anchor = (entry.get("href") or "").partition(".xhtml#")
        target = found(ebook.document(name), f"//*[@id='{anchor}']")
        assert [element.get(TYPE) for element in target] == ["pagebreak"]


def test_a_marker_stands_before_what_its_page_begins_with(tmp_path: Path) -> None:
    numbered = numbered_book(tmp_path)
    for key, place in PagePlaces(numbered).by_key.items():
        pages = PageMap((Page("7", "right", "", PageStart(key)),), {key: 0})
        if place.piece.slug != "one" or key in ("one.title", "tea-questions.scoring"):
            continue
        elements = list(made(tmp_path, pages=pages).document("one").iter())
        at = {element.get("id"): index for index, element in enumerate(elements)}
        if key in at:
            assert abs(at["page-7"] - at[key]) <= 12, key


def test_footnotes_come_and_go_back(ebook: Ebook) -> None:
    chapter = ebook.document("one")
    (call,) = found(chapter, "//h:a[@epub:type='noteref']")
    (note,) = found(chapter, "//h:aside[@epub:type='footnote']")
    (back,) = found(note, ".//h:a[@role='doc-backlink']")
    assert call.get("href") == f"#{note.get('id')}"
    assert back.get("href") == f"#{call.get('id')}"


def test_another_language_is_named(ebook: Ebook) -> None:
    (phrase,) = found(ebook.document("one"), "//h:span[@lang='zu']")
    assert phrase.text == "umuntu"
    assert all(root.get("lang") == "en-GB" for root in ebook.documents.values())


def test_pictures_are_described_and_drawings_keep_their_capitals(ebook: Ebook) -> None:
    chapter = ebook.document("one")
    assert "EPUB/images/figures-photo.png" in ebook.files
    assert "EPUB/images/figures-styled.svg" in ebook.files
    assert "EPUB/images/figures-leaf.svg" not in ebook.files
    (leaf,) = found(chapter, "//*[@id='leaf']/*[local-name()='svg']")
    assert (leaf.get("viewBox"), leaf.get("aria-label")) == ("0 0 20 10", "A leaf.")
    assert {image.get("alt") for image in found(chapter, "//h:img")} == {"A cup on a table.", "A red square."}


def test_no_heading_skips_a_level(ebook: Ebook) -> None:
    for name, root in ebook.documents.items():
        levels = [int(str(element.tag)[-1]) for element in found(root, "//h:h1 | //h:h2 | //h:h3 | //h:h4")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_what_points_to_something_left_out_is_plain_text(tmp_path: Path) -> None:
    chapter = CHAPTER.replace("[pointer](#map)", "[pointer](#check)")
    paragraph = found(made(tmp_path, {"book/chapters/01-one.md": chapter}).document("one"), "//h:p")
    (pointing,) = [p for p in paragraph if words_of(p).startswith("A paragraph with a pointer")]
    assert [link.text for link in found(pointing, "h:a")] == ["A map of cups, "]


@pytest.mark.parametrize("left_out", ["glossary", "sources", "index", "contents", "cover"])
def test_a_book_without_some_pieces_is_whole_too(tmp_path: Path, left_out: str) -> None:
    book = numbered_book(tmp_path)
    settings = (tmp_path / "book/book.yaml").read_text("utf-8")
    removed: dict[str, str | bytes | None] = {}
    for folder in ("front", "back"):
        if (tmp_path / f"book/{folder}/{left_out}.md").is_file():
            removed = {f"book/{folder}/{left_out}.md": None}
        settings = settings.replace(f", {folder}/{left_out}.md", "").replace(f"{folder}/{left_out}.md, ", "")
    ebook = made(tmp_path, {**removed, "book/book.yaml": settings})
    assert left_out not in ebook.documents
    assert len(ebook.documents) == len(book.book.pieces) - 3 + (left_out == "contents")


def test_a_large_ebook_and_a_strange_letter_are_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bindery.epub.ebook.LARGEST", 1000)
    report = Report()
    made(
        tmp_path,
        {"book/chapters/01-one.md": CHAPTER.replace("One is enough.", "一 is enough.")},
        report=report,
    )
    assert [finding.code for finding in report] == ["E001", "E002"]
    assert LARGEST == 3 * 1024 * 1024
