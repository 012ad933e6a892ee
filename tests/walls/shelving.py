"""A room in which builds go wrong, and what they leave is held against what a clean build makes.

`python -m walls.shelving FOLDER` builds the small book once, then does one request after another: a line of JSON in,
the verdict as a line of JSON out. Builds are forks of it, and need not load the press again; those that are `anew` do
all their work, the others are given what the first build printed, and only judge, pack and shelve it.
"""

import ctypes
import errno
import json
import os
import resource
import shutil
import signal
import struct
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from bindery.__main__ import main
from bindery.build.manifest import MANIFEST, manifest
from bindery.store import STRAY, cache_folder
from walls.disk import Disk, watch
from walls.processes import orphans_of
from walls.proof import Flaw, Verdict
from walls.remembered import work_anew, work_once
from walls.room import lay, press

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT)
_FILES = {
    name: f"old {name}".encode()
    for name in ("small-print-a4.pdf", "small.epub", "report.html", "report.json")
}
OLD = {**_FILES, MANIFEST: manifest(_FILES)}
"""What stands on the shelf before a build that goes wrong."""
_LOCK = f"{STRAY}lock"
_STOPS = (signal.SIGINT, signal.SIGTERM)
_MACHINE, _OUR_BUG, _BROKEN = 3, 4, 99
# Seconds in which a build that is told to stop must have stopped, on a machine that does other things too.
_SOON = 10.0

Prepare = Callable[[], Disk | None]


@dataclass(frozen=True, slots=True)
class Build:
    """A build that has ended: its exit code, or minus the signal that ended it; its words; how many outlived it."""

    code: int
    words: str
    orphans: int


