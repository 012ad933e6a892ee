"""Small books for tests, made of the one in tests/minimal/."""

import shutil
from collections.abc import Mapping
from pathlib import Path

MINIMAL = Path(__file__).parent / "minimal"


def write_book(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The minimal book in `root`, with these files (by their path from `root`) over it; None takes one away.

    write_book(tmp_path, {"book/journal/lined.yaml": None, "book/chapters/01-one.md": "..."})
    """
    shutil.copytree(MINIMAL, root, dirs_exist_ok=True)
    for name, content in (files or {}).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root
