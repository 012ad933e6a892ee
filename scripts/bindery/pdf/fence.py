"""The one way in which the engine gets a file: from the book, the layouts and the fonts, and from nowhere else."""

import base64
import binascii
import mimetypes
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit
from urllib.request import url2pathname

# Bytes: a photograph good enough for print, or the largest of our fonts, with room to spare.
FILE_LIMIT = 32 * 1024 * 1024
# Bytes: a tile or an ornament that a stylesheet draws; anything larger is a file.
DATA_LIMIT = 64 * 1024
_DATA_TYPES = ("image/svg+xml", "image/png", "image/jpeg")
_LONGEST_SHOWN = 120


class Refused(Exception):
    """An address that the fence does not let through; the message says why."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The content behind an address, and its media type."""

    address: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """An address that was asked for in vain, shortened to be shown, and the reason."""

    address: str
    reason: str


class Fence:
    """Lets `file:` addresses under the given folders through, and small `data:` pictures; opens no connection.

    Every address is remembered: `passed` in the order of first use with the SHA-256 of what it held, `refused`
    likewise with the reason.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        """Let the files under these folders through; links are followed before their place is judged."""
        self._folders = tuple(folder.resolve() for folder in folders)
        self._passed: dict[str, str] = {}
        self._refused: dict[Refusal, None] = {}

    @property
    def passed(self) -> tuple[tuple[str, str], ...]:
        """The addresses that were let through, each with the SHA-256 of its content: all that pages depend on."""
        return tuple(self._passed.items())

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """The addresses that were not."""
        return tuple(self._refused)

    def fetch(self, address: str) -> Fetched:
        """The content behind an address. Raises Refused."""
        try:
            fetched = self._fetched(address)
        except Refused as reason:
            self._refused[Refusal(shown(address), str(reason))] = None
            raise
        self._passed[address] = sha256(fetched.content).hexdigest()
        return fetched

    def digest(self, address: str) -> str:
        """The SHA-256 of the content behind an address as it is now; "" when it cannot be had."""
        try:
            return sha256(self._fetched(address).content).hexdigest()
        except Refused:
            return ""

    def _fetched(self, address: str) -> Fetched:
        scheme = address.partition(":")[0].lower()
        if scheme == "file":
            return self._file(address)
        if scheme == "data":
            return _data(address)
        raise Refused("is not a file of the book, and nothing is fetched from a network")

    def _file(self, address: str) -> Fetched:
        parts = urlsplit(address)
        if parts.netloc not in {"", "localhost"}:
            raise Refused("lies on another machine")
        path = _real(url2pathname(parts.path))
        if not any(path.is_relative_to(folder) for folder in self._folders):
            raise Refused("lies outside the folders of the book, the layouts and the fonts")
        return Fetched(
            address, _content(path), mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        )


def shown(address: str) -> str:
    """An address short enough to stand in a message."""
    return address if len(address) <= _LONGEST_SHOWN else f"{address[:_LONGEST_SHOWN]}…"


def _real(name: str) -> Path:
    try:
        return Path(name).resolve()
    except (OSError, RuntimeError, ValueError):
        raise Refused("is not the name of a file") from None


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Refused("does not exist")
        if path.stat().st_size > FILE_LIMIT:
            raise Refused(f"is larger than {FILE_LIMIT // 1024 // 1024} MiB")
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror}") from None


def _data(address: str) -> Fetched:
    head, comma, body = address[len("data:") :].partition(",")
    media_type, *options = head.split(";")
    if not comma or media_type.lower() not in _DATA_TYPES:
        raise Refused("is not a picture")
    if len(body) > DATA_LIMIT:
        raise Refused(f"is longer than {DATA_LIMIT // 1024} KiB; put it into a file")
    content = unquote_to_bytes(body)
    try:
        return Fetched(
            address, base64.b64decode(content) if "base64" in options else content, media_type.lower()
        )
    except binascii.Error:
        raise Refused("is not in base 64 as it says") from None
