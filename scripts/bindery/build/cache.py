"""Where the press keeps what it has worked out once; `make clean` empties it."""

from pathlib import Path

from bindery.layout.templates import LAYOUTS


def cache_folder() -> Path:
    """The folder of the cache, beside layouts/; it may not exist yet."""
    return LAYOUTS.parent / ".cache"
