"""A proof: a claim about the press, and trials of it, as many as one likes; a seed gives the same ones everywhere."""

import resource
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from walls.room import End, Outcome

SEED = 20261123
MEBIBYTE = 1024 * 1024


class Flaw(StrEnum):
    """What a wall must never let happen."""

    TRACEBACK = "tracebacks"
    NO_PLACE = "refused without a place"
    SILENT = "lost in silence"
    LEAK = "leaks"
    CALL = "connections"
    ACTIVE = "active content"
    TORN = "torn files"
    STRAY = "strays"
    ORPHAN = "orphans"
    OVER = "limits exceeded"
    DIFFERENT = "other bytes"
    WRONG = "wrong endings"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a trial ended, and its flaws; `words` are for whoever looks into them.

    `seconds` of this machine; `mebibytes` at most held at once by the process, or by all processes of a build.
    """

    end: str
    flaws: tuple[Flaw, ...] = ()
    words: str = ""
    seconds: float = 0
    mebibytes: float = 0


def verdict_from(told: Mapping[str, Any]) -> Verdict:
    """A verdict that was written as JSON."""
    return Verdict(**{**told, "flaws": tuple(Flaw(flaw) for flaw in told["flaws"])})


Trial = Callable[[int], Verdict]


@dataclass(frozen=True, slots=True)
class Proof:
    """What is claimed, how it is tried, and how often: `few` times within the tests, `many` times in full.

    `set_up` gives, in a folder of its own and for a seed, the function that does the trial with a number. A trial
    that takes more than `seconds` or `mebibytes` exceeds its limits.
    """

    name: str
    claim: str
    method: str
    few: int
    many: int
    set_up: Callable[[Path, int], AbstractContextManager[Trial]]
    seconds: float = 20
    mebibytes: float = 1024


@dataclass
class Tally:
    """All verdicts of a proof, counted."""

    tried: int = 0
    ends: dict[str, int] = field(default_factory=dict)
    flaws: dict[Flaw, int] = field(default_factory=dict)
    seconds: float = 0
    mebibytes: float = 0

    def count(self, verdict: Verdict) -> None:
        """One more."""
        self.tried += 1
        self.ends[verdict.end] = self.ends.get(verdict.end, 0) + 1
        for flaw in verdict.flaws:
            self.flaws[flaw] = self.flaws.get(flaw, 0) + 1
        self.seconds = max(self.seconds, verdict.seconds)
        self.mebibytes = max(self.mebibytes, verdict.mebibytes)


def tried(proof: Proof, trial: Trial, number: int) -> Verdict:
    """The verdict on the trial with a number, its time and memory measured and held against the limits."""
    _forget_peak()
    begun = time.monotonic()
    try:
        verdict = trial(number)
    except Exception:  # noqa: BLE001 - whatever gets out of a trial is a flaw
        verdict = Verdict(End.CRASHED, (Flaw.TRACEBACK,), traceback.format_exc())
    seconds = time.monotonic() - begun
    measured = replace(verdict, seconds=seconds, mebibytes=verdict.mebibytes or _peak())
    if seconds <= proof.seconds and measured.mebibytes <= proof.mebibytes:
        return measured
    return replace(measured, flaws=(*measured.flaws, Flaw.OVER))


def flawed(proof: Proof, folder: Path) -> dict[int, Verdict]:
    """The verdicts that are not clean, of as many trials as the tests make, by their numbers."""
    with proof.set_up(folder, SEED) as trial:
        verdicts = {number: tried(proof, trial, number) for number in range(proof.few)}
    return {number: verdict for number, verdict in verdicts.items() if verdict.flaws}


def flaws_of(outcome: Outcome) -> tuple[Flaw, ...]:
    """The flaws that show in how reading or pressing a book ended: it is made, or refused with a file and a line."""
    if outcome.end is End.CRASHED:
        return (Flaw.TRACEBACK,)
    if outcome.end is End.MACHINE:
        return (Flaw.WRONG,)
    if outcome.end is End.REFUSED and not (
        outcome.errors and all(error.place.line for error in outcome.errors)
    ):
        return (Flaw.NO_PLACE,)
    return ()


def verdict_on(outcome: Outcome, *more: Flaw) -> Verdict:
    """The verdict on such an outcome, with more flaws that somebody has seen."""
    flaws = (*flaws_of(outcome), *more)
    return Verdict(outcome.end, flaws, f"{outcome.told}\n{outcome.words}".strip() if flaws else "")


def among(names: Mapping[str, object] | tuple[object, ...], number: int) -> int:
    """The number of a trial as an index into the finite list of what can be tried."""
    return number % len(names)


def _forget_peak() -> None:
    """Let the system measure the most memory held anew, where it can."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return


def _peak() -> float:
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEBIBYTE
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
