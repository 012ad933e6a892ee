"""Signatures kept from one build to the next. A kept one is found by all that it was made of, so it is never wrong.

A signature is a pure function of the part's HTML, the content of the files that its pages name, the modules of
bindery.pdf, and the versions of the engine and of the libraries below it. The name that it is kept under is made of all
these but the files; those stand in it with their digests, and each is read again before the signature is used.
"""

import sys
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bindery import pdf
from bindery.build.libraries import library_versions
from bindery.layout.part import PrintPart
from bindery.pdf import Fence, Signature
from bindery.store import Drawer, name_of

_PACKAGES = ("weasyprint", "pydyf", "pikepdf", "fonttools", "tinycss2", "tinyhtml5", "cssselect2", "pillow")
_SIGNATURE = TypeAdapter(Signature)


class KeptSignatures:
    """A drawer of signatures, each a line of JSON and then its PDF."""

    def __init__(self, drawer: Drawer, folders: tuple[Path, ...]) -> None:
        """Keep in this drawer; the pages may use `folders`."""
        self._drawer, self._folders = drawer, folders
        self._digests: dict[str, str] = {}

    def find(self, part: PrintPart, *, written: bool) -> Signature | None:
        """What came of this very part when everything that it is made of was as it is now."""
        head, _, body = (self._drawer.find(_name(part)) or b"").partition(b"\n")
        try:
            signature = _SIGNATURE.validate_json(head)
        except ValidationError:
            return None
        if (written and not body) or not all(self._is_as_it_was(*file) for file in signature.files):
            return None
        return replace(signature, pdf=body)

    def keep(self, part: PrintPart, signature: Signature) -> None:
        """Remember what came of a part; letters borrowed from this machine depend on more than can be named."""
        if signature.borrowed:
            return
        head = _SIGNATURE.dump_json(replace(signature, pdf=b""))
        self._drawer.keep(_name(part), head + b"\n" + signature.pdf)

    def _is_as_it_was(self, address: str, digest: str) -> bool:
        if address not in self._digests:
            self._digests[address] = Fence(self._folders).digest(address)
        return self._digests[address] == digest


def _name(part: PrintPart) -> str:
    values = (part.slug, part.first_side, str(part.roman), part.html)
    return name_of(_press(), *(value.encode() for value in values))


@cache
def _press() -> bytes:
    """The press itself: its modules, and what it is built on."""
    modules = (path.read_bytes() for path in sorted(Path(pdf.__path__[0]).glob("*.py")))
    versions = (sys.version, *(version(name) for name in _PACKAGES), *library_versions())
    return name_of(*modules, *(one.encode() for one in versions)).encode()
