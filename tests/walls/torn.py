"""The atomic shelf: whatever fails, its files are the old or the new ones, and the next build is a clean one."""

import atexit
import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from random import Random

from walls.processes import OwnPress
from walls.proof import Proof, Trial, Verdict, verdict_from

Request = tuple[object, ...]


class Room:
    """A shelving room in a process of its own, with a press of its own, so that nothing else suffers."""

    def __init__(self, folder: Path) -> None:
        """Copy the press, and build once."""
        press = OwnPress(folder / "press")
        (folder / "room").mkdir()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "walls.shelving", str(folder / "room")],
            env=press.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        """Nobody asks any more."""
        self._process.communicate()

    def verdict(self, request: Request) -> Verdict:
        """What comes of a request: the name of what goes wrong, and its values."""
        told = json.loads(self._answer(request))
        return verdict_from(told)

    def changes(self) -> int:
        """How many changes the last build asked of its disk."""
        return int(self._answer(("changes",)))

    def _answer(self, request: Request) -> str:
        asked, answers = self._process.stdin, self._process.stdout
        if asked is None or answers is None:
            raise RuntimeError("nobody is in the room")
        asked.write(json.dumps(request) + "\n")
        asked.flush()
        return answers.readline()


@cache
def room_in(folder: Path) -> Room:
    """The room in a folder, the same one for every proof, open as long as this process lives."""
    room = Room(folder)
    atexit.register(room.close)
    return room


def _in_a_room(
    request: Callable[[int, Random], Request],
) -> Callable[[Path, int], AbstractContextManager[Trial]]:
    @contextmanager
    def set_up(folder: Path, seed: int) -> Iterator[Trial]:
        room = room_in(folder)
        yield lambda number: room.verdict(request(number, Random(seed * 1_000_003 + number)))  # noqa: S311

    return set_up


def _refusal(number: int, _random: Random) -> Request:
    """Each change once, then again with every later one as well, then again in builds that do all their work."""
    turn, change = divmod(number, CHANGES)
    return "refuse", change + 1, number, turn % 3 == 1, turn % 3 == 2


def _kill(number: int, random: Random) -> Request:
    return "kill", random.random(), number % 4 == 3


def _stop(number: int, random: Random) -> Request:
    return "stop", random.random(), (signal.SIGINT, signal.SIGTERM)[number % 2], number % 4 > 1


def _cramp(_number: int, random: Random) -> Request:
    return "cramp", random.randrange(1_000, 200_000)


def _lock(number: int, _random: Random) -> Request:
    return "lock", *(("shelf", 3), ("cache", 0))[number % 2]


CHANGES = 60
"""More than a build of the small book asks of its disk."""
_CLAIM = (
    "Every file on the shelf is the old one or the new one, whole; success is told only when all are new; no process "
    "is left behind; the next build leaves nothing lying about, and its bytes are those of a clean one."
)
_BOOK = "The small book, with older files on its shelf, in a press of its own; "
_JUDGED = "builds that judge, pack and shelve what was printed before"

DISK = Proof(
    "a disk that fails",
    _CLAIM,
    f"{_BOOK}the n-th opening, write, sync, rename, making or taking away under the book and the press's cache is "
    f"refused (full, input or output error, no access, read-only, over quota), for every n up to {CHANGES}: once; with "
    f"all that follow; and once in builds that do all their work anew. The first two are {_JUDGED}.",
    few=CHANGES + 8,
    many=3 * CHANGES,
    set_up=_in_a_room(_refusal),
    seconds=120,
)
KILLS = Proof(
    "killed builds",
    _CLAIM,
    f"{_BOOK}SIGKILL to the build at a random moment of the time that one takes; every fourth does all its work, the "
    f"others are {_JUDGED}.",
    few=8,
    many=800,
    set_up=_in_a_room(_kill),
    seconds=120,
)
STOPS = Proof(
    "builds told to stop",
    f"{_CLAIM} The exit code is 130 or 143, within seconds.",
    f"{_BOOK}SIGINT or SIGTERM to the build and all that it started, as from a terminal, at a random moment; every "
    f"second pair does all its work, the others are {_JUDGED}.",
    few=4,
    many=80,
    set_up=_in_a_room(_stop),
    seconds=120,
)
AT_ONCE = Proof(
    "builds at once",
    "Builds of one edition at the same time wait for each other; each is done, and the shelf is that of a clean one.",
    f"{_BOOK}four {_JUDGED}, begun together.",
    few=3,
    many=50,
    set_up=_in_a_room(lambda _number, _random: ("at_once", 4)),
    seconds=120,
)
FULL = Proof(
    "a full disk",
    _CLAIM,
    f"{_BOOK}no file may grow beyond a random number of bytes, 1,000 to 200,000 (RLIMIT_FSIZE); {_JUDGED}.",
    few=4,
    many=60,
    set_up=_in_a_room(_cramp),
    seconds=120,
)
LOCKED = Proof(
    "folders that may only be read",
    f"{_CLAIM} The exit code is 3 where the shelf cannot be written, and 0 where nothing can be kept.",
    f"{_BOOK}the folder of the edition, then the press's cache, without the right to write.",
    few=2,
    many=2,
    set_up=_in_a_room(_lock),
    seconds=120,
)
PROOFS = (DISK, KILLS, STOPS, AT_ONCE, FULL, LOCKED)
