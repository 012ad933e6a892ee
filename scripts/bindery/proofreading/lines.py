"""The very line of a finding: a paragraph begins on one line of its file, and its words may stand on a later one."""

from functools import cache
from pathlib import Path

from bindery.findings import Place

# A paragraph is rarely longer; the data beside the text folds its lines as well.
_REACH = 40


class Lines:
    """The lines of the files of a book, each file read once."""

    def __init__(self, root: Path) -> None:
        """Read from this project's folder."""
        self._root = root
        self._of = cache(self._read)

    def place(self, words: str, begins: Place) -> Place:
        """Where these words stand: at `begins`, or on a line below it and above the next empty one."""
        lines = self._of(begins.file)
        first = max(begins.line, 1)
        for number, line in enumerate(lines[first - 1 : first - 1 + _REACH], first):
            if words in line:
                return Place(begins.file, number)
            if not line.strip():
                break
        return Place(begins.file, begins.line)

    def _read(self, file: str) -> tuple[str, ...]:
        try:
            return tuple((self._root / file).read_text("utf-8").splitlines())
        except (OSError, UnicodeDecodeError):
            return ()
