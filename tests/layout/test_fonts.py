"""The fonts: what is cut, under which name, what it shows, and that two builds do not tear it."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import fontpkg
import pytest
from fontTools.ttLib import TTFont

from bindery.findings import MachineError
from bindery.layout.fonts import (
    FontFile,
    Role,
    cutting,
    font_face_css,
    font_files,
    missing_glyphs,
    shelf,
    sources,
    subset,
)
from bindery.layout.fonts.recipe import BRICOLAGE, FACES, LITERATA, Face
from bindery.store import STRAY

LABEL = next(face for face in FACES if face.role == "Label" and face.weight == 700)


@pytest.fixture(scope="module")
def label(tmp_path_factory: pytest.TempPathFactory) -> FontFile:
    """One face, really cut."""
    source = sources.source_of(LABEL.source, LABEL.style)
    path = tmp_path_factory.mktemp("fonts") / "label.ttf"
    cutting.cut(source.font, LABEL, path)
    return FontFile("Label", 700, "normal", path, source.licence, LABEL.source, "")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Cutting that takes no time; the list names what was cut."""
    done: list[str] = []

    def cut(_source: Path, face: Face, target: Path) -> None:
        done.append(face.file_name)
        target.write_bytes(face.file_name.encode())

    monkeypatch.setattr(cutting, "cut", cut)
    return done


def test_a_cut_face_is_static_and_named_for_source_and_role(label: FontFile) -> None:
    with TTFont(label.path) as font:
        names = {number: font["name"].getDebugName(number) for number in (0, 1, 2, 4, 6, 13, 16)}
        assert "fvar" not in font
        assert font["OS/2"].usWeightClass == 700
        assert font["OS/2"].fsSelection & 0b1100001 == 0b0100000
    assert names[1] == "Bricolage Grotesque Label"
    assert names[2] == "Bold"
    assert names[6] == "BricolageGrotesqueLabel-Bold"
    assert names[16] is None
    assert "Bricolage Grotesque Project Authors" in str(names[0])
    assert "SIL Open Font License" in str(names[13])


def test_cutting_twice_gives_the_same_bytes(label: FontFile, tmp_path: Path) -> None:
    cutting.cut(sources.source_of(LABEL.source, LABEL.style).font, LABEL, tmp_path / "again.ttf")
    assert (tmp_path / "again.ttf").read_bytes() == label.path.read_bytes()


def test_the_signs_that_the_family_lacks_are_there(label: FontFile) -> None:
    with TTFont(label.path) as font:
        shown = font.getBestCmap()
        assert shown[0x2011] == shown[0x2D]
        assert font["glyf"][shown[0x2610]].numberOfContours == 2
        assert font["glyf"][shown[0x25CF]].numberOfContours == 1
        box = font["glyf"][shown[0x2610]]
        assert box.yMax - box.yMin == box.xMax - box.xMin == font["OS/2"].sCapHeight


def test_a_subset_holds_its_characters_and_the_licence_and_is_the_same_each_time(label: FontFile) -> None:
    some = frozenset("A tick: ☐\u2011\n")
    first = subset(label, some)
    assert first == subset(label, frozenset(sorted(some, reverse=True)))
    assert len(first) < 8000
    with TTFont(BytesIO(first)) as font:
        assert set(map(chr, font.getBestCmap())) == some - {"\n"}
        assert "SIL Open Font License" in str(font["name"].getDebugName(13))
        assert font.sfntVersion == "\0\1\0\0"


def test_neither_licence_reserves_a_font_name() -> None:
    for family in (LITERATA, BRICOLAGE):
        first_lines = sources.source_of(family, "normal").licence.read_text("utf-8").split("PREAMBLE")[0]
        assert "SIL OPEN FONT LICENSE Version 1.1" in first_lines
        assert "Reserved Font Name" not in first_lines


def test_css_has_one_rule_for_each_face(tmp_path: Path, quick: list[str]) -> None:
    css = font_face_css(font_files(tmp_path))
    assert css.count("@font-face") == len(FACES) == len(quick) == 7
    assert 'font-family: "Text"; font-weight: 400; font-style: italic; src: url("file:///' in css
    assert "text-400-italic.ttf" in css


