"""A hand from outside: it is asked, waited for, and replaced when it hangs or dies."""

import json
import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from walls.processes import members
from walls.proof import Flaw, Proof, Verdict, verdict_from
from walls.room import PROJECT, surroundings

# Beyond its limit a trial has this much time to end by itself, its room to be set up included: seconds.
_PATIENCE = 300.0


class Bench:
    """One hand at a time, in a session and a folder of its own."""

    def __init__(self, seed: int) -> None:
        """Begin without a hand."""
        self._seed = seed
        self._hand: subprocess.Popen[bytes] | None = None
        self._folder: TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        """The bench."""
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Send the hand home."""
        self._end()

    def verdict(self, proof: Proof, number: int) -> Verdict:
        """What a hand says of a trial; a flaw when it does not come to say anything."""
        hand = self._engaged()
        if hand.stdin is None or hand.stdout is None:
            raise RuntimeError("the hand cannot be spoken to")
        with suppress(BrokenPipeError):
            hand.stdin.write(json.dumps([proof.name, number]).encode() + b"\n")
            hand.stdin.flush()
        is_ready, _, _ = select.select([hand.stdout], [], [], proof.seconds + _PATIENCE)
        line = hand.stdout.readline() if is_ready else b""
        if line:
            told = json.loads(line)
            return verdict_from(told)
        self._end()
        return (
            Verdict("died", (Flaw.TRACEBACK,), f"exit code {hand.returncode}")
            if is_ready
            else Verdict("hung", (Flaw.OVER,), "ended from outside", proof.seconds + _PATIENCE)
        )

    def _engaged(self) -> subprocess.Popen[bytes]:
        if self._hand is None:
            self._folder = TemporaryDirectory(prefix="proof-", ignore_cleanup_errors=True)
            Path(self._folder.name).chmod(0o755)
            self._hand = subprocess.Popen(
                [sys.executable, "-m", "walls.prove.hand", self._folder.name, str(self._seed)],
                cwd=PROJECT,
                env=surroundings(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
            )
        return self._hand

    def _end(self) -> None:
        """End the hand and all that it has started."""
        if self._hand is not None:
            for pid in {self._hand.pid, *members(self._hand.pid)}:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self._hand.communicate()
            self._hand = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
