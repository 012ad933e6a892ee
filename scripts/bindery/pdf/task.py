"""What the press gives its workers to do, and how a task can end early: plain values for another process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bindery.layout.part import PrintPart


@dataclass(frozen=True, slots=True)
class PrintTask:
    """A part to be laid out, and written when asked; `folders` are those that its pages may use."""

    part: PrintPart
    folders: tuple[Path, ...]
    write: bool

    @property
    def size(self) -> int:
        """Letters of its HTML: the largest tasks are begun first."""
        return len(self.part.html)


@dataclass(frozen=True, slots=True)
class PictureTask:
    """A document whose first page is wanted as a PNG so many pixels wide; `folders` are those that it may use."""

    html: str
    width: int
    folders: tuple[Path, ...]

    @property
    def size(self) -> int:
        """Letters of its HTML."""
        return len(self.html)


@dataclass(frozen=True, slots=True, eq=False)
class Errand:
    """What is no printing: work that can be pickled, with all that it is given."""

    work: Callable[[], object]

    @property
    def size(self) -> int:
        """It has no HTML."""
        return 0


Task = PrintTask | PictureTask | Errand


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a PNG; `files` are the addresses that it depends on, each with its SHA-256.

    Where letters were `borrowed` from a font of this machine it depends on more than can be named.
    """

    png: bytes
    files: tuple[tuple[str, str], ...]
    borrowed: bool


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take: seconds, and bytes of address space.

    The slowest of our chapters takes about a twentieth of either on a small machine.
    """

    seconds: float = 120
    memory: int = 3 * 1024**3


@dataclass(frozen=True, slots=True)
class Stopped:
    """A task that did not come to its end; the reason follows on the name of what was printed."""

    reason: str


OUT_OF_TIME = Stopped("takes longer than the press allows")
OUT_OF_MEMORY = Stopped("needs more memory than the press allows")
TOO_DEEP = Stopped("is nested too deeply")
