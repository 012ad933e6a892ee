"""The crew: worker processes that lay out the parts of a book side by side, each within bounds of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache, partial
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import ParamSpec, Protocol, Self, TypeVar, cast

from bindery.findings import MachineError
from bindery.pdf.signature import Signature
from bindery.pdf.task import (
    OUT_OF_MEMORY,
    OUT_OF_TIME,
    Errand,
    Limits,
    Picture,
    PictureTask,
    PrintTask,
    Stopped,
    Task,
)

Given = ParamSpec("Given")
Result = TypeVar("Result")

# Beyond this many workers the binder is what one waits for.
_MOST_HANDS = 8
# The kernel ends a worker after so much time at work. One that does nothing is ended after so many times that.
_PATIENCE = 5


class Hands(Protocol):
    """Whoever does the tasks of the press. MachineError when the machine is not fit for them."""

    def print(self, tasks: Sequence[PrintTask]) -> Sequence[Signature | Stopped]:
        """What came of parts, in the order of the tasks."""

    def picture(self, task: PictureTask) -> Picture | Stopped:
        """A page as a PNG."""

    def begin(
        self, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs
    ) -> Callable[[], Result]:
        """Begin work that is no printing, while whoever asked goes on. What is given back waits for its result."""

    def rest(self) -> None:
        """Nothing is to be done for a while: whoever waits may go, and give back the memory."""


class Crew:
    """Workers that live as long as a build. A task that exceeds its limits is stopped.

    The first workers start at once, so that they are ready when the manuscript has been read.
    """

    def __init__(self, limits: Limits | None = None, hands: int = 0) -> None:
        """Engage so many hands: by default one for each core that this process may use."""
        self._limits = limits or Limits()
        count = hands or min(len(_cores()), _MOST_HANDS)
        self._workers = [_Worker() for _ in range(count)]
        self._away: dict[int, Errand] = {}
        self._back: dict[Errand, object] = {}

    def __enter__(self) -> Self:
        """The crew itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Send everybody home, whatever they are doing."""
        for worker in self._workers:
            worker.end()

    def print(self, tasks: Sequence[PrintTask]) -> Sequence[Signature | Stopped]:
        """What came of parts, in the order of the tasks; MachineError when a worker finds the machine unfit."""
        return [done for done in self._run(tasks) if isinstance(done, Signature | Stopped)]

    def picture(self, task: PictureTask) -> Picture | Stopped:
        """A page as a PNG; MachineError likewise."""
        (done,) = self._run([task])
        return done if isinstance(done, Picture | Stopped) else Stopped("gives no picture")

    def begin(
        self, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs
    ) -> Callable[[], Result]:
        """Send a hand on an errand. What it does not bring to its end, or no hand is left for, is done when asked for.

        `work` is a function of a module, and all that it is given can be pickled. MachineError likewise.
        """
        here = partial(work, *given, **named)
        free = [number for number in range(len(self._workers)) if number not in self._away]
        if not free:
            return cache(here)
        errand = Errand(here)
        self._away[free[0]] = errand
        self._give(free[0], errand)
        return cache(lambda: self._brought(errand, here))

    def rest(self) -> None:
        """Send home who is not on an errand; for the next task, another comes."""
        for number, worker in enumerate(self._workers):
            if number not in self._away:
                worker.end()

    def _brought(self, errand: Errand, here: Callable[[], Result]) -> Result:
        while errand in self._away.values():
            self._bring_back()
        result = self._back.pop(errand)
        return here() if isinstance(result, Stopped) else cast("Result", result)

    def _bring_back(self) -> None:
        """Wait for the first hand to come back from its errand, and remember what it has brought."""
        for number in self._ready(self._away):
            errand = self._away.pop(number)
            self._back[errand] = self._result(number)

    def _run(self, tasks: Sequence[Task]) -> list[object]:
        results: dict[int, object] = {}
        waiting = deque(sorted(range(len(tasks)), key=lambda index: -tasks[index].size))
        busy: dict[int, int] = {}
        while len(self._away) == len(self._workers):
            self._bring_back()
        while len(results) < len(tasks):
            for number in [
                number for number in range(len(self._workers)) if number not in {*busy, *self._away}
            ]:
                if waiting:
                    busy[number] = waiting.popleft()
                    self._give(number, tasks[busy[number]])
            for number in self._ready(busy):
                results[busy.pop(number)] = self._result(number)
        return [results[index] for index in range(len(tasks))]

    def _give(self, number: int, task: Task) -> None:
        try:
            self._workers[number].give(task, self._limits)
        except OSError:  # it has died since its last task, and nobody was waiting for it
            self._replace(number)
            self._workers[number].give(task, self._limits)

    def _replace(self, number: int) -> None:
        self._workers[number].end()
        self._workers[number] = _Worker()

    def _ready(self, busy: Iterable[int]) -> list[int]:
        """The workers that are done, have died, or are out of time; waits for the first."""
        soonest = min(self._workers[number].deadline for number in busy)
        wait([self._workers[number].connection for number in busy], max(soonest - time.monotonic(), 0))
        now = time.monotonic()
        workers = {number: self._workers[number] for number in busy}
        return [number for number, one in workers.items() if one.connection.poll() or one.deadline <= now]

    def _result(self, number: int) -> object:
        result = self._workers[number].take()
        if isinstance(result, MachineError):
            raise result
        if isinstance(result, Stopped):
            self._replace(number)
        return result


class _Worker:
    """One process, and our end of the line to it."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bindery.pdf.worker", str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                process_group=0,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=None if os.environ.get("BINDERY_DEBUG") else subprocess.DEVNULL,
            )
        self.connection = Connection(ours.detach())
        self.deadline = 0.0

    def give(self, task: Task, limits: Limits) -> None:
        """Send a task; from now on its time runs, and longer on a machine that has other things to do."""
        self.deadline = time.monotonic() + limits.seconds * _PATIENCE
        self.connection.send((task, limits))

    def take(self) -> object:
        """What came of the task: its result, or why there is none."""
        if not self.connection.poll():
            return OUT_OF_TIME
        try:
            return self.connection.recv()
        except (EOFError, ConnectionResetError):
            return OUT_OF_MEMORY

    def end(self) -> None:
        """End the process and its fork, whatever they are doing."""
        self.connection.close()
        if self._process.returncode is not None:
            return
        with suppress(OSError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def _cores() -> Sequence[int]:
    if hasattr(os, "sched_getaffinity"):
        return tuple(os.sched_getaffinity(0))
    return range(os.cpu_count() or 1)
