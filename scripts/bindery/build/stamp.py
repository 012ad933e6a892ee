"""The stamp of a build: what it was made of and what came of it, so that the same need not be made again.

A build that is left out gives what it would have made, because all of this holds: the stamp is found under a name made
of everything that the build depended on; nothing of that was touched between the first look of the build and its last,
not even to be changed back; and each file that it made is there, with the content that it had.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from bindery.build.drawers import STAMPS
from bindery.build.inputs import inputs_of
from bindery.build.manifest import LOCK, is_as_listed
from bindery.findings import Finding, Place, Report
from bindery.store import STRAY, name_of

# Letters from another font than the book's come from this machine, which no stamp describes.
BORROWED = "P005"
_Told = tuple[str, str, str, int, int, str]


class Stamp:
    """The stamp of one edition, made whole (`only` is None) or in one format. It is light: made before all else."""

    def __init__(self, edition: str, root: Path, only: str | None) -> None:
        """Look at the inputs as they are before the build."""
        self.edition, self.root, self.only = edition, root, only
        self.folder = root / "output" / edition
        self._before = inputs_of(root)

    def outputs(self, report: Report) -> Sequence[Path] | None:
        """The files of the very build that is asked for, when they are all there; its findings are reported again."""
        known = self._known()
        # What an interrupted build left behind is for a whole build to sweep.
        if known is None or _has_strays(self.folder) or not is_as_listed(self.folder, known.files):
            return None
        STAMPS.sweep()  # half a stamp, if the last build was ended while it left one: this one will not come so far
        for code, message, file, line, column, hint in known.findings:
            report.add(code, message, Place(file, line, column), hint)
        return tuple(self.folder / name for name in known.files)

    @property
    def is_current(self) -> bool:
        """Whether the files of the edition are those of a build of what stands there now, in one format or in all."""
        stamps = (Stamp(self.edition, self.root, only) for only in (None, "pdf", "epub"))
        return any(stamp.outputs(Report()) is not None for stamp in stamps)

    def leave(self, files: Mapping[str, bytes], report: Report) -> None:
        """Remember what came of the build. To be called while nobody else can put files into the folder."""
        findings = [_told(one) for one in report]
        if not any(code == BORROWED for code, *_ in findings):
            self._keep(_Known({name: _digest(content) for name, content in files.items()}, findings))

    def exchange(self, files: Mapping[str, bytes]) -> None:
        """Take other files of these names, such as a fuller report, for the build. To be called likewise."""
        known = self._known()
        if known is not None:
            new = {name: _digest(content) for name, content in files.items() if name in known.files}
            self._keep(_Known(known.files | new, known.findings))

    def _known(self) -> "_Known | None":
        try:
            return _Known(**json.loads((self._before and STAMPS.find(self._name())) or b""))
        except (ValueError, TypeError):
            return None

    def _keep(self, known: "_Known") -> None:
        if self._before is not None and self._before == inputs_of(self.root):
            STAMPS.keep(self._name(), json.dumps(asdict(known)).encode())

    def _name(self) -> str:
        inputs = self._before.content if self._before else ""
        values = (str(self.root.resolve()), self.edition, self.only or "", inputs)
        return name_of(*(value.encode() for value in values))


@dataclass(frozen=True, slots=True)
class _Known:
    """The files of a build with their SHA-256, and its findings."""

    files: dict[str, str]
    findings: list[_Told]


def _has_strays(folder: Path) -> bool:
    return any(path.name != LOCK for path in folder.glob(f"{STRAY}*"))


def _told(finding: Finding) -> _Told:
    place = finding.place
    return finding.code, finding.message, place.file, place.line, place.column, finding.hint


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
