"""What the press has worked out once, so that it need not again; losing it costs time and nothing else."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from bindery.store.atomic import STRAY, write_whole

DIGEST = hashlib.sha256().digest_size
"""Bytes before each content that tell whether it is still what was kept."""
_PROJECT = Path(__file__).resolve().parents[3]


def cache_folder() -> Path:
    """The folder of all drawers, in the project's; it may not exist yet. `make clean` deletes it."""
    return _PROJECT / ".cache"


def name_of(*made_of: bytes) -> str:
    """The name of something that depends on these values, in this order, and on nothing else."""
    digest = hashlib.sha256()
    for value in made_of:
        digest.update(len(value).to_bytes(8) + value)
    return digest.hexdigest()


class Drawer:
    """A folder of files by name. Builds may share it: a file is put in whole, and taken out whole or not at all."""

    def __init__(self, folder: Path, limit: int) -> None:
        """Keep no more than so many bytes; what was not used for longest goes first, when the drawer is swept."""
        self._folder, self._limit = folder, limit

    def find(self, name: str) -> bytes | None:
        """What was kept under a name; None when nothing is, or when it cannot be read as it was kept."""
        path = self._folder / name
        try:
            kept = path.read_bytes()
        except OSError:
            return None
        digest, content = kept[:DIGEST], kept[DIGEST:]
        if digest != hashlib.sha256(content).digest():
            return None
        with suppress(OSError):
            path.touch()
        return content

    def keep(self, name: str, content: bytes) -> None:
        """Put it in; a folder that cannot be written keeps nothing, and nothing else comes of that."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            # Nobody waits for the disk: what a power cut takes is told by its digest.
            write_whole(self._folder / name, hashlib.sha256(content).digest() + content, synced=False)

    def sweep(self) -> None:
        """Take out what goes beyond the limit, and what an interrupted build left behind."""
        room = self._limit
        for path, size in self._newest_first():
            room -= size
            if room < 0 or path.name.startswith(STRAY):
                with suppress(OSError):
                    path.unlink()

    def _newest_first(self) -> Iterator[tuple[Path, int]]:
        found = []
        for path in self._folder.glob("*"):
            with suppress(OSError):
                found.append((path.stat().st_mtime_ns, path, path.stat().st_size))
        yield from ((path, size) for _, path, size in sorted(found, reverse=True))
