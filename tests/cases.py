"""A case is a text file: files to lay over the minimal book, and the findings that they must give.

-- book/chapters/01-one.md --
...
-- findings --
book/chapters/01-one.md:7: error[M012] unknown block "pathwy"; did you mean "pathway"?
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

MINIMAL = Path(__file__).parent / "minimal"
_HEAD = re.compile(r"^-- (.+) --$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """Files by their path (None takes one away), and the findings line by line."""

    name: str
    files: dict[str, str | None]
    findings: str


def read_case(path: Path) -> Case:
    """A case from its file; `-- remove PATH --` takes a file away."""
    pieces = _HEAD.split(path.read_text("utf-8"))[1:]
    files: dict[str, str | None] = {}
    findings = ""
    for head, text in zip(pieces[::2], pieces[1::2], strict=True):
        if head == "findings":
            findings = text.strip()
        elif head.startswith("remove "):
            files[head.removeprefix("remove ")] = None
        else:
            files[head] = text.removeprefix("\n")
    return Case(path.stem, files, findings)


def lay_out(case: Case, root: Path) -> None:
    """The minimal book with the files of a case laid over it."""
    shutil.copytree(MINIMAL, root, dirs_exist_ok=True)
    for name, text in case.files.items():
        path = root / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_bytes(text))


def _bytes(text: str) -> bytes:
    """The text as UTF-8; `\\xNN` stands for that byte, `\\repeat{N}{words}` for N times the words."""
    plain = re.sub(rb"\\x([0-9a-f]{2})", lambda match: bytes([int(match.group(1), 16)]), text.encode())
    return re.sub(rb"\\repeat\{(\d+)\}\{([^}]*)\}", lambda match: match.group(2) * int(match.group(1)), plain)