def test_fontconfig_would_swallow_a_family_called_sans() -> None:
    assert not {face.role.lower() for face in FACES} & {"sans", "serif", "mono", "monospace", "sans-serif"}


def test_the_second_time_nothing_is_cut(tmp_path: Path, quick: list[str]) -> None:
    told: list[str] = []
    first = font_files(tmp_path, told.append)
    assert font_files(tmp_path, told.append) == first
    assert (len(quick), len(told)) == (7, 7)
    assert told[0] == "Bricolage Grotesque Display 800 normal (1 of 7)"
    assert all(file.path.is_file() and file.licence.is_file() for file in first)
    assert {file.source for file in first} == {LITERATA, BRICOLAGE}
    assert all("Project Authors" in file.copyright for file in first)


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_font_that_is_gone_or_spoilt_is_cut_again(
    tmp_path: Path, quick: list[str], spoil: Callable[[Path], object]
) -> None:
    first = font_files(tmp_path)
    spoil(first[0].path)
    assert font_files(tmp_path) == first
    assert first[0].path.read_bytes() == FACES[0].file_name.encode()
    assert len(quick) == 14


def test_what_a_build_that_was_killed_left_is_swept_when_it_is_old(tmp_path: Path, quick: list[str]) -> None:
    old, young = tmp_path / "fonts" / f"{STRAY}old", tmp_path / "fonts" / f"{STRAY}young"
    for folder in (old, young):
        folder.mkdir(parents=True)
    os.utime(old, (1000, 1000))
    font_files(tmp_path)
    assert (old.exists(), young.exists(), len(quick)) == (False, True, 7)


def test_a_build_that_is_overtaken_takes_what_the_other_made(
    tmp_path: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    slow_take = shelf._take_place

    def overtaken(whole: Path, folder: Path) -> None:
        monkeypatch.setattr(shelf, "_take_place", slow_take)
        font_files(tmp_path)
        slow_take(whole, folder)

    monkeypatch.setattr(shelf, "_take_place", overtaken)
    assert all(file.path.is_file() for file in font_files(tmp_path))
    assert len(quick) == 14
    assert len(list((tmp_path / "fonts").iterdir())) == 1


def test_a_build_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_source: Path, _face: Face, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cutting, "cut", fail)
    with pytest.raises(MachineError, match="No space left"):
        font_files(tmp_path)
    assert not list((tmp_path / "fonts").iterdir())


def test_other_faces_get_another_folder(
    tmp_path: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    font_files(tmp_path)
    monkeypatch.setattr(shelf, "FACES", FACES[:1])
    font_files(tmp_path)
    assert len(quick) == 8


def test_a_font_that_is_not_installed_is_the_machines_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> fontpkg.Family:
        raise fontpkg.FamilyNotInstalled(name)

    monkeypatch.setattr(fontpkg, "family", absent)
    with pytest.raises(MachineError, match="Comic Sans is not installed"):
        sources.source_of("Comic Sans", "normal")


@pytest.mark.parametrize("role", ["Display", "Label", "Text", "Quote"])
def test_what_the_book_needs_is_there(role: Role) -> None:
    needed = "“quoted” ‘so’ – — … − × ÷ → ← ↑ ↓ ☐ ● ○ ■ □ • · § † ½ ¼ € éèêëçñöüß"
    spaces_and_hyphens = "\u2010\u2011\u202f\u00a0\u2009\u00ad\u2060\u200b\n"
    assert not missing_glyphs(needed + spaces_and_hyphens, role)


def test_what_no_face_has_is_named() -> None:
    assert missing_glyphs("a ✓ ☑ 字 ↻", "Text") == frozenset("✓☑字↻")


@pytest.mark.slow
def test_all_faces_are_cut(tmp_path: Path) -> None:
    for file in font_files(tmp_path):
        with TTFont(file.path) as font:
            assert "fvar" not in font
            assert str(font["name"].getDebugName(1)) == f"{file.source} {file.family}"
            assert {0x2010, 0x2011, 0x2212, 0x2192, 0x2610, 0x25CF} <= set(font.getBestCmap())
