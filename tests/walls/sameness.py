"""The same bytes: wherever, whenever, by whom and after what a book is built."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from walls.mutation import CHAPTER, RICH
from walls.processes import OwnPress
from walls.proof import Flaw, Proof, Trial, Verdict
from walls.room import EDITION, OUTPUTS, lay, shelf

_ZONES = ("UTC", "Pacific/Auckland", "America/St_Johns", "Asia/Kathmandu", "XYZ-13:45")
_LOCALES = ("C", "C.UTF-8", "POSIX", "tr_TR.UTF-8", "de_DE.UTF-8", "nowhere")
_NAMES = ("book", "a book", "Bücher & mehr", "d/e/e/p", "数", "x" * 100)
_OTHER = "outputs:\n  - {format: pdf, profile: print, paper: letter}\n"


@contextmanager
def _set_up(folder: Path, seed: int) -> Iterator[Trial]:
    press = OwnPress(folder / "press")
    plain = lay(folder / "plain", {CHAPTER: RICH, EDITION: OUTPUTS, "book/editions/other.yaml": _OTHER})
    files = {path.relative_to(plain): path.read_bytes() for path in _files(plain)}
    expected = _built(press, plain)

    def trial(number: int) -> Verdict:
        random = Random(seed * 1_000_003 + number)  # noqa: S311 - a fixed seed is the point
        root = folder / str(number) / _NAMES[number % len(_NAMES)]
        _lay_shuffled(root, files, random)
        if number % 2:  # nothing is kept from before
            for drawer in ("signatures", "guesses", "subsets", "templates"):
                shutil.rmtree(press.folder / ".cache" / drawer, ignore_errors=True)
        if number % 3 == 1:  # something else was built before
            press.build(root, "other")
        found = _built(press, root, **_surroundings(folder / str(number), random))
        return Verdict(found, (Flaw.DIFFERENT,) * (found != expected), f"{root} {expected}")

    yield trial


def _files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


def _lay_shuffled(root: Path, files: dict[Path, bytes], random: Random) -> None:
    """The files made in another order and at other times, so that folders list them otherwise."""
    for name in random.sample(sorted(files), len(files)):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[name])
        os.utime(path, (random.randrange(2**31), random.randrange(2**31)))


def _surroundings(home: Path, random: Random) -> dict[str, str]:
    locale = random.choice(_LOCALES)
    return {
        "PYTHONHASHSEED": str(random.randrange(2**32)),
        "TZ": random.choice(_ZONES),
        "LC_ALL": locale,
        "LANG": locale,
        "LANGUAGE": locale[:2],
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "USER": random.choice(("root", "ada", "Jürgen")),
        "SOURCE_DATE_EPOCH": str(random.randrange(2**31)),
        "COLUMNS": str(random.randrange(20, 200)),
        "NO_COLOR": random.choice(("", "1")),
    }


def _built(press: OwnPress, root: Path, **surroundings: str) -> str:
    """One digest of the names and bytes of all that a build makes; its last words when it makes nothing."""
    ended = press.build(root, **surroundings)
    if ended.code:
        return ended.err[-300:]
    digest = hashlib.sha256()
    for name in shelf(root, "standard"):
        digest.update(name.encode() + (root / "output/standard" / name).read_bytes())
    return f"sha256 {digest.hexdigest()[:16]}"


PROOF = Proof(
    "the same bytes",
    "A book gives the same files, byte by byte, wherever, whenever and by whomever it is built, and after whatever.",
    "A small book with something of everything, as PDF and e-book with their report and manifest: other seeds of "
    "hashes, time zones, locales (some unknown), homes, users, folders (spaces, umlauts, depth), dates and orders of "
    "the files on the disk; every second time without anything kept from before, every third after another edition.",
    few=2,
    many=30,
    set_up=_set_up,
    seconds=300,
)
