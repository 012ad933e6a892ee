"""What is kept of earlier builds is used for the very same pages, and for no others."""

from dataclasses import replace
from pathlib import Path

import pytest

from bindery.build import kept
from bindery.build.atomic import STRAY
from bindery.build.guesses import Guesses
from bindery.build.kept import KeptSignatures
from bindery.layout.adjustments import Adjustments
from bindery.layout.part import PrintPart
from bindery.model.pages import Page, PageMap, PageStart
from bindery.pdf import NO_GUESS, Signature
from bindery.pdf.print_part import print_part
from bindery.pdf.task import PrintTask

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
def signature(part: PrintPart, book: Path) -> Signature:
    return print_part(PrintTask(part, (book,), write=True))


@pytest.fixture
def shelf(tmp_path: Path, book: Path, part: PrintPart, signature: Signature) -> KeptSignatures:
    shelf = KeptSignatures(tmp_path / "kept", (book,))
    shelf.keep(part, signature)
    return shelf


def again(tmp_path: Path, book: Path) -> KeptSignatures:
    return KeptSignatures(tmp_path / "kept", (book,))


def test_what_was_kept_is_found_whole(shelf: KeptSignatures, part: PrintPart, signature: Signature) -> None:
    assert shelf.find(part, written=True) == signature


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
    shelf = KeptSignatures(tmp_path / "laid", (book,))
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


def test_the_oldest_go_when_there_is_no_room(
    tmp_path: Path, book: Path, part: PrintPart, signature: Signature, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = again(tmp_path, book)
    for slug in ("one", "two", "three"):
        shelf.keep(replace(part, slug=slug), signature)
    size = max(path.stat().st_size for path in (tmp_path / "kept").iterdir())
    monkeypatch.setattr(kept, "LIMIT", 2 * size + 1)
    (tmp_path / "kept" / f"{STRAY}left-behind").touch()
    shelf.sweep()
    found = [slug for slug in ("one", "two", "three") if shelf.find(replace(part, slug=slug), written=True)]
    assert found == ["two", "three"]
    assert len(list((tmp_path / "kept").iterdir())) == 2


def test_a_folder_that_cannot_be_written_keeps_nothing_and_harms_nothing(
    tmp_path: Path, book: Path, part: PrintPart, signature: Signature
) -> None:
    (tmp_path / "kept").write_text("a file", "utf-8")
    shelf = again(tmp_path, book)
    shelf.keep(part, signature)
    shelf.sweep()
    assert shelf.find(part, written=False) is None


def test_a_guess_comes_back_as_it_was(tmp_path: Path) -> None:
    pages = PageMap((Page("i", "right", "cover", PageStart("k", 3)),), {"k": 0})
    adjustments = Adjustments(
        pages,
        lines={"w": 5},
        tight={"p": 1},
        snaps={"t": 1.5},
        breaks=frozenset({"b"}),
        fillers=frozenset({"one"}),
        first_numbers={"one": 2},
    )
    guesses = Guesses(tmp_path / "guesses", "standard/print-a4")
    guesses.remember(adjustments)
    assert guesses.last() == adjustments
    assert Guesses(tmp_path / "guesses", "other").last() == NO_GUESS
