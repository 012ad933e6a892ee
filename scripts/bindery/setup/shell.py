"""Running other programs, quietly unless they fail."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

SHOWN_LINES = 25


class SetupError(Exception):
    """The machine cannot be made ready; the text is for the person at the keyboard."""


def say(text: str) -> None:
    """Tells the person what is about to take a while."""
    print(text, file=sys.stderr, flush=True)


def run(
    command: Sequence[str],
    *,
    failure: str,
    folder: Path | None = None,
    settings: Mapping[str, str] | None = None,
) -> None:
    """Runs a command and keeps its output to itself.

    Args:
        command: the program and its arguments.
        failure: what to say when it fails, before the end of its output.
        folder: where to run it.
        settings: environment variables beside those of this process.

    Raises:
        SetupError: the command failed or is not there.
    """
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=_environment(settings or {}),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise SetupError(f"{failure}\n  {error}") from error
    if done.returncode:
        raise SetupError(f"{failure}\n{_last_lines(done.stdout)}\n  (command: {' '.join(command)})")


def answer(command: Sequence[str]) -> str:
    """Returns what a command prints, and nothing when it fails or is not there."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return {**inherited, **settings}


def _last_lines(output: str) -> str:
    return "\n".join(f"  {line}" for line in output.splitlines()[-SHOWN_LINES:])
