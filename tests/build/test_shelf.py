"""A file on the shelf is the old one or the new one."""

import json
import os
from contextlib import suppress
from pathlib import Path

import pytest

from bindery.build.manifest import MANIFEST
from bindery.build.shelf import locked, shelve
from bindery.findings import MachineError

CALLS = [(os, "fsync"), (Path, "replace")]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_files_and_their_manifest_are_put_on_the_shelf(tmp_path: Path) -> None:
    shelve(tmp_path, {"a.pdf": b"a", "b.epub": b"bb"})
    assert names(tmp_path) == {"a.pdf", "b.epub", MANIFEST}
    entry = json.loads((tmp_path / MANIFEST).read_bytes())["files"]["b.epub"]
    assert entry["bytes"] == 2


@pytest.mark.parametrize(("owner", "call"), CALLS)
@pytest.mark.parametrize("nth", range(1, 5))
def test_a_failing_disk_leaves_old_or_new_files_whole(
    owner: object, call: str, nth: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelve(tmp_path, {"a": b"old a", "b": b"old b"})
    real, count = getattr(owner, call), 0

    def failing(*arguments: object) -> object:
        nonlocal count
        count += 1
        if count == nth:
            raise OSError(28, "No space left on device")
        return real(*arguments)

    monkeypatch.setattr(owner, call, failing)
    with suppress(MachineError):
        shelve(tmp_path, {"a": b"new a", "b": b"new b"})
    assert names(tmp_path) == {"a", "b", MANIFEST}
    assert (tmp_path / "a").read_bytes() in {b"old a", b"new a"}
    assert (tmp_path / "b").read_bytes() in {b"old b", b"new b"}


def test_strays_of_an_interrupted_build_are_swept(tmp_path: Path) -> None:
    (tmp_path / ".bindery-a.pdf").write_bytes(b"half")
    with locked(tmp_path):
        assert ".bindery-a.pdf" not in names(tmp_path)


def test_a_folder_that_cannot_be_made_is_the_machines_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(MachineError), locked(tmp_path / "file" / "standard"):
        pass