class Shelving:
    """The small book, built once."""

    def __init__(self, folder: Path) -> None:
        """Build it for real, and remember what came of it."""
        self.root = lay(folder / "book")
        self.folder = self.root / "output/standard"
        self._changes, self._words = folder / "changes", folder / "words"
        self._seconds: dict[bool, float] = {}
        work_once()
        outcome = press(self.root)
        self.clean = self._files()
        if set(self.clean) != set(OLD):
            raise RuntimeError(outcome.told + outcome.words)

    def refuse(self, number: int, error: int, for_good: bool, anew: bool) -> Verdict:
        """The disk refuses the change with a number."""
        disk = Disk((str(self.root), str(cache_folder())), number, ERRORS[error % len(ERRORS)], for_good)
        build = self._restored_build(lambda: watch(disk), anew)
        is_met = self.changes() >= number
        wrong = build.code not in ({0, _MACHINE} if is_met else {0})
        return self._verdict(build, anew, *[Flaw.WRONG] * wrong)

    def changes(self) -> int:
        """How many changes on the disk the last build asked for."""
        return int(self._changes.read_text())

    def kill(self, share: float, anew: bool) -> Verdict:
        """A build is killed after this share of the time that one takes."""
        build = self._interrupted(lambda child: os.kill(child, signal.SIGKILL), share, anew)
        return self._verdict(build, anew, *[Flaw.WRONG] * (build.code not in {0, -signal.SIGKILL}))

    def stop(self, share: float, sent: int, anew: bool) -> Verdict:
        """A build and all that it has started are told to stop, as a terminal does it."""
        begun = time.monotonic()
        build = self._interrupted(lambda child: os.killpg(child, sent), share, anew)
        is_late = time.monotonic() - begun > self._whole(anew) + _SOON
        flaws = [Flaw.WRONG] * (build.code not in {0, 128 + sent}) + [Flaw.OVER] * is_late
        return self._verdict(build, anew, *flaws)

    def at_once(self, processes: int) -> Verdict:
        """Several builds at the same time: each is done, and the shelf is that of a clean one."""
        self._restore()
        children = [self._begun(lambda: None, anew=False) for _ in range(processes)]
        builds = [self._ended(child) for child in children]
        codes = [build.code for build in builds]
        flaws = [Flaw.WRONG] * any(codes) + [Flaw.DIFFERENT] * (self._files() != self.clean)
        return Verdict("done", tuple(flaws), f"{codes}")

    def cramp(self, room: int) -> Verdict:
        """No file may grow beyond so many bytes: the old ones stay, or the new ones fit."""

        def cramped() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        build = self._restored_build(cramped, anew=False)
        return self._verdict(build, False, *[Flaw.WRONG] * (build.code not in {0, _MACHINE}))

    def lock(self, name: str, code: int) -> Verdict:
        """A folder, and all in it, may only be read: "shelf" or "cache"; the build is to end with this exit code."""
        self._restore()
        top = {"shelf": self.folder, "cache": cache_folder()}[name]
        folders = [top, *(path for path in top.rglob("*") if path.is_dir())]
        for folder in folders:
            folder.chmod(0o555)
        build = self._ended(self._begun(_be_like_anybody, anew=True))
        for folder in folders:
            folder.chmod(0o755)
        return self._verdict(build, True, *[Flaw.WRONG] * (build.code != code))

    def _interrupted(self, interrupt: Callable[[int], None], share: float, anew: bool) -> Build:
        whole = self._whole(anew)
        self._restore()
        child = self._begun(lambda: None, anew)
        time.sleep(share * whole)
        interrupt(child)
        return self._ended(child)

    def _whole(self, anew: bool) -> float:
        """Seconds that a build takes, measured once."""
        if anew not in self._seconds:
            begun = time.monotonic()
            self._restored_build(lambda: None, anew)
            self._seconds[anew] = time.monotonic() - begun
        return self._seconds[anew]

    def _verdict(self, build: Build, anew: bool, *flaws: Flaw) -> Verdict:
        """The verdict on a build that met something, on its shelf, and on the build that comes next."""
        found, left = self._files(), self._files()
        torn = [name for name in OLD if found.get(name) not in (OLD[name], self.clean[name])]
        lost = build.code == 0 and any(found.get(name) != self.clean[name] for name in OLD)
        after = self._ended(self._begun(lambda: None, anew))
        broken = (
            bool({_OUR_BUG, _BROKEN} & {build.code, after.code}) or "Traceback" in build.words + after.words
        )
        seen = {
            Flaw.TORN: bool(torn),
            Flaw.SILENT: lost,
            Flaw.ORPHAN: bool(build.orphans or after.orphans),
            Flaw.TRACEBACK: broken,
            Flaw.DIFFERENT: {name: self._files().get(name) for name in OLD} != self.clean,
            Flaw.STRAY: bool(self._strays()),
        }
        all_flaws = (*flaws, *(flaw for flaw, is_seen in seen.items() if is_seen))
        words = f"{build} {torn} {sorted(left)} {after} {self._strays()}" if all_flaws else ""
        return Verdict(f"exit code {build.code}", all_flaws, words)

    def _strays(self) -> list[str]:
        """What lies about after a build: in the outputs, and in what the press keeps."""
        outputs = set(self._files()) - set(OLD)
        kept = [path.name for path in cache_folder().rglob("*") if path.name.startswith(STRAY)]
        return sorted(outputs) + kept

    def _files(self) -> dict[str, bytes]:
        """Every file of the shelf, and every folder on it as an empty one; but for the lock, which stays."""
        if not self.folder.is_dir():
            return {}
        found = {path.name: path.read_bytes() if path.is_file() else b"" for path in self.folder.iterdir()}
        return {name: content for name, content in sorted(found.items()) if name != _LOCK}

    def _restore(self) -> None:
        """The old files, as a build before would have left them, and no strays."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for name, content in OLD.items():
            (self.folder / name).write_bytes(content)

    def _restored_build(self, prepare: Prepare, anew: bool) -> Build:
        self._restore()
        return self._ended(self._begun(prepare, anew))

    def _begun(self, prepare: Prepare, anew: bool) -> int:
        """A build in a fork with a session of its own; the number of its process."""
        signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
        child = os.fork()
        if child == 0:
            os._exit(self._build_here(prepare, anew))
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)
        while os.getsid(child) != child:
            time.sleep(0.001)
        return child

    def _build_here(self, prepare: Prepare, anew: bool) -> int:
        disk, code = None, _BROKEN
        try:
            os.setsid()
            os.chdir(self.root)
            words = os.open(self._words, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
            os.dup2(words, 1)
            os.dup2(words, 2)
            if anew:
                work_anew()
            disk = prepare()
            code = _run()
        except BaseException:  # noqa: BLE001 - this process must never go on as its parent
            traceback.print_exc()
        if disk:
            self._changes.write_text(str(disk.changes))
        return code

    def _ended(self, child: int) -> Build:
        _, status = os.waitpid(child, 0)
        words = self._words.read_text(errors="replace") if self._words.exists() else ""
        return Build(os.waitstatus_to_exitcode(status), words, orphans_of(child))


def _run() -> int:
    """`bindery build`, with the signals as they are when a process begins; its exit code."""
    for sent in _STOPS:
        signal.signal(sent, lambda number, _: os._exit(128 + number))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)
    sys.argv = ["bindery", "build"]
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else _BROKEN


def _be_like_anybody() -> None:
    """Root may write anywhere, until it lays its powers down."""
    version, this_process, no_powers = 0x20080522, 0, bytes(24)
    if os.geteuid() == 0 and ctypes.CDLL(None).capset(struct.pack("Ii", version, this_process), no_powers):
        raise RuntimeError("the powers of root cannot be laid down")


def serve(folder: Path) -> None:
    """Do one request after another, until nobody asks any more."""
    room = Shelving(folder)
    for line in iter(sys.stdin.readline, ""):
        kind, *values = json.loads(line)
        answer = room.changes() if kind == "changes" else asdict(getattr(room, kind)(*values))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
