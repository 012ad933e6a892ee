"""Running the programs that judges are: bounded in time, nothing of them left behind."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bindery.checks.verdict import JudgeBroke, JudgeMissing

NODE_MODULES = Path(__file__).resolve().parents[3] / "tests" / "node" / "node_modules"
HOW_TO_INSTALL = "`make test` installs every judge"


def home_of_its_own(folder: str) -> dict[str, str]:
    """Settings that make programs leave what they always leave behind in this folder."""
    names = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    return dict.fromkeys(names, folder)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def last_words(self) -> str:
        """The end of its complaints, on one line."""
        return " ".join((self.err or self.out).split())[-500:]


def program(name: str, what_for: str) -> str:
    """The path of a program. JudgeMissing when it is not installed."""
    found = shutil.which(name)
    if found is None:
        raise JudgeMissing(f"{what_for} needs {name}, which is not installed; {HOW_TO_INSTALL}")
    return found


def run(command: Sequence[str], *, seconds: float, environment: Mapping[str, str] | None = None) -> Ran:
    """Run a program to its end, with `environment` added to ours. JudgeBroke when it takes longer than `seconds`."""
    process = subprocess.Popen(
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **(environment or {})},
        start_new_session=True,
    )
    try:
        out, err = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise JudgeBroke(f"{Path(command[0]).name} gave no answer within {seconds:g} seconds") from None
    finally:
        _stop_all(process)
    return Ran(process.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))


def _stop_all(process: "subprocess.Popen[bytes]") -> None:
    """End the program and whatever it started: they are a group of their own."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
