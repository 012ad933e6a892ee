"""Signatures kept from one build to the next. A kept one is found by all that it was made of, so it is never wrong.

A signature is a pure function of the part's HTML, the content of the files that its pages name, the modules of
bindery.pdf, and the versions of the engine and of the libraries below it. The name that it is kept under is made of all
these but the files; those stand in it with their digests, and each is read again before the signature is used.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bindery import pdf
from bindery.build.libraries import library_versions
from bindery.layout.part import PrintPart
from bindery.pdf import Fence, Picture, PictureTask, Signature
from bindery.store import Drawer, name_of

_PACKAGES = (
    "weasyprint",
    "pydyf",
    "pikepdf",
    "fonttools",
    "tinycss2",
    "tinyhtml5",
    "cssselect2",
    "pillow",
    "pypdfium2",
)
_SIGNATURE = TypeAdapter(Signature)
_FILES = TypeAdapter(tuple[tuple[str, str], ...])


class KeptSignatures:
    """A drawer of signatures, each a line of JSON and then its PDF."""

    def __init__(self, drawer: Drawer, folders: tuple[Path, ...]) -> None:
        """Keep in this drawer; the pages may use `folders`."""
        self._drawer, self._files = drawer, _Files(folders)

    def find(self, part: PrintPart, *, written: bool) -> Signature | None:
        """What came of this very part when everything that it is made of was as it is now."""
        head, _, body = (self._drawer.find(_name(part)) or b"").partition(b"\n")
        try:
            signature = _SIGNATURE.validate_json(head)
        except ValidationError:
            return None
        if (written and not body) or not self._files.are(signature.files):
            return None
        return replace(signature, pdf=body)

    def keep(self, part: PrintPart, signature: Signature) -> None:
        """Remember what came of a part; letters borrowed from this machine depend on more than can be named."""
        if signature.borrowed:
            return
        head = _SIGNATURE.dump_json(replace(signature, pdf=b""))
        self._drawer.keep(_name(part), head + b"\n" + signature.pdf)


class KeptPictures:
    """A drawer of pages as pictures, each a line of JSON that names its files, and then the PNG."""

    def __init__(self, drawer: Drawer, folders: tuple[Path, ...]) -> None:
        """Keep in this drawer; the pages may use `folders`."""
        self._drawer, self._files = drawer, _Files(folders)

    def find(self, task: PictureTask) -> Picture | None:
        """The picture of this very page when everything that it is made of was as it is now."""
        head, _, png = (self._drawer.find(_name_of_picture(task)) or b"").partition(b"\n")
        try:
            files = _FILES.validate_json(head)
        except ValidationError:
            return None
        return Picture(png, files, borrowed=False) if png and self._files.are(files) else None

    def keep(self, task: PictureTask, picture: Picture) -> None:
        """Remember the picture of a page, unless it borrowed letters from this machine."""
        if picture.borrowed:
            return
        self._drawer.keep(_name_of_picture(task), _FILES.dump_json(picture.files) + b"\n" + picture.png)


class _Files:
    """The files behind addresses as they are now, each read once."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self._digests: dict[str, str] = {}

    def are(self, files: Sequence[tuple[str, str]]) -> bool:
        """Whether each of these addresses holds what has this SHA-256."""
        return all(self._digest(address) == digest for address, digest in files)

    def _digest(self, address: str) -> str:
        if address not in self._digests:
            self._digests[address] = Fence(self._folders).digest(address)
        return self._digests[address]


def _name_of_picture(task: PictureTask) -> str:
    return name_of(_press(), task.html.encode(), str(task.width).encode())


def _name(part: PrintPart) -> str:
    values = (part.slug, part.first_side, str(part.roman), str(part.floats), part.html)
    return name_of(_press(), *(value.encode() for value in values))


@cache
def _press() -> bytes:
    """The press itself: its modules, and what it is built on."""
    modules = (path.read_bytes() for path in sorted(Path(pdf.__path__[0]).glob("*.py")))
    versions = (sys.version, *(version(name) for name in _PACKAGES), *library_versions())
    return name_of(*modules, *(one.encode() for one in versions)).encode()
