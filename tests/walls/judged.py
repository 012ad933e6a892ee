"""Hostile finished files: whatever lies on the shelf, the judges come to a verdict."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from random import Random

from bindery.checks import judge_files
from walls.mutation import mutated
from walls.proof import Flaw, Proof, Trial, Verdict
from walls.room import lay, one_crew, press

_MIB = 1024 * 1024


@contextmanager
def _set_up(folder: Path, seed: int) -> Iterator[Trial]:
    root, table = lay(folder / "book"), folder / "table"
    table.mkdir()
    with one_crew():
        press(root)
    pdf, epub = (
        (root / "output/standard" / name).read_bytes() for name in ("small-print-a4.pdf", "small.epub")
    )

    def trial(number: int) -> Verdict:
        random = Random(seed * 1_000_003 + number)  # noqa: S311 - a fixed seed is the point
        name, content = _hostile(number, pdf, epub, random)
        path = table / name
        path.write_bytes(content)
        outcome = judge_files([path], table, quick=True)[0].outcome
        unseen = number < len(_BOMBS) and outcome.value != "failed"
        return Verdict(f"{path.suffix} {outcome.value}", (Flaw.WRONG,) * unseen, str(number))

    yield trial


def _hostile(number: int, pdf: bytes, epub: bytes, random: Random) -> tuple[str, bytes]:
    """The first are archives that would cost much or lead elsewhere; then mutants of our own files, in three ways."""
    if number < len(_BOMBS):
        return "bomb.epub", _BOMBS[number](epub)
    if number % 3 == 0:
        return "a.pdf", mutated(pdf, random, random.randint(1, 6))
    if number % 3 == 1:
        return "a.epub", mutated(epub, random, random.randint(1, 6))
    return "a.epub", _with_a_mutant_inside(epub, random)


def _with_a_mutant_inside(epub: bytes, random: Random) -> bytes:
    with zipfile.ZipFile(BytesIO(epub)) as archive:
        texts = [name for name in archive.namelist() if not name.endswith((".otf", ".ttf", ".png", ".woff2"))]
        chosen = random.choice(texts)
        return _packed({name: archive.read(name) for name in archive.namelist()} | {
            chosen: mutated(archive.read(chosen), random, random.randint(1, 6))
        })  # fmt: skip


def _packed(files: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, packing)
    return target.getvalue()


def _and(epub: bytes, files: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(BytesIO(epub)) as archive:
        return _packed({name: archive.read(name) for name in archive.namelist()} | files)


def _lying(epub: bytes) -> bytes:
    """A member that says that it is small, and is not."""
    packed = bytearray(_and(epub, {"EPUB/lie.xhtml": bytes(64 * _MIB)}))
    at = packed.rfind(b"PK\x01\x02", 0, packed.rfind(b"EPUB/lie.xhtml"))
    packed[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(packed)


_BOMBS = (
    lambda epub: _and(epub, {"EPUB/bomb.xhtml": bytes(600 * _MIB)}),
    lambda epub: _and(epub, {f"EPUB/{number}": bytes(64 * _MIB) for number in range(9)}),
    lambda epub: _and(epub, {"../../outside.xhtml": b"x"}),
    lambda epub: _and(epub, {"/etc/outside": b"x"}),
    lambda epub: _and(epub, {f"EPUB/many/{number}.txt": b"" for number in range(70_000)}),
    lambda _epub: b"",
    lambda _epub: b"PK\x05\x06" + bytes(18),
    _lying,
)

PROOF = Proof(
    "hostile finished files",
    "Whatever lies on the shelf, the judges come to a verdict; archives that would cost much or lead elsewhere fail.",
    f"{len(_BOMBS)} archives (bombs, paths that lead out, 70,000 members, sizes that lie), then mutants of our own PDF "
    "and e-book: 1 to 6 edits of the file, or of one document in the archive; the judges that need neither Java nor a "
    "browser.",
    few=38,
    many=2_000,
    set_up=_set_up,
    seconds=60,
)
