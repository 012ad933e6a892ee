"""The manifest of a folder: the names of its files with their sizes and SHA-256."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from bindery.store import STRAY

MANIFEST = "manifest.json"
LOCK = f"{STRAY}lock"
"""The file that a build holds while it works on a folder; it stays."""


def manifest(files: Mapping[str, bytes]) -> bytes:
    """The manifest of these files, as JSON."""
    entries = {
        name: {"bytes": len(content), "sha256": sha256(content).hexdigest()}
        for name, content in sorted(files.items())
    }
    return (json.dumps({"files": entries}, indent=2) + "\n").encode()


def shelved(folder: Path) -> dict[str, bytes]:
    """The files that the manifest of a folder names; none when there is no manifest, or when one of them is gone."""
    try:
        names = json.loads((folder / MANIFEST).read_bytes())["files"]
        return {name: (folder / name).read_bytes() for name in names}
    except (OSError, ValueError, KeyError):
        return {}


def is_as_listed(folder: Path, digests: Mapping[str, str]) -> bool:
    """Whether the manifest names these files (name -> SHA-256), and each is there as it should be."""
    try:
        entries = json.loads((folder / MANIFEST).read_bytes())["files"]
        return all(
            entries[name]["sha256"] == digest == sha256((folder / name).read_bytes()).hexdigest()
            for name, digest in digests.items()
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False
