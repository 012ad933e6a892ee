"""What is kept of earlier builds is used for the very same pages, and for no others."""

from dataclasses import replace
from pathlib import Path

import pytest

from bindery.build import kept
from bindery.build.guesses import Guesses
from bindery.build.kept import KeptPictures, KeptSignatures
from bindery.layout.adjustments import Adjustments
from bindery.layout.part import PrintPart
from bindery.model.pages import Page, PageMap, PageStart
from bindery.pdf import NO_GUESS, PictureTask, Signature
from bindery.pdf.picture import picture
from bindery.pdf.print_part import print_part
from bindery.pdf.task import PrintTask
from bindery.store import Drawer

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="{}" height="9"/></svg>'


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "square.svg").write_text(PICTURE.format(9), "utf-8")
    return folder


@pytest.fixture
def part(book: Path) -> PrintPart:
    address = (book / "square.svg").as_uri()
    return PrintPart(
        "one", f'<html lang="en"><p id="p">x</p><img alt="x" src="{address}">', "right", roman=False
    )


@pytest.fixture
def printed(part: PrintPart, book: Path) -> Signature:
    return print_part(PrintTask(part, (book,), write=True))


@pytest.fixture
def signature(printed: Signature) -> Signature:
    """As if its one letter were of the book's fonts, which take long to cut."""
    return replace(printed, borrowed=())


@pytest.fixture
def shelf(tmp_path: Path, book: Path, part: PrintPart, signature: Signature) -> KeptSignatures:
    shelf = again(tmp_path, book)
    shelf.keep(part, signature)
    return shelf


def again(tmp_path: Path, book: Path, limit: int = 1_000_000) -> KeptSignatures:
    return KeptSignatures(Drawer(tmp_path / "kept", limit), (book,))


def test_what_was_kept_is_found_whole(shelf: KeptSignatures, part: PrintPart, signature: Signature) -> None:
    assert shelf.find(part, written=True) == signature


def test_letters_from_a_font_of_this_machine_are_set_anew_each_time(
    tmp_path: Path, book: Path, part: PrintPart, printed: Signature
) -> None:
    shelf = again(tmp_path, book)
    shelf.keep(part, printed)
    assert printed.borrowed
    assert shelf.find(part, written=True) is None


@pytest.mark.parametrize(
    "change",
    [{"html": "<p>y</p>"}, {"first_side": "left"}, {"roman": True}, {"slug": "two"}],
)
def test_another_part_is_not_taken_for_it(
    shelf: KeptSignatures, part: PrintPart, change: dict[str, object]
) -> None:
    assert shelf.find(replace(part, **change), written=False) is None  # type: ignore[arg-type] # one field each


@pytest.mark.usefixtures("shelf")
def test_a_file_that_changed_makes_it_unknown(tmp_path: Path, book: Path, part: PrintPart) -> None:
    (book / "square.svg").write_text(PICTURE.format(3), "utf-8")
    assert again(tmp_path, book).find(part, written=True) is None
    (book / "square.svg").unlink()
    assert again(tmp_path, book).find(part, written=True) is None


def test_another_press_knows_nothing_of_it(
    shelf: KeptSignatures, part: PrintPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_press", lambda: b"another")
    assert shelf.find(part, written=True) is None


def test_what_was_only_laid_out_is_not_taken_for_written(
    tmp_path: Path, book: Path, part: PrintPart, signature: Signature
) -> None:
    shelf = KeptSignatures(Drawer(tmp_path / "laid", 1_000_000), (book,))
    shelf.keep(part, replace(signature, pdf=b""))
    assert shelf.find(part, written=True) is None
    assert shelf.find(part, written=False) == replace(signature, pdf=b"")


@pytest.mark.parametrize("torn", [b"", b"{", b'{"reading": 3}\n%PDF'])
def test_a_file_that_is_not_whole_is_no_find(
    shelf: KeptSignatures, tmp_path: Path, part: PrintPart, torn: bytes
) -> None:
    (path,) = (tmp_path / "kept").iterdir()
    path.write_bytes(torn)
    assert shelf.find(part, written=False) is None


def test_a_picture_is_known_as_long_as_its_files_are_the_same(tmp_path: Path, book: Path) -> None:
    task = PictureTask(f'<img alt="x" src="{(book / "square.svg").as_uri()}">', 40, (book,))
    made = picture(task)
    pictures = KeptPictures(Drawer(tmp_path / "pictures", 1_000_000), (book,))
    pictures.keep(task, made)
    assert pictures.find(task) == made
    assert pictures.find(replace(task, width=41)) is None
    (book / "square.svg").write_text(PICTURE.format(3), "utf-8")
    assert KeptPictures(Drawer(tmp_path / "pictures", 1_000_000), (book,)).find(task) is None


def test_a_picture_with_letters_of_this_machine_is_made_anew(tmp_path: Path, book: Path) -> None:
    task = PictureTask("<p>x</p>", 40, (book,))
    pictures = KeptPictures(Drawer(tmp_path / "pictures", 1_000_000), (book,))
    pictures.keep(task, picture(task))
    assert pictures.find(task) is None


def test_a_guess_comes_back_as_it_was(tmp_path: Path) -> None:
    pages = PageMap((Page("i", "right", "cover", PageStart("k", 3)),), {"k": 0})
    adjustments = Adjustments(
        pages,
        lines={"w": 5},
        fewer={"p": 1},
        fillers=frozenset({"one"}),
        first_numbers={"one": 2},
    )
    drawer = Drawer(tmp_path, 10_000)
    Guesses(drawer, "standard", "print-a4").remember(adjustments)
    assert Guesses(drawer, "standard", "print-a4").last() == adjustments
    assert Guesses(drawer, "standard", "print-letter").last() == NO_GUESS


def test_an_edition_without_a_guess_takes_that_of_another(tmp_path: Path) -> None:
    drawer = Drawer(tmp_path, 10_000)
    for edition, number in (("one", 1), ("two", 2)):
        Guesses(drawer, edition, "print-a4").remember(Adjustments(first_numbers={"front": number}))
    found = [Guesses(drawer, edition, "print-a4").last() for edition in ("one", "two", "three")]
    assert [one.first_numbers["front"] for one in found] == [1, 2, 2]
