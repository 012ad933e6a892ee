"""A process that does one trial after another: `python -m walls.prove.hand FOLDER SEED`.

A line of JSON in, the name of a proof and a number; the verdict as a line of JSON out.
"""

import json
import sys
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from dataclasses import asdict
from io import StringIO
from pathlib import Path

from walls.proof import Proof, Trial, Verdict, tried
from walls.proofs import BY_NAME


class Hand:
    """Keeps the room of one proof at a time."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Work in folders under this one."""
        self._folder, self._seed = folder, seed
        self._room = ExitStack()
        self._name = ""
        self._trial: Trial | None = None

    def verdict(self, name: str, number: int) -> Verdict:
        """The verdict on one trial. What is said meanwhile is nobody's business."""
        proof = BY_NAME[name]
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            return tried(proof, self._trial_of(proof), number)

    def _trial_of(self, proof: Proof) -> Trial:
        if self._trial is None or proof.name != self._name:
            self._room.close()
            folder = self._folder / proof.name.replace(" ", "-")
            folder.mkdir()
            self._name, self._trial = proof.name, self._room.enter_context(proof.set_up(folder, self._seed))
        return self._trial


def main(folder: str, seed: str) -> None:
    """Do what is asked until nobody asks any more."""
    hand, answers = Hand(Path(folder), int(seed)), sys.stdout
    for line in iter(sys.stdin.readline, ""):
        answers.write(json.dumps(asdict(hand.verdict(*json.loads(line)))) + "\n")
        answers.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
