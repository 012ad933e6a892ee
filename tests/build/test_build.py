"""A whole build: the same bytes everywhere, and nothing lost when it goes wrong."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cases import Case, lay_out

pytestmark = pytest.mark.slow
MINIMAL = Case("minimal", {}, "")
NAMES = {"small-print-a4.pdf", "small.epub", "report.html", "report.json", "manifest.json"}


def build(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bindery", "build"]
    surroundings = {**os.environ, **environment}
    return subprocess.run(
        command, cwd=root, env=surroundings, capture_output=True, text=True, check=False, timeout=240
    )


def hashes(root: Path) -> dict[str, str]:
    folder = root / "output/standard"
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in sorted(NAMES)}


def test_two_folders_two_zones_two_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "another place"
    for root in (first, second):
        lay_out(MINIMAL, root)
    assert build(first, PYTHONHASHSEED="1", TZ="UTC").returncode == 0
    assert build(second, PYTHONHASHSEED="2", TZ="Pacific/Auckland", LC_ALL="C").returncode == 0
    assert hashes(first) == hashes(second)


def test_the_manifest_names_every_file_with_its_hash(tmp_path: Path) -> None:
    lay_out(MINIMAL, tmp_path)
    assert build(tmp_path).returncode == 0
    told = json.loads((tmp_path / "output/standard/manifest.json").read_text())["files"]
    assert {name: entry["sha256"] for name, entry in told.items()} == {
        name: digest for name, digest in hashes(tmp_path).items() if name != "manifest.json"
    }


def test_a_mistake_leaves_the_last_output_whole(tmp_path: Path) -> None:
    lay_out(MINIMAL, tmp_path)
    assert build(tmp_path).returncode == 0
    before = hashes(tmp_path)
    (tmp_path / "book/chapters/01-one.md").write_text("# no front matter")
    assert build(tmp_path).returncode == 1
    assert hashes(tmp_path) == before


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_build_leaves_the_last_output_whole(sent: signal.Signals, tmp_path: Path) -> None:
    lay_out(MINIMAL, tmp_path)
    assert build(tmp_path).returncode == 0
    before = hashes(tmp_path)
    running = subprocess.Popen(
        [sys.executable, "-m", "bindery", "build"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    time.sleep(1.5)
    running.send_signal(sent)
    _, told = running.communicate(timeout=60)
    assert b"Traceback" not in told
    assert hashes(tmp_path) == before
    assert build(tmp_path).returncode == 0
    assert {path.name for path in (tmp_path / "output/standard").iterdir() if path.name[0] != "."} == NAMES
