"""One way to write a file: beside its place, synced, and renamed, so that there is the old one or the new one."""

import os
import threading
from pathlib import Path

STRAY = ".bindery-"
"""What an interrupted build leaves behind begins so, and is swept at the next start."""


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place in one step; several processes may do so at once. OSError when it cannot be written."""
    stray = path.with_name(f"{STRAY}{os.getpid()}-{threading.get_ident()}-{path.name}")
    try:
        write_synced(stray, content)
        stray.replace(path)
    finally:
        stray.unlink(missing_ok=True)


def write_synced(path: Path, content: bytes) -> None:
    """Write a file, and wait until the disk has it. OSError when it cannot be written."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
