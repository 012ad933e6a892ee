"""Where the press keeps what it has worked out once; `make clean` empties it."""

from pathlib import Path


def cache_folder(root: Path) -> Path:
    """The folder of the cache inside the project; it may not exist yet."""
    return root / ".cache"
