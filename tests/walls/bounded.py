"""The bounded press: a chapter that would never be laid out is stopped and named, and everything else is made."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from walls.processes import Ended, OwnPress
from walls.proof import Flaw, Proof, Trial, Verdict
from walls.room import CHAPTER, EDITION, OUTPUTS, chapter, lay, shelf

# Seconds of work and mebibytes of address space for each part, far below those of the press: the machine is shared.
SECONDS, MEBIBYTES = 6, 1500
# What all processes of such a build may hold together: two workers and the press.
_TOGETHER = 2 * MEBIBYTES + 500
_BOOK = """slug: small
title: A small book
authors: [Somebody]
language: en-GB
licence: {name: CC BY-SA 4.0, url: "https://creativecommons.org/licenses/by-sa/4.0/"}
date: 2026-01-01
front: [front/title.md]
chapters: [chapters/01-one.md, chapters/02-two.md]
back: [back/glossary.md, back/sources.md]
"""
_WELL = (
    "---\nkind: chapter\ntitle: What is two?\n---\nTwo is more than one, says [@smith2001] over [[tea]].\n"
)
_NAMED = re.compile(r"^book/[^:]+:[0-9]+(?::[0-9]+)?: error\[(?:P0[0-9]{2}|C1[0-9]{2})\]", re.MULTILINE)
_BYTES = 200_000
_EXAMPLE, _END = "::: example\n", ":::\n"
_DRAWING = '::: figure {src="figures/large.svg" alt="Dots."}\nDots.\n:::\n\n'


def table(columns: int, rows: int) -> str:
    """A table of one letter to a cell."""
    return "|a" * columns + "|\n" + "|-" * columns + "|\n" + ("|b" * columns + "|\n") * rows


def _drawing(parts: int) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90">'
        + "".join(f'<path d="M{i % 90} {i // 90 % 90}h1" stroke="#000" opacity=".5"/>' for i in range(parts))
        + "</svg>"
    )


def _fill(piece: str) -> str:
    return piece * (_BYTES // len(piece.encode()))


LARGE: Mapping[str, Callable[[], str]] = {
    "a large table": lambda: table(50, 1600),
    "a word without end": lambda: "a" * _BYTES + "\n",
    "a wide table": lambda: table(400, 10),
    "a long table": lambda: table(2, 30_000),
    "plain text up to the limit": lambda: _fill("word word word word word\n\n"),
    "one paragraph up to the limit": lambda: _fill("word "),
    "as deep as allowed": lambda: f"{'> ' * 15}a\n\n{'- ' * 7}a\n\n{_EXAMPLE * 30}a\n\n{_END * 30}",
    "deep again and again": lambda: _fill(f"{_EXAMPLE * 15}a\n\n{_END * 15}\n"),
    "lists in lists": lambda: _fill("- a\n  - b\n    - c\n"),
    "headings": lambda: "".join(f"## Heading {i}\n\nWords.\n\n" for i in range(4_000)),
    "footnotes": lambda: "".join(f"a[^{i}]\n\n[^{i}]: {'note ' * 9}\n\n" for i in range(2_000)),
    "notes in the margin": lambda: _fill("Words.\n\n::: note\nBeside the text.\n:::\n\n") + "Words.\n",
    "lines to write on": lambda: _fill("::: write {lines=12}\nWhat?\n:::\n\n"),
    "pages to fill": lambda: _fill("::: write {lines=fill}\nWhat?\n:::\n\n"),
    "signs to tick": lambda: "::: checklist\n" + _fill("- one sign\n") + ":::\n",
    "terms": lambda: _fill("Term\n: Text\n\n"),
    "letters that stand over each other": lambda: _fill("e\u0301\u0302\u0303"),
    "many scripts": lambda: _fill("नमस्ते שלום 你好 مرحبا "),
    "a large drawing, many times": lambda: _DRAWING * 400,
}


@contextmanager
def _set_up(folder: Path, _seed: int) -> Iterator[Trial]:
    press = OwnPress(folder / "press")

    def trial(number: int) -> Verdict:
        name = tuple(LARGE)[number % len(LARGE)]
        # The second round leaves time enough, and little memory.
        seconds, mebibytes = ((SECONDS, MEBIBYTES), (60, 450))[number // len(LARGE) % 2]
        root = lay(folder / str(number), _files(LARGE[name]()))
        command = ("-m", "walls.limited", str(seconds), str(mebibytes), "build", "--all")
        return _verdict(name, root, press.start(root, *command).watched())

    yield trial


def _files(text: str) -> dict[str, str]:
    return {
        "book/book.yaml": _BOOK,
        CHAPTER: chapter(text),
        "book/chapters/02-two.md": _WELL,
        "book/figures/large.svg": _drawing(20_000),
        EDITION: OUTPUTS,
        "book/editions/well.yaml": f"chapters: [chapters/02-two.md]\n{OUTPUTS}",
    }


def _verdict(name: str, root: Path, ended: Ended) -> Verdict:
    """The book was made, or stopped with its chapter named; the edition without that chapter was made all the same."""
    made = {edition: len(shelf(root, edition)) for edition in ("standard", "well")}
    is_named = _NAMED.search(ended.err) is not None
    seen = {
        Flaw.WRONG: ended.code not in {0, 1},
        Flaw.TRACEBACK: "Traceback" in ended.err or ended.code == 4,
        Flaw.NO_PLACE: ended.code == 1 and not is_named,
        Flaw.TORN: made["standard"] != (0 if ended.code else 5),
        Flaw.SILENT: made["well"] != 5,
        Flaw.ORPHAN: bool(ended.orphans),
        Flaw.OVER: ended.mebibytes > _TOGETHER,
    }
    flaws = tuple(flaw for flaw, is_seen in seen.items() if is_seen)
    end = "stopped, the others made" if ended.code else "made"
    return Verdict(end, flaws, f"{name}: {made} {ended.err[-800:]}" if flaws else name, 0, ended.mebibytes)


PROOF = Proof(
    "endless layouts",
    "A chapter is laid out within the limits of time and memory, or stopped and named with its file and line; the "
    "edition that does not have it is made; no process is left behind.",
    f"{len(LARGE)} chapters, as large as the intake lets through: tables, one word, one paragraph, depth, footnotes, "
    "side notes, lines to write on, drawings of 20,000 parts … Two editions built by `bindery build --all`, one "
    f"without the chapter; each part may take {SECONDS} seconds and {MEBIBYTES} MiB of address space, in a second "
    "round 60 seconds and 450 MiB. Memory is that of all processes of the build together.",
    few=3,
    many=2 * len(LARGE),
    set_up=_set_up,
    seconds=600,
    mebibytes=_TOGETHER,
)
