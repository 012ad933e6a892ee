"""The atomic shelf: whatever fails, its files are the old or the new ones, and the next build is a clean one."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from walls.proof import SEED, Proof, flawed
from walls.room import surroundings
from walls.torn import CHANGES, DISK, PROOFS, room_in

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All proofs share one room, in which the book was built once."""
    return tmp_path_factory.mktemp("atomic")


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.name)
def test_a_build_that_goes_wrong_leaves_whole_files_and_a_clean_next_build(
    folder: Path, proof: Proof
) -> None:
    assert flawed(proof, folder) == {}


def test_every_change_of_a_build_is_among_those_that_are_refused(folder: Path) -> None:
    room = room_in(folder)
    assert room.verdict(("refuse", CHANGES, SEED, False, False)).end == "exit code 0"
    assert 30 < room.changes() < CHANGES <= DISK.few


def await_file(path: Path) -> None:
    for _ in range(600):
        if path.exists():
            return
        time.sleep(0.1)
    raise AssertionError(f"{path} never came")


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_press_that_is_still_starting_stops_without_a_traceback(
    tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    (tmp_path / "click.py").write_text(
        "import pathlib, time\npathlib.Path('loading').touch()\ntime.sleep(60)\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-m", "bindery", "build"],
        cwd=tmp_path,
        env=surroundings(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    await_file(tmp_path / "loading")
    running.send_signal(sent)
    _, told = running.communicate(timeout=30)
    assert (running.returncode, told) == (code, b"")
