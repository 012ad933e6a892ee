"""A press on a machine that fails: calls that the disk refuses, kills, full disks, several builds at once.

The pages are printed once for real; every build after that reads the book, and judges and shelves the same files
again, in a process of its own. What is written under output/ goes through hooks that can fail or stop.
"""

import errno
import io
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bindery.build import ebook, judging, printing
from bindery.build.shelf import MANIFEST, manifest
from walls.room import Outcome, press

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)
_CHANGES = {"os.rename", "os.mkdir", "os.remove", "os.rmdir"}


@dataclass
class Disk:
    """The disk under a folder: its calls are counted, and the one with the number `fails` raises this error.

    `for_good`: so does every later one.
    """

    folder: str
    fails: int = 0
    error: int = errno.ENOSPC
    for_good: bool = False
    calls: int = 0

    def call(self, path: object) -> None:
        """One call on a path happens, or fails."""
        if not isinstance(path, str | os.PathLike) or not os.fspath(path).startswith(self.folder):
            return
        self.calls += 1
        if self.fails and (self.calls == self.fails or (self.for_good and self.calls > self.fails)):
            raise OSError(self.error, os.strerror(self.error), str(path))

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        """What Python tells of before it does it."""
        if event in _CHANGES or (
            event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        ):
            self.call(arguments[0])


class _Watched:
    """A file whose writes are calls on the disk too."""

    def __init__(self, file: Any, disk: Disk, path: str) -> None:
        self._file, self._disk, self._path = file, disk, path

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> "_Watched":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: Any) -> Any:
        """Write, unless the disk fails."""
        self._disk.call(self._path)
        return self._file.write(data)


