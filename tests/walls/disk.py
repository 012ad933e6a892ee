"""A disk that fails: every change under some folders is counted, and the n-th is refused."""

import io
import os
import sys
from dataclasses import dataclass
from typing import Any

_CHANGES = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.truncate", "os.link", "os.symlink"}


@dataclass
class Disk:
    """The disk under some folders: the change with the number `fails` raises this error (0: none does).

    `for_good`: so does every later one.
    """

    folders: tuple[str, ...]
    fails: int = 0
    error: int = 0
    for_good: bool = False
    changes: int = 0

    def change(self, path: object) -> None:
        """One change at a path happens, or fails."""
        if not self.holds(path):
            return
        self.changes += 1
        if self.fails and (self.changes == self.fails or (self.for_good and self.changes > self.fails)):
            raise OSError(self.error, os.strerror(self.error), str(path))

    def holds(self, path: object) -> bool:
        """Whether a path lies on this disk."""
        return isinstance(path, str | os.PathLike) and os.fspath(path).startswith(self.folders)

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        """What Python tells of before it does it."""
        if event in _CHANGES or (
            event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        ):
            self.change(arguments[0])


class _Watched:
    """A file whose writes are changes too."""

    def __init__(self, file: Any, disk: Disk, path: str) -> None:
        self._file, self._disk, self._path = file, disk, path

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> "_Watched":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: Any) -> Any:
        """Write, unless the disk fails."""
        self._disk.change(self._path)
        return self._file.write(data)


def watch(disk: Disk) -> Disk:
    """Let every opening for writing, write, sync, rename, making and taking away pass through this disk, for ever."""
    opened, synced = io.open, os.fsync

    def watched(file: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:
        found = opened(file, mode, *rest, **options)
        return (
            _Watched(found, disk, os.fspath(file)) if disk.holds(file) and set(mode) & set("wax+") else found
        )

    def sync(descriptor: int) -> None:
        disk.change(disk.folders[0])
        synced(descriptor)

    io.open = watched
    os.fsync = sync  # type: ignore[assignment]
    sys.addaudithook(disk.hook)
    return disk
