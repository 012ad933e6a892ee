"""What a person sees while they wait."""

from typing import Protocol


class Progress(Protocol):
    """Told of each stage as it begins."""

    def stage(self, words: str) -> None:
        """A stage begins; its words are shown to a person on a terminal, and to nobody in a pipe."""
