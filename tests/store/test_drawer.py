"""Drawers: what was put in comes out whole, and never more than they may hold."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bindery.store import STRAY, Drawer, name_of
from bindery.store.drawer import DIGEST


def test_what_was_kept_is_found_and_nothing_else_is(tmp_path: Path) -> None:
    drawer = Drawer(tmp_path / "drawer", 1000)
    drawer.keep("a", b"x\ny")
    assert (drawer.find("a"), drawer.find("b")) == (b"x\ny", None)


def test_what_was_not_used_for_longest_goes_when_there_is_no_room(tmp_path: Path) -> None:
    drawer = Drawer(tmp_path, 2 * (10 + DIGEST))
    for age, name in enumerate(("new", "old", "older")):
        drawer.keep(name, bytes(10))
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    drawer.find("older")
    drawer.sweep()
    assert [name for name in ("new", "old", "older") if drawer.find(name)] == ["new", "older"]


@pytest.mark.parametrize("spoilt", [b"", b"x", b"other content, and as long as you like"])
def test_what_somebody_has_spoilt_is_as_good_as_lost(tmp_path: Path, spoilt: bytes) -> None:
    drawer = Drawer(tmp_path, 1000)
    drawer.keep("a", b"content")
    whole = (tmp_path / "a").read_bytes()
    for content in (spoilt, whole[:-1], whole + b"x", whole.replace(b"content", b"contend")):
        (tmp_path / "a").write_bytes(content)
        assert drawer.find("a") is None
    (tmp_path / "a").write_bytes(whole)
    assert drawer.find("a") == b"content"


def test_what_an_interrupted_build_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / f"{STRAY}1-2-a").touch()
    Drawer(tmp_path, 1000).sweep()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_keeps_nothing_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "drawer").touch()
    drawer = Drawer(tmp_path / "drawer", 1000)
    drawer.keep("a", b"x")
    drawer.sweep()
    assert drawer.find("a") is None


@given(st.lists(st.binary(max_size=3), max_size=3), st.lists(st.binary(max_size=3), max_size=3))
def test_names_are_equal_only_for_the_same_values(one: list[bytes], two: list[bytes]) -> None:
    assert (name_of(*one) == name_of(*two)) == (one == two)
