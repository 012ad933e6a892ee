"""One way to write a file: beside its place, synced, and renamed, so that there is the old one or the new one."""

import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

STRAY = ".bindery-"
"""What an interrupted build leaves behind begins so, and is swept at the next start."""
_LONG_AGO = 3600  # seconds


def write_whole(path: Path, content: bytes, *, synced: bool = True) -> None:
    """Put a file in its place in one step; several processes may do so at once. OSError when it cannot be written."""
    stray = path.with_name(f"{STRAY}{os.getpid()}-{threading.get_ident()}-{path.name}")
    try:
        if synced:
            write_synced(stray, content)
        else:
            stray.write_bytes(content)
        stray.replace(path)
    finally:
        stray.unlink(missing_ok=True)


@contextmanager
def stray_folder(parent: Path) -> Iterator[Path]:
    """A folder to work in, which goes away. What a failing disk does not let go stays, and is swept later."""
    folder = Path(tempfile.mkdtemp(prefix=STRAY, dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_stray_folders(parent: Path) -> None:
    """Take away those that an interrupted build left here so long ago that it cannot be at work any more."""
    for folder in parent.glob(f"{STRAY}*/"):
        with suppress(OSError):
            if folder.stat().st_mtime < time.time() - _LONG_AGO:
                shutil.rmtree(folder, ignore_errors=True)


def write_synced(path: Path, content: bytes) -> None:
    """Write a file, and wait until the disk has it. OSError when it cannot be written."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
