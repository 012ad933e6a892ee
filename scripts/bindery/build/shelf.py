"""The atomic shelf: a file on it is the old one or the new one, never a part of either.

A file is written beside its place, synced, and renamed. All files of an edition are written before the first is
renamed, and the manifest comes last. What an interrupted build left behind is swept at the next start.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from bindery.build.manifest import LOCK, MANIFEST, manifest
from bindery.findings import MachineError
from bindery.store import STRAY, write_synced

LOCK_SECONDS = 120


@contextmanager
def locked(folder: Path) -> Iterator[Path]:
    """Hold a folder for one build at a time; strays are swept first. MachineError when another build keeps it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / LOCK, timeout=LOCK_SECONDS):
            _sweep(folder)
            yield folder
    except Timeout as error:
        raise MachineError(
            f"another build keeps {folder.name}/", "wait for it to end, then try again"
        ) from error
    except OSError as error:
        raise _machine_error(error, folder) from error


def shelve(folder: Path, files: Mapping[str, bytes], *, beside: Mapping[str, bytes] | None = None) -> None:
    """Put files into a folder, all or none of them beginning, then the manifest that names them with their SHA-256.

    `beside` are files that are there already, and stay in the manifest.

    MachineError when the disk is full or the folder cannot be written; what was there then still is.
    """
    everything = {**files, MANIFEST: manifest({**(beside or {}), **files})}
    strays = {name: folder / f"{STRAY}{name}" for name in everything}
    try:
        for name, content in everything.items():
            write_synced(strays[name], content)
        for name, stray in strays.items():
            stray.replace(folder / name)
        _sync_folder(folder)
    except OSError as error:
        raise _machine_error(error, folder) from error
    finally:
        for stray in strays.values():
            with suppress(OSError):
                stray.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep(folder: Path) -> None:
    for stray in folder.glob(f"{STRAY}*"):
        if stray.is_dir():
            shutil.rmtree(stray, ignore_errors=True)
        elif stray.name != LOCK:
            stray.unlink(missing_ok=True)


def _machine_error(error: OSError, folder: Path) -> MachineError:
    reason = error.strerror or str(error)
    return MachineError(
        f"cannot write into {folder}: {reason}", "see whether the disk is full or the folder read-only"
    )
