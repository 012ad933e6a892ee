"""Programs that stand in for judges, and do what judges do on a bad day."""

import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

# Found on the PATH before the real ones; everything else of the machine is found as ever.
SYSTEM = "/usr/local/bin:/usr/bin:/bin"


def pretend(name: str, script: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this shell script be found as the program `name`."""
    path = folder / "bin" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{path.parent}:{SYSTEM}")


def pretend_packages(files: Mapping[str, str], folder: Path) -> Path:
    """A folder of Node packages with these files."""
    for name, text in files.items():
        path = folder / "node_modules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder / "node_modules"
