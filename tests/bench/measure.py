"""Running a command and measuring it with all that it starts: time at work, time that passes, memory at most."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_LOOK = 0.1
_KIB = 1024


class Failed(Exception):
    """A command did not do what it should; the message is the end of what it said."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds at work, seconds that passed, and bytes of memory that the processes together held at most."""

    cpu: float
    wall: float
    memory: int


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Figures:
    """Run a command to its end. Failed when it does not end well."""
    told = folder / ".told"
    begun, done, peak = time.monotonic(), Event(), [0]
    with told.open("wb") as said:
        process = subprocess.Popen(
            list(command), cwd=folder, env={**os.environ, **(environment or {})}, stdout=said, stderr=said
        )
    watcher = Thread(target=_watch, args=(process.pid, done, peak))
    watcher.start()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    done.set()
    watcher.join()
    if process.returncode:
        raise Failed(told.read_text("utf-8", "replace")[-400:])
    return Figures(used.ru_utime + used.ru_stime, wall, max(peak[0], used.ru_maxrss * _KIB))


def _watch(pid: int, done: Event, peak: list[int]) -> None:
    while not done.wait(_LOOK):
        peak[0] = max(peak[0], sum(_held(each) for each in _tree(pid)))


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for child in _children(pid):
        yield from _tree(child)


def _children(pid: int) -> list[int]:
    """The processes that its threads have started; none of one that has just ended."""
    try:
        told = [file.read_text() for file in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    return [int(child) for line in told for child in line.split()]


def _held(pid: int) -> int:
    """Bytes that a process holds; what several share is divided among them (the kernel's Pss)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * _KIB for line in lines if line.startswith("Pss:"))
