"""The adjustments of the last build: the first guess of the next one, which is laid out once if it confirms them."""

import hashlib
from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bindery.build.atomic import write_whole
from bindery.layout.adjustments import Adjustments
from bindery.pdf import NO_GUESS

_ADJUSTMENTS = TypeAdapter(Adjustments)


class Guesses:
    """Where the adjustments of one output are remembered; losing them costs time and nothing else."""

    def __init__(self, folder: Path, output: str) -> None:
        """Remember in `folder`, under a name made of the output's."""
        self._path = folder / f"{hashlib.sha256(output.encode()).hexdigest()}.json"

    def last(self) -> Adjustments:
        """What is remembered; no guess where there is nothing, or nothing that can be read."""
        try:
            return _ADJUSTMENTS.validate_json(self._path.read_bytes())
        except (OSError, ValidationError):
            return NO_GUESS

    def remember(self, adjustments: Adjustments) -> None:
        """Take these for the next time."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, _ADJUSTMENTS.dump_json(adjustments))
