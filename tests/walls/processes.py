"""The press as processes: a copy of its own, the builds in it, and everything that they start, watched from outside."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from bindery.layout.fonts import font_files
from bindery.store import STRAY, cache_folder
from walls.proof import MEBIBYTE
from walls.room import PROJECT

# Seconds in which whatever a build has started must have left after it, on a machine that does other things too.
GRACE = 30.0
_LOOK = 0.1
# Seconds after which a build that does not end is ended here; its own limits are far below.
_LONGEST = 400.0


@dataclass(frozen=True, slots=True)
class Ended:
    """A build that has ended: its exit code (minus the signal that killed it), what it said, and what it took.

    `mebibytes`: the most that all its processes held at once. `orphans`: how many of them outlived it.
    """

    code: int
    out: str
    err: str
    seconds: float
    mebibytes: float
    orphans: int


class OwnPress:
    """A copy of the press in a folder, with a cache of its own: what is done to it is done to nobody else."""

    def __init__(self, folder: Path) -> None:
        """Copy the program, the layouts and the cut fonts."""
        self.folder = folder.resolve()
        font_files(cache_folder())
        without = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PROJECT / "scripts/bindery", folder / "scripts/bindery", ignore=without)
        shutil.copytree(PROJECT / "layouts", folder / "layouts")
        # Another test may be cutting the same fonts, beside those that are whole.
        cutting = shutil.ignore_patterns(f"{STRAY}*")
        shutil.copytree(cache_folder() / "fonts", folder / ".cache/fonts", ignore=cutting)

    def environment(self, **more: str) -> dict[str, str]:
        """What a process needs to find this press before any other, and these tests."""
        paths = os.pathsep.join([str(self.folder / "scripts"), str(PROJECT / "tests")])
        return {**os.environ, "PYTHONPATH": paths, **more}

    def start(self, root: Path, *command: str, **more: str) -> "Running":
        """Begin a command of Python's (such as "-m", "bindery", "build") in the folder of a book."""
        return Running([sys.executable, *command], root, self.environment(**more))

    def build(self, root: Path, *words: str, **more: str) -> Ended:
        """`bindery build` with these words, to its end."""
        return self.start(root, "-m", "bindery", "build", *words, **more).watched()


class Running:
    """A command in a session of its own, so that everything it starts can be found."""

    def __init__(self, command: list[str], root: Path, environment: dict[str, str]) -> None:
        """Begin."""
        self._out, self._err = TemporaryFile(), TemporaryFile()  # noqa: SIM115 - closed when the command has ended
        self._begun = time.monotonic()
        self.process = subprocess.Popen(
            command,
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=self._out,
            stderr=self._err,
            start_new_session=True,
        )

    def watched(self) -> Ended:
        """Watch it to its end."""
        most = 0.0
        while self.process.poll() is None:
            most = max(most, held_by(self.process.pid))
            if time.monotonic() - self._begun > _LONGEST:
                os.killpg(self.process.pid, signal.SIGKILL)
            time.sleep(_LOOK)
        seconds = time.monotonic() - self._begun
        out, err = (_text(file) for file in (self._out, self._err))
        return Ended(self.process.returncode, out, err, seconds, most, orphans_of(self.process.pid))


def _text(file: IO[bytes]) -> str:
    with file:
        file.seek(0)
        return file.read().decode(errors="replace")


def members(session: int) -> list[int]:
    """The processes of a session that have not ended."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[3]) == session and fields[0] not in "ZX":
                found.append(int(path.parent.name))
    return found


def held_by(session: int) -> float:
    """Mebibytes that the processes of a session hold, shared ones divided among them."""
    held = 0
    for pid in members(session):
        with suppress(OSError):
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            held += next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return held * 1024 / MEBIBYTE


def orphans_of(session: int) -> int:
    """How many processes of a session are still there after the grace; they are ended here."""
    until = time.monotonic() + GRACE
    while members(session) and time.monotonic() < until:
        time.sleep(_LOOK)
    left = members(session)
    for pid in left:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return len(left)
