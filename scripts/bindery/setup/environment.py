"""The virtual environment `.venv`: the packages of a lock file, and the press itself, editable."""

import sys
from pathlib import Path

from bindery.setup import stamp
from bindery.setup.shell import run, say

PIP_SETTINGS = {
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_INPUT": "1",
    "PIP_ROOT_USER_ACTION": "ignore",
}
PYTHON_SERIES = "{}.{}".format(*sys.version_info[:2])


def ensure(root: Path, purpose: str) -> None:
    """Brings `.venv` to the versions of `requirements/PURPOSE.lock`; with the stamp in place, does nothing.

    Raises:
        SetupError: the environment cannot be made, or a package cannot be had.
    """
    venv, lock = root / ".venv", root / "requirements" / f"{purpose}.lock"
    wanted = stamp.fingerprint([lock, root / "pyproject.toml"], PYTHON_SERIES, str(root))
    mark = venv / f".{purpose}-ready"
    usable = _is_usable(venv)
    if usable and stamp.matches(mark, wanted):
        return
    if not usable:
        _create(venv)
    _install(venv, root, lock)
    stamp.leave(mark, wanted)


def _is_usable(venv: Path) -> bool:
    """A virtual environment works only where it was made, and with the Python it was made with."""
    settings = venv / "pyvenv.cfg"
    if not (venv / "bin" / "python").exists() or not settings.is_file():
        return False
    lines = [line.strip() for line in settings.read_text(encoding="utf-8").splitlines()]
    made_here = any(line.startswith("command = ") and line.endswith(f" {venv}") for line in lines)
    return made_here and any(line.startswith(f"version = {PYTHON_SERIES}.") for line in lines)


def _create(venv: Path) -> None:
    say(f"Making a virtual environment for Python {PYTHON_SERIES} in {venv.name} ...")
    run(
        [sys.executable, "-m", "venv", "--clear", str(venv)],
        failure="The virtual environment could not be made. Is the disk full, or the folder read-only?",
    )


def _install(venv: Path, root: Path, lock: Path) -> None:
    pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--no-deps", "--quiet"]
    say(f"Installing the Python packages of {lock.relative_to(root)} ...")
    run(
        # Wheels only: a source package would run code of its own to build itself, and need a compiler.
        [*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)],
        failure="The Python packages could not be installed. Is this machine connected to the internet?",
        settings=PIP_SETTINGS,
    )
    run(
        [*pip, "--no-index", "--no-build-isolation", "--editable", str(root)],
        failure="The press itself could not be installed into its virtual environment.",
        settings=PIP_SETTINGS,
    )
