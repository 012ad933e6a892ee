"""Running the programs that judges are: bounded in time, nothing of them left behind."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bindery.checks.verdict import JudgeBroke, JudgeMissing

NODE_MODULES = Path(__file__).resolve().parents[3] / "tests" / "node" / "node_modules"
HOW_TO_INSTALL = "`make test` installs every judge"
_SECONDS_TO_TIDY = 5
_SECONDS_FOR_VERSION = 30


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


@cache
def version_of(name: str, what_for: str) -> bytes:
    """What a program says of its version. JudgeMissing when it is not installed, JudgeBroke when it says nothing."""
    ran = run([program(name, what_for), "--version"], seconds=_SECONDS_FOR_VERSION)
    if ran.code or not (ran.out or ran.err):
        raise JudgeBroke(f"{name} does not say its version: {ran.last_words}")
    return (ran.out + ran.err).encode()


def package_versions(*names: str) -> tuple[bytes, ...]:
    """The versions of Python packages. JudgeMissing when one of them is not installed."""
    try:
        return tuple(f"{name} {version(name)}".encode() for name in names)
    except PackageNotFoundError as missing:
        raise JudgeMissing(f"the Python package {missing} is not installed; {HOW_TO_INSTALL}") from None


def node_packages() -> bytes:
    """What npm says of all packages of tests/node: versions and digests. JudgeMissing when they are not installed."""
    try:
        return (NODE_MODULES / ".package-lock.json").read_bytes()
    except OSError:
        raise JudgeMissing(f"there are no packages in tests/node; {HOW_TO_INSTALL}") from None


def run(command: Sequence[str], *, seconds: float, environment: Mapping[str, str] | None = None) -> Ran:
    """Run a program to its end, with `environment` added to ours. JudgeBroke when it takes longer than `seconds`."""
    with subprocess.Popen(
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **(environment or {})},
        start_new_session=True,
    ) as process:
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise JudgeBroke(f"{Path(command[0]).name} gave no answer within {seconds:g} seconds") from None
        finally:
            _stop_all(process)
    return Ran(process.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))


def _stop_all(process: "subprocess.Popen[bytes]") -> None:
    """End the program and whatever it started. It is asked first: only it knows the browsers that it set apart."""
    if process.poll() is None:
        _signal(process, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_SECONDS_TO_TIDY)
    _signal(process, signal.SIGKILL)


def _signal(process: "subprocess.Popen[bytes]", signal_number: int) -> None:
    """Send a signal to the program's group, if any of it is left."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal_number)
