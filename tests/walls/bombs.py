"""Bombs: small files that would cost much; each is refused by what it says of itself, before anybody unpacks it."""

import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bindery.intake import TEXT_LIMIT
from walls.proof import Flaw, Proof, Trial, Verdict, among, verdict_on
from walls.room import CHAPTER, EDITION, OUTPUTS, End, chapter, figure, lay, read


@dataclass(frozen=True, slots=True)
class Bomb:
    """Files of a book, and the codes of which one must be told."""

    name: str
    files: Mapping[str, str | bytes]
    codes: tuple[str, ...]


def png(width: int, height: int) -> bytes:
    """A whole PNG of one colour, so tiny that it goes through every filter of sizes."""
    rows = zlib.compress(bytes((width // 8 + 1) * height), 9)
    return with_size(
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", bytes(13)) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b""),
        width,
        height,
    )


def with_size(content: bytes, width: int, height: int) -> bytes:
    """The PNG with a header that says that it is so large."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return content[:8] + _chunk(b"IHDR", header) + content[33:]


def jpeg(width: int, height: int) -> bytes:
    """The beginning of a JPEG that says that it is so large, and its end."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame + bytes(200) + b"\xff\xd9"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


_PIXELS, _BROKEN = ("I022", "I023"), ("I020", "I021", "I023")
_PICTURES: dict[str, tuple[str, bytes, tuple[str, ...]]] = {
    "400 megapixels in 49 kB": ("a.png", png(20_000, 20_000), _PIXELS),
    "144 megapixels in 18 kB": ("a.png", png(12_000, 12_000), _PIXELS),
    "a line of pixels without end": ("a.png", with_size(png(8, 8), 40_000_001, 1), _PIXELS),
    "a column of pixels without end": ("a.png", with_size(png(8, 8), 1, 2_000_000_000), _PIXELS),
    "a JPEG of 4,000 megapixels": ("a.jpg", jpeg(65_000, 65_000), _PIXELS),
    "a PNG that breaks off": ("a.png", png(64, 64)[:60], _BROKEN),
    "a JPEG that breaks off": ("a.jpg", jpeg(64, 64)[:40], _BROKEN),
    "a page of PostScript": ("a.png", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\n", _BROKEN),
    "a PDF": ("a.jpg", b"%PDF-1.7\n%%EOF", _BROKEN),
    "a TIFF": ("a.png", b"II*\x00\x08\x00\x00\x00" + bytes(400), _BROKEN),
    "a GIF": ("a.png", b"GIF89a" + bytes(400), _BROKEN),
    "nothing": ("a.png", b"", ("I007", *_BROKEN)),
    "more bytes than a picture has": ("a.png", png(8, 8) + bytes(25 * 1024 * 1024), ("I004",)),
}
_COPIES = "".join(
    f'<g id="g{i}">' + f'<use href="#g{i - 1}"/>' * 10 + "</g>" if i else '<g id="g0"><path d="M0 0h1"/></g>'
    for i in range(9)
)
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">{}</svg>'
_DRAWINGS: dict[str, tuple[str, tuple[str, ...]]] = {
    "copies of copies": (_SVG.format(f'<defs>{_COPIES}</defs><use href="#g8"/>'), ("I029",)),
    "a copy of itself": (_SVG.format('<g id="a"><use href="#a"/></g>'), ("I029",)),
    "groups in groups": (_SVG.format("<g>" * 5000 + "</g>" * 5000), ("I024", "I028")),
    "entities of entities": ('<!DOCTYPE svg [<!ENTITY a "aa">]>' + _SVG.format("&a;"), ("I027",)),
    "a drawing beyond the limit": (_SVG.format("<g/>" * 600_000), ("I004",)),
    "numbers beyond all bounds": (_SVG.format('<path d="M1e999 9e99"/>'), ("I030",)),
}
_YAMLS = {
    "aliases": "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(30)),
    "depth of flow": "a: " + "[" * 5000 + "]" * 5000 + "\n",
    "depth of flow, not closed": "a: " + "{a: " * 5000 + "\n",
    "depth of lists": "- " * 5000 + "a\n",
    "depth of keys": "".join(f"{' ' * depth}a:\n" for depth in range(700)),
    "depth of keys that are asked": "? " * 5000 + "a\n",
    "many keys": "".join(f"k{i}: 1\n" for i in range(4_000)),
    "the same key again": "title: one\ntitle: two\n",
    "a long number": f"version: {'9' * 200_000}\n",
    "a number that begins with zero": "version: {isbn: 0123}\n",
    "a long key": f"{'a' * 250_000}: a\n",
    "merges": "<<: " * 5000 + "a\n",
    "a tag that runs": "title: !!python/object/apply:os.system ['id']\n",
}
_DEPTHS = {
    "quotations": "> " * 3000 + "a\n",
    "lists": "- " * 3000 + "a\n",
    "numbered lists": "1. " * 3000 + "a\n",
    "lists by indentation": "".join(f"{'  ' * depth}- a\n" for depth in range(400)),
    "blocks": "::: example\n" * 3000 + "a\n" + ":::\n" * 3000,
    "blocks that are not closed": "::: example\n" * 3000 + "a\n",
    "emphasis": "*" * 3000 + "a" + "*" * 3000 + "\n",
    "strong and emphasis": "**a *b " * 3000 + "c" + "* d**" * 3000 + "\n",
    "a footnote": "a[^1]\n\n[^1]: " + "> " * 3000 + "a\n",
}
_TEXTS = {
    "a million words": "word " * 1_000_000,
    "the limit and one word": "a " * (TEXT_LIMIT // 2),
}


def bombs() -> tuple[Bomb, ...]:
    """All of them; a picture as a figure and as a logo, YAML as book.yaml and as a questionnaire."""
    pictures = (
        Bomb(f"{name}, as a {role}", {**files, f"book/{file}": content}, codes)
        for name, (file, content, codes) in _PICTURES.items()
        for role, files in {
            "figure": {CHAPTER: figure(file)},
            "logo": {EDITION: f"logo: {file}\n{OUTPUTS}"},
        }.items()
    )
    drawings = (
        Bomb(name, {CHAPTER: figure("a.svg"), "book/a.svg": text}, codes)
        for name, (text, codes) in _DRAWINGS.items()
    )
    yamls = (
        Bomb(f"{name} in {file}", {file: text}, ("I0", "S", "Q"))
        for name, text in _YAMLS.items()
        for file in ("book/book.yaml", "book/questionnaires/tea.yaml", EDITION)
    )
    depths = (Bomb(f"depth: {name}", {CHAPTER: chapter(text)}, ("M022",)) for name, text in _DEPTHS.items())
    texts = (Bomb(name, {CHAPTER: chapter(text)}, ("I004",)) for name, text in _TEXTS.items())
    return (*pictures, *drawings, *yamls, *depths, *texts)


BOMBS = bombs()


@contextmanager
def _set_up(folder: Path, _seed: int) -> Iterator[Trial]:
    def trial(number: int) -> Verdict:
        bomb = BOMBS[among(BOMBS, number)]
        outcome = read(lay(folder / str(number), bomb.files))
        told = any(f"[{code}" in error.label for error in outcome.errors for code in bomb.codes)
        verdict = verdict_on(outcome, *[Flaw.WRONG] * (outcome.end is not End.REFUSED or not told))
        return Verdict(verdict.end, verdict.flaws, f"{bomb.name}: {verdict.words}")

    yield trial


PROOF = Proof(
    "bombs",
    "Pictures, drawings, YAML and text that would cost much are refused by name, before anything is unpacked.",
    f"{len(BOMBS)} files: pictures of up to 4,000 megapixels in some kilobytes, broken and of other kinds, as figure "
    "and as logo; copies of copies in drawings; aliases, depth, keys and numbers in three YAML files; text nested "
    "3,000 deep; a chapter of a million words. The book is read; the memory is that of the whole process.",
    few=len(BOMBS),
    many=len(BOMBS),
    set_up=_set_up,
    seconds=20,
    mebibytes=512,
)
