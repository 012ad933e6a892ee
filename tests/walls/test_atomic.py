"""The atomic shelf: whatever fails, its files are the old or the new ones, and the next build is a clean one."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from walls.room import lay, surroundings

pytestmark = pytest.mark.slow
SEED = 20261123
# The trials fork: they run in a process of their own, which has one thread.
TRIALS = """
import json, sys
from dataclasses import asdict
from pathlib import Path
from walls import faults
trial = faults.Trial(Path(sys.argv[1]))
seed = int(sys.argv[2])
print(json.dumps({
    "faults": [asdict(fault) for fault in faults.fail_every_call(trial)],
    "faults for good": [asdict(fault) for fault in faults.fail_every_call(trial, for_good=True, step=3)],
    "kills": [asdict(kill) for kill in faults.kill_at_random(trial, 9, seed, anew=False)],
    "kills while printing": [asdict(kill) for kill in faults.kill_at_random(trial, 3, seed, anew=True)],
    "at once": faults.press_at_once(trial, processes=4, rounds=5),
    "clean": trial.is_clean(),
    "full": [[end, asdict(shelf)] for end, shelf in (faults.fill_the_disk(trial, room) for room in (0, 3000, 50000))],
}))
"""
Trials = dict[str, Any]


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Trials:
    root = lay(tmp_path_factory.mktemp("atomic"))
    command = [sys.executable, "-c", TRIALS, str(root), str(SEED)]
    run = subprocess.run(
        command, env=surroundings(), capture_output=True, text=True, check=False, timeout=200
    )
    assert run.returncode == 0, run.stderr
    told: Trials = json.loads(run.stdout)
    return told


def test_a_call_that_fails_leaves_whole_files_and_is_told(trials: Trials) -> None:
    faults = trials["faults"]
    assert len(faults) > 30
    for fault in faults:
        assert fault["end"] in {0, 2, 10}, fault
        assert not fault["shelf"]["torn"], fault
        assert fault["healed"], fault
        assert fault["end"] == 2 or len(fault["shelf"]["new"]) == 4, fault


def test_a_disk_that_goes_and_stays_away_leaves_whole_files(trials: Trials) -> None:
    for fault in trials["faults for good"]:
        assert fault["end"] in {0, 2, 10}, fault
        assert not fault["shelf"]["torn"], fault
        assert fault["healed"], fault


def test_killed_builds_leave_whole_files_and_the_next_one_heals(trials: Trials) -> None:
    kills = trials["kills"] + trials["kills while printing"]
    assert len(kills) == 12
    for kill in kills:
        assert kill["end"] in {0, -signal.SIGKILL}, kill
        assert not kill["shelf"]["torn"], kill
        assert kill["healed"], kill


def test_builds_at_the_same_time_wait_for_each_other(trials: Trials) -> None:
    assert trials["at once"] == [0] * 20
    assert trials["clean"]


def test_a_full_disk_keeps_the_old_files(trials: Trials) -> None:
    for end, shelf in trials["full"]:
        assert end == 2
        assert len(shelf["old"]) == 4


STOPS = [(signal.SIGINT, 130), (signal.SIGTERM, 143)]


def started(root: Path, *before: Path) -> subprocess.Popen[bytes]:
    environment = surroundings()
    environment["PYTHONPATH"] = os.pathsep.join([*map(str, before), environment["PYTHONPATH"]])
    command = [sys.executable, "-m", "bindery", "build"]
    return subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip


def await_file(path: Path) -> None:
    for _ in range(600):
        if path.exists():
            return
        time.sleep(0.1)
    raise AssertionError(f"{path} never came")


@pytest.mark.parametrize(("sent", "code"), STOPS)
@pytest.mark.parametrize("after", [0.0, 1.0])
def test_a_build_that_is_told_to_stop_says_so_and_leaves_nobody_behind(
    tmp_path: Path, sent: signal.Signals, code: int, after: float
) -> None:
    root = lay(tmp_path)
    running = started(root)
    await_file(root / "output/standard/.bindery-lock")
    time.sleep(after)
    running.send_signal(sent)
    _, told = running.communicate(timeout=30)
    assert (running.returncode, b"Traceback" in told) == (code, False)
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)
    assert not [path for path in root.glob("output/*/*") if path.name != ".bindery-lock"]


@pytest.mark.parametrize(("sent", "code"), STOPS)
def test_a_press_that_is_still_starting_stops_without_a_traceback(
    tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    slow = tmp_path / "slow"
    slow.mkdir()
    (slow / "click.py").write_text("import pathlib, time\npathlib.Path('loading').touch()\ntime.sleep(60)\n")
    running = started(tmp_path, slow)
    await_file(tmp_path / "loading")
    running.send_signal(sent)
    _, told = running.communicate(timeout=30)
    assert (running.returncode, told) == (code, b"")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into any folder")
def test_a_read_only_folder_is_the_machines_fault(tmp_path: Path) -> None:
    root = lay(tmp_path)
    (root / "output").mkdir(mode=0o555)
    run = subprocess.run(
        [sys.executable, "-m", "bindery", "build"], cwd=root, env=surroundings(), capture_output=True,
        text=True, check=False, timeout=200,
    )  # fmt: skip
    assert run.returncode == 3
    assert "Traceback" not in run.stderr