def watch(disk: Disk) -> None:
    """Let every write, sync, rename, making and taking away under the disk's folder pass through it, for ever."""
    opened, synced = io.open, os.fsync

    def watched(file: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:
        found = opened(file, mode, *rest, **options)
        inside = isinstance(file, str | os.PathLike) and os.fspath(file).startswith(disk.folder)
        return _Watched(found, disk, os.fspath(file)) if inside and set(mode) & set("wax+") else found

    def sync(descriptor: int) -> None:
        disk.call(disk.folder)
        synced(descriptor)

    io.open = watched
    os.fsync = sync  # type: ignore[assignment]
    sys.addaudithook(disk.hook)


_SLOW = (
    (printing, "print_book"),
    (printing.PressRoom, "cover"),
    (ebook, "make_ebook"),
    (judging, "judge_files"),
)
_REAL = [getattr(owner, name) for owner, name in _SLOW]


def print_once() -> None:
    """From now on every stage that writes nothing gives what it gave first."""
    for (owner, name), work in zip(_SLOW, _REAL, strict=True):
        setattr(owner, name, _remembered(work))


def print_anew() -> None:
    """From now on every stage does its work again."""
    for (owner, name), work in zip(_SLOW, _REAL, strict=True):
        setattr(owner, name, work)


def _remembered(work: Callable[..., Any]) -> Callable[..., Any]:
    first: list[Any] = []

    def remembered(*arguments: Any, **options: Any) -> Any:
        if not first:
            first.append(work(*arguments, **options))
        return first[0]

    return remembered


def begin(work: Callable[[], int]) -> int:
    """Some work in a forked process; its number."""
    child = os.fork()
    if child == 0:
        code = 99
        with suppress(BaseException):
            code = work()
        os._exit(code)
    return child


def in_a_process(work: Callable[[], int]) -> int:
    """The exit code of some work in a forked process: its own, or minus the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(begin(work), 0)[1])


def press_on(disk: Disk, root: Path) -> Outcome:
    """Build on this disk."""
    watch(disk)
    return press(root)


OLD = {
    name: f"old {name}".encode()
    for name in ("small-print-a4.pdf", "small.epub", "report.html", "report.json")
}
"""What stands on the shelf before a build that fails."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a folder of outputs holds: which files are old, which new, which torn, and what else lies there."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    torn: tuple[str, ...]
    strays: tuple[str, ...]


class Trial:
    """A book whose clean outputs are known; what a failing build leaves is held against them."""

    def __init__(self, root: Path) -> None:
        """Print once, for real."""
        self.root, self.folder = root, root / "output" / "standard"
        print_once()
        first = press(root)
        if not self.folder.is_dir():
            raise RuntimeError(first.told + first.words)
        self.clean = self._files()

    def restore(self) -> None:
        """The old files, as a build before would have left them, and no strays."""
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        for name, content in {**OLD, MANIFEST: manifest(OLD)}.items():
            (self.folder / name).write_bytes(content)

    def build(self) -> Outcome:
        """A build on a machine that does not fail."""
        return press(self.root)

    def shelf(self) -> Shelf:
        """What lies on the shelf now."""
        found = self._files()
        known = {name: content for name, content in found.items() if name in OLD}
        old = tuple(name for name, content in known.items() if content == OLD[name])
        new = tuple(name for name, content in known.items() if content == self.clean[name])
        missing = {name for name in OLD if name not in found}
        torn = tuple(sorted(missing | (set(known) - set(old) - set(new))))
        return Shelf(old, new, torn, tuple(name for name in found if name not in self.clean))

    def is_clean(self) -> bool:
        """Whether the shelf holds just what a clean build makes."""
        return self._files() == self.clean

    def _files(self) -> dict[str, bytes]:
        """Every file, and every folder as an empty one; but for the lock, which stays."""
        found = {path.name: path.read_bytes() if path.is_file() else b"" for path in self.folder.iterdir()}
        return {name: content for name, content in sorted(found.items()) if name != ".bindery-lock"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One failing call, and what came of it: how the build ended, and what was on the shelf then and after the next."""

    call: int
    end: int
    shelf: Shelf
    healed: bool


ENDS = ("done", "refused", "machine", "crashed")


def fail_every_call(trial: Trial, for_good: bool = False, step: int = 1) -> list[Fault]:
    """Let the first call fail, then the second, until a build meets no failure any more."""
    faults: list[Fault] = []
    number = 1
    while True:
        trial.restore()
        disk = Disk(str(trial.folder), number, ERRORS[number % len(ERRORS)], for_good)
        end = in_a_process(lambda disk=disk: _end(press_on(disk, trial.root), disk))  # type: ignore[misc]
        shelf = trial.shelf()
        trial.build()
        faults.append(Fault(number, end, shelf, trial.is_clean()))
        if end == 0:
            return faults
        number += step


def _end(outcome: Outcome, disk: Disk) -> int:
    """0 when nothing failed, else how the build ended: 10 and more when it failed and yet was done."""
    failed = disk.calls >= disk.fails
    return (10 if failed and outcome.end.value == "done" else 0) + ENDS.index(outcome.end.value)


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill: after how many seconds, how the process ended, what was on the shelf, what the next build did."""

    after: float
    end: int
    shelf: Shelf
    healed: bool


def kill_at_random(trial: Trial, times: int, seed: int, anew: bool) -> list[Kill]:
    """Kill so many builds, each at a random moment of the time that one takes; `anew`: builds that really print."""
    moments, whole = Random(seed), _seconds(trial, anew)  # noqa: S311 - a fixed seed is the point
    return [_killed(trial, moments.uniform(0, whole), anew) for _ in range(times)]


def _seconds(trial: Trial, anew: bool) -> float:
    begun = time.monotonic()
    in_a_process(lambda: _pressed(trial, anew))
    return time.monotonic() - begun


def _pressed(trial: Trial, anew: bool) -> int:
    if anew:
        print_anew()
    return ENDS.index(trial.build().end.value)


def _killed(trial: Trial, after: float, anew: bool) -> Kill:
    trial.restore()
    child = begin(lambda: _pressed(trial, anew))
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    end = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    shelf = trial.shelf()
    trial.build()
    return Kill(after, end, shelf, trial.is_clean())


def press_at_once(trial: Trial, processes: int, rounds: int) -> list[int]:
    """Several builds of one edition at the same time, in rounds; how each of them ended."""
    ends: list[int] = []
    for _ in range(rounds):
        children = [begin(lambda: _pressed(trial, anew=False)) for _ in range(processes)]
        ends += [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    return ends


def fill_the_disk(trial: Trial, room: int) -> tuple[int, Shelf]:
    """A build that may write no file larger than `room` bytes; how it ended, and what was on the shelf."""

    def cramped() -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        return _pressed(trial, anew=False)

    trial.restore()
    return in_a_process(cramped), trial.shelf()
