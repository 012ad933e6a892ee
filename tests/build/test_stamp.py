"""A build is left out only where it would make what is there already."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

from bindery.build import inputs, stamp
from bindery.build.shelf import shelve
from bindery.build.stamp import Stamp
from bindery.findings import Place, Report
from bindery.store import STRAY, Drawer
from books import write_book

FILES = {"small.pdf": b"%PDF", "report.html": b"<p>"}
CHAPTER = "book/chapters/01-one.md"


@pytest.fixture(autouse=True)
def own_drawer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "stamps"
    monkeypatch.setattr(stamp, "STAMPS", Drawer(folder, 1_000_000))
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_book(tmp_path / "project")


def built(root: Path, report: Report | None = None, only: str | None = None) -> Stamp:
    made = Stamp("standard", root, only)
    made.folder.mkdir(parents=True, exist_ok=True)
    shelve(made.folder, FILES)
    made.leave(FILES, report or Report())
    return made


def is_known(root: Path, edition: str = "standard", only: str | None = None) -> bool:
    return Stamp(edition, root, only).outputs(Report()) is not None


def rewrite(path: Path, content: bytes) -> None:
    """Other content, though neither size nor time tell."""
    before = path.stat()
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_the_same_build_gives_its_files_and_its_findings_again(root: Path) -> None:
    said, again = Report(), Report()
    said.add("P003", "words", Place(CHAPTER, 3), "a hint")
    built(root, said)
    outputs = Stamp("standard", root, None).outputs(again)
    assert outputs == tuple(root / "output/standard" / name for name in FILES)
    assert list(again) == list(said)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file": lambda root: (root / CHAPTER).write_text("another"),
    "a file that no clock tells of": lambda root: rewrite(
        root / CHAPTER, bytes((root / CHAPTER).stat().st_size)
    ),
    "a new file": lambda root: (root / "book/chapters/02-two.md").write_text("one more"),
    "another name": lambda root: (root / CHAPTER).rename(root / "book/chapters/02-one.md"),
    "a file that is gone": lambda root: (root / "book/book.yaml").unlink(),
    "another output": lambda root: rewrite(root / "output/standard/small.pdf", b"%PDX"),
    "an output that is gone": lambda root: (root / "output/standard/report.html").unlink(),
    "a manifest that is gone": lambda root: (root / "output/standard/manifest.json").unlink(),
    "the output of somebody else": lambda root: shelve(root / "output/standard", {"small.pdf": b"another"}),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_of_the_book_or_of_what_was_made_calls_for_a_build(
    root: Path, change: Callable[[Path], object]
) -> None:
    built(root)
    assert is_known(root)
    change(root)
    assert not is_known(root)


def test_another_edition_another_format_another_folder_are_other_builds(root: Path, tmp_path: Path) -> None:
    built(root)
    assert not is_known(root, "letter")
    assert not is_known(root, only="pdf")
    root.rename(tmp_path / "moved")
    assert not is_known(tmp_path / "moved")


def test_a_changed_press_a_changed_package_and_other_libraries_call_for_a_build(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path / "packages"
    packages.mkdir()
    (packages / "engine.py").write_bytes(b"1")
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(packages))
    built(root)
    assert is_known(root)
    (packages / "engine.py").write_bytes(b"2")
    assert not is_known(root)
    built(root)
    monkeypatch.setattr(inputs, "library_versions", lambda: ("another",))
    assert not is_known(root)


def test_what_was_changed_and_changed_back_during_a_build_is_not_known(root: Path) -> None:
    made = Stamp("standard", root, None)
    content = (root / CHAPTER).read_bytes()
    rewrite(root / CHAPTER, b"another")
    rewrite(root / CHAPTER, content)
    made.folder.mkdir(parents=True)
    shelve(made.folder, FILES)
    made.leave(FILES, Report())
    assert not is_known(root)


def test_letters_from_a_font_of_this_machine_leave_no_stamp(root: Path) -> None:
    said = Report()
    said.add("P005", "Noto was borrowed from this machine for: ☃", Place(CHAPTER))
    built(root, said)
    assert not is_known(root)


def test_a_link_to_a_folder_or_a_pipe_in_the_book_leaves_no_stamp(root: Path, tmp_path: Path) -> None:
    (root / "book/elsewhere").symlink_to(tmp_path)
    built(root)
    assert not is_known(root)
    (root / "book/elsewhere").unlink()
    os.mkfifo(root / "book/pipe")
    built(root)
    assert not is_known(root)


def test_a_link_that_leads_nowhere_as_editors_use_for_locking_does_no_harm(root: Path) -> None:
    (root / "book/chapters/.#01-one.md").symlink_to("somebody@somewhere")
    built(root)
    assert is_known(root)


def test_a_fuller_report_takes_the_place_of_the_first(root: Path) -> None:
    built(root)
    fuller = {"report.html": b"<p>fuller"}
    checked = Stamp("standard", root, None)
    shelve(checked.folder, fuller, beside=FILES)
    assert not is_known(root)
    checked.exchange(fuller)
    assert is_known(root)


@pytest.mark.parametrize("torn", [b"", b"{", b"[]", b'{"files": 3}'])
def test_a_stamp_that_is_not_whole_is_none(root: Path, own_drawer: Path, torn: bytes) -> None:
    built(root)
    (path,) = own_drawer.iterdir()
    path.write_bytes(torn)
    assert not is_known(root)


def test_an_unchanged_build_is_known_before_anything_heavy_is_loaded() -> None:
    heavy = "{'pydantic', 'lxml', 'jinja2', 'pikepdf', 'weasyprint', 'rich', 'fontTools', 'PIL'}"
    code = f"import sys, bindery.cli; print(sorted({heavy} & sys.modules.keys()))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_a_folder_with_strays_is_built_again_so_that_they_are_swept(root: Path) -> None:
    made = built(root)
    (made.folder / f"{STRAY}left-behind").mkdir()
    assert not is_known(root)


def test_half_a_stamp_of_an_interrupted_build_is_swept_by_one_that_is_left_out(
    root: Path, own_drawer: Path
) -> None:
    built(root)
    half = own_drawer / f"{STRAY}1-2-stamp"
    half.write_bytes(b"half")
    assert is_known(root)
    assert not half.exists()
