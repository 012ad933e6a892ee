"""Whatever is sent, the press ends within its bounds: with findings, or with a result."""

import struct
import time
import zlib
from pathlib import Path

import pytest

from bindery.intake import TEXT_LIMIT
from walls.room import CHAPTER, EDITION, OUTPUTS, End, chapter, figure, lay, read
from walls.shapes import SHAPES, shape

# Four times the length in less than eight times the time is linear enough, on a machine that does other things too.
RATIO = 8.0
# Seconds below which the clock tells more of the machine than of the shape.
FLOOR = 0.05
LENGTH = 5_000
# What is slow by chance is not so three times.
TRIES = 3


def bomb(width: int, height: int) -> bytes:
    """A PNG that says that it is so large; it is whole, and tiny."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    )


@pytest.mark.parametrize("size", [(20_000, 20_000), (12_000, 12_000), (40_000_001, 1), (1, 2_000_000_000)])
def test_a_picture_bomb_is_refused_from_its_header(tmp_path: Path, size: tuple[int, int]) -> None:
    content = bomb(20_000, 20_000) if size == (20_000, 20_000) else bomb(8, 8)
    content = content[:16] + struct.pack(">II", *size) + content[24:]
    for files in ({CHAPTER: figure("a.png")}, {EDITION: f"logo: a.png\n{OUTPUTS}"}):
        outcome = read(lay(tmp_path, {**files, "book/a.png": content}))
        assert outcome.end is End.REFUSED
        assert "I022" in outcome.told or "I023" in outcome.told


YAMLS = {
    "aliases": "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(30)),
    "depth of flow": "a: " + "[" * 5000 + "]" * 5000 + "\n",
    "depth of flow, not closed": "a: " + "{a: " * 5000 + "\n",
    "depth of lists": "- " * 5000 + "a\n",
    "depth of keys": "".join(f"{' ' * depth}a:\n" for depth in range(700)),
    "depth of keys that are asked": "? " * 5000 + "a\n",
    "many keys": "".join(f"k{i}: 1\n" for i in range(4_000)),
    "a long number": f"version: {'9' * 200_000}\n",
    "a long word": f"title: {'a' * 250_000}\n",
    "merges": "<<: " * 5000 + "a\n",
}


@pytest.mark.parametrize("name", YAMLS)
@pytest.mark.parametrize("file", ["book/book.yaml", "book/questionnaires/tea.yaml"])
def test_a_yaml_bomb_is_refused_with_a_place(tmp_path: Path, name: str, file: str) -> None:
    outcome = read(lay(tmp_path, {file: YAMLS[name]}))
    assert outcome.end is End.REFUSED, outcome
    assert all(finding.place.line for finding in outcome.findings)


DEPTHS = {
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


@pytest.mark.parametrize("name", DEPTHS)
def test_text_that_is_nested_too_deep_is_refused_and_not_lost(tmp_path: Path, name: str) -> None:
    outcome = read(lay(tmp_path, {CHAPTER: chapter(DEPTHS[name])}))
    assert outcome.end is End.REFUSED, outcome
    assert "M022" in outcome.told


@pytest.mark.slow
@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_of_markdown_costs_linear_time(tmp_path: Path, name: str) -> None:
    ratios = (_ratio(tmp_path, name) for _ in range(TRIES))
    assert any(ratio < RATIO for ratio in ratios)


def _ratio(root: Path, name: str) -> float:
    """How many times longer the reader works on a shape of four times the length."""
    short, long = (_cost(root, name, length) for length in (LENGTH, 4 * LENGTH))
    return long / max(short, FLOOR)


def _cost(root: Path, name: str, length: int) -> float:
    """Seconds of this process that the reader takes for a shape."""
    lay(root, {CHAPTER: shape(name, length)})
    begun = time.process_time()
    outcome = read(root)
    assert outcome.end is not End.CRASHED, outcome
    return time.process_time() - begun


def test_a_chapter_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    outcome = read(lay(tmp_path, {CHAPTER: chapter("a " * (TEXT_LIMIT // 2))}))
    assert "error[I004]" in outcome.told
    assert outcome.end is End.REFUSED
