"""Stamps: a file that says for which inputs a step was last finished, so that it need not be done again."""

import hashlib
from collections.abc import Sequence
from pathlib import Path


def fingerprint(files: Sequence[Path], *facts: str) -> str:
    """Returns a hash over the contents of files and over some words beside them."""
    seal = hashlib.sha256("\0".join(facts).encode())
    for file in files:
        seal.update(hashlib.sha256(file.read_bytes()).digest())
    return seal.hexdigest()


def matches(stamp: Path, wanted: str) -> bool:
    """Tells whether the step was finished for just these inputs."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8").strip() == wanted


def leave(stamp: Path, wanted: str) -> None:
    """Marks the step as finished."""
    stamp.write_text(f"{wanted}\n", encoding="utf-8")
