"""What has been tried so far, a line of JSON for each trial: a proof that was interrupted goes on where it was."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from threading import Lock

from bindery.store import cache_folder
from walls.proof import Proof, Verdict, verdict_from
from walls.room import PROJECT

_SOURCES = ("scripts", "layouts", "book", "tests/walls", "tests/minimal")
_ENDINGS = {".py", ".toml", ".j2", ".css", ".md", ".yaml", ".svg", ".json"}


def digest_of_sources() -> str:
    """A digest of all that a verdict depends on: the press, its layouts, the book, and the proofs themselves."""
    digest = hashlib.sha256()
    files = (path for name in _SOURCES for path in sorted((PROJECT / name).rglob("*")))
    for path in files:
        if path.suffix in _ENDINGS and path.is_file():
            digest.update(path.relative_to(PROJECT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:12]


class Record:
    """The verdicts of one seed on one state of the sources; threads may add to it."""

    def __init__(self, seed: int) -> None:
        """Go on with what is there."""
        self.seed, self.sources = seed, digest_of_sources()
        self._folder = cache_folder() / "proofs" / f"{self.sources}-{seed}"
        self._folder.mkdir(parents=True, exist_ok=True)
        self._lock = Lock()

    def verdicts(self, proof: Proof) -> dict[int, Verdict]:
        """What is known of a proof, by the numbers of the trials."""
        return dict(self._read(proof))

    def add(self, proof: Proof, number: int, verdict: Verdict) -> None:
        """One more."""
        with self._lock, self._path(proof).open("a", encoding="utf-8") as file:
            file.write(json.dumps([number, asdict(verdict)]) + "\n")

    def _read(self, proof: Proof) -> Iterator[tuple[int, Verdict]]:
        path = self._path(proof)
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        for line in lines:
            try:
                number, told = json.loads(line)
            except ValueError:  # the line at which somebody interrupted
                continue
            yield number, verdict_from(told)

    def _path(self, proof: Proof) -> Path:
        return self._folder / f"{proof.name.replace(' ', '-')}.jsonl"
