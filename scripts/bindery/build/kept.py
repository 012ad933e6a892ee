"""Signatures kept from one build to the next. A kept one is found by all that it was made of, so it is never wrong.

A signature is a pure function of the part's HTML, the content of the files that its pages name, the modules of
bindery.pdf, and the versions of the engine and of the libraries below it. The name of its file is the digest of all
these but the files; those stand in it with their digests, and each is read again before the signature is used.
"""

import hashlib
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bindery import pdf
from bindery.build.atomic import STRAY, write_whole
from bindery.layout.part import PrintPart
from bindery.pdf import Fence, Signature
from bindery.pdf.libraries import library_versions

LIMIT = 256 * 1024**2
"""Bytes that the kept signatures may take; those not used for longest go first."""
_PACKAGES = ("weasyprint", "pydyf", "pikepdf", "fonttools", "tinycss2", "tinyhtml5", "cssselect2", "pillow")
_SIGNATURE = TypeAdapter(Signature)


class KeptSignatures:
    """A folder of signatures. Builds may share it: a file in it is written whole, and read whole or not at all."""

    def __init__(self, folder: Path, folders: tuple[Path, ...]) -> None:
        """Keep in `folder`; the pages may use `folders`."""
        self._folder, self._folders = folder, folders
        self._digests: dict[str, str] = {}

    def find(self, part: PrintPart, *, written: bool) -> Signature | None:
        """What came of this very part when everything that it is made of was as it is now."""
        path = self._path(part)
        try:
            head, _, body = path.read_bytes().partition(b"\n")
            signature = _SIGNATURE.validate_json(head)
        except (OSError, ValidationError):
            return None
        if (written and not body) or not all(self._is_as_it_was(*file) for file in signature.files):
            return None
        with suppress(OSError):
            path.touch()
        return replace(signature, pdf=body)

    def keep(self, part: PrintPart, signature: Signature) -> None:
        """Remember it; a folder that cannot be written keeps nothing, and nothing else comes of that."""
        head = _SIGNATURE.dump_json(replace(signature, pdf=b""))
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._path(part), head + b"\n" + signature.pdf)

    def sweep(self) -> None:
        """Take out what goes beyond the limit, and what an interrupted build left behind."""
        room = LIMIT
        for path, size in self._newest_first():
            room -= size
            if room < 0 or path.name.startswith(STRAY):
                path.unlink(missing_ok=True)

    def _newest_first(self) -> Iterator[tuple[Path, int]]:
        found = []
        for path in self._folder.glob("*"):
            with suppress(OSError):
                found.append((path.stat().st_mtime, path, path.stat().st_size))
        yield from ((path, size) for _, path, size in sorted(found, reverse=True))

    def _path(self, part: PrintPart) -> Path:
        digest = hashlib.sha256(_press())
        for value in (part.slug, part.first_side, str(part.roman), part.html):
            digest.update(value.encode() + b"\0")
        return self._folder / digest.hexdigest()

    def _is_as_it_was(self, address: str, digest: str) -> bool:
        if address not in self._digests:
            self._digests[address] = Fence(self._folders).digest(address)
        return self._digests[address] == digest


@cache
def _press() -> bytes:
    """The digest of the press itself: its modules, and what it is built on."""
    digest = hashlib.sha256()
    for path in sorted(Path(pdf.__path__[0]).glob("*.py")):
        digest.update(path.read_bytes())
    names = [sys.version, *(version(name) for name in _PACKAGES), *library_versions()]
    digest.update("\0".join(names).encode())
    return digest.digest()
