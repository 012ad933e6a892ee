"""Shapes of Markdown that have cost some parser more than linear time; ours reads each in linear time, or refuses."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from walls.proof import Flaw, Proof, Trial, Verdict, flaws_of
from walls.room import CHAPTER, HEAD, lay, read

# Four times the length in less than eight times the time is linear enough, on a machine that does other things too.
RATIO = 8.0
# Seconds below which the clock tells more of the machine than of the shape.
FLOOR = 0.05
# Letters of the shorter shape, in one round after another; four times the last is just below the limit of a chapter.
LENGTHS = (5_000, 20_000, 60_000)
# What is slow by chance is not so three times.
TRIES = 3

SHAPES: Mapping[str, Callable[[int], str]] = {
    "quotation marks": lambda n: "\"a 'b " * (n // 6),
    "opened emphasis": lambda n: "*a " * (n // 3),
    "closed emphasis": lambda n: "a** " * (n // 4),
    "emphasis in turn": lambda n: "*_" * (n // 2),
    "strong in emphasis": lambda n: "a***b**c*" * (n // 9),
    "opened brackets": lambda n: "[" * n,
    "opened links": lambda n: "[a](" * (n // 4),
    "opened titles of links": lambda n: '[a](#b "' * (n // 8),
    "opened pictures": lambda n: "![" * (n // 2),
    "opened terms": lambda n: "[[a|" * (n // 4),
    "opened references": lambda n: "[@a " * (n // 4),
    "opened marks": lambda n: "[a]{" * (n // 4),
    "marks of code, ever longer": lambda n: "".join("`" * k + " " for k in range(1, int((2 * n) ** 0.5))),
    "opened comments": lambda n: "<!--" * (n // 4),
    "opened data": lambda n: "a <![CDATA[" * (n // 11),
    "addresses": lambda n: "<a:" * (n // 3),
    "entities": lambda n: "&#" * (n // 2),
    "backslashes": lambda n: "\\" * n,
    "a wide table": lambda n: "\n".join(("|a" * (n // 6), "|-" * (n // 6), "|a" * (n // 6))),
    "a long table": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * (n // 6),
    "a table with cells left out": lambda n: "|a|b|c\n|-|-|-\n" + "a\n" * ((n - 14) // 2),
    "a lazy quotation": lambda n: "> a\n" + "a\n" * (n // 2),
    "a long list": lambda n: "- a\n" * (n // 4),
    "lists in lists": lambda n: "- a\n  - b\n    - c\n" * (n // 18),
    "addresses of links": lambda n: "".join(f"[a{i}]: b\n" for i in range(n // 10)),
    "footnotes": lambda n: "".join(f"a[^{i}]\n\n[^{i}]: b\n\n" for i in range(n // 22)),
    "definitions": lambda n: "a\n: b\n\n" * (n // 7),
    "an underlined heading": lambda n: "a\n" * (n // 2) + "===\n",
    "headings": lambda n: "## a\n" * (n // 5),
    "blocks": lambda n: "::: example\na\n:::\n\n" * (n // 20),
    "attributes": lambda n: "::: example {" + " ".join(f"a{i}=1" for i in range(n // 8)) + "}\na\n:::\n",
    "opened attributes": lambda n: "::: example " + '{a="' * (n // 4) + "\na\n:::\n",
    "spaces": lambda n: "a" + " " * n + "b",
    "line breaks": lambda n: "a  \n" * (n // 4),
    "empty lines": lambda n: "\n" * n,
}


def shape(name: str, length: int) -> str:
    """A chapter of this shape, of about so many letters in all."""
    return HEAD + SHAPES[name](length - len(HEAD))


@contextmanager
def _set_up(folder: Path, _seed: int) -> Iterator[Trial]:
    root = lay(folder)

    def trial(number: int) -> Verdict:
        name = tuple(SHAPES)[number % len(SHAPES)]
        ratio = _least_ratio(root, name, LENGTHS[number // len(SHAPES) % len(LENGTHS)])
        return Verdict(
            "linear" if ratio < RATIO else "slow", (Flaw.OVER,) * (ratio >= RATIO), f"{name}: {ratio:.1f}"
        )

    yield trial


def _least_ratio(root: Path, name: str, length: int) -> float:
    least = float("inf")
    for _ in range(TRIES):
        least = min(least, _cost(root, name, 4 * length) / max(_cost(root, name, length), FLOOR))
        if least < RATIO:
            break
    return least


def _cost(root: Path, name: str, length: int) -> float:
    """Seconds of this process that the reader takes for a shape."""
    (root / CHAPTER).write_text(shape(name, length))
    begun = time.process_time()
    outcome = read(root)
    if flaws_of(outcome):
        raise AssertionError(outcome.words or outcome.told)
    return time.process_time() - begun


PROOF = Proof(
    "shapes of Markdown",
    "Every shape is read in linear time, or refused: four times the length takes less than eight times the time.",
    f"{len(SHAPES)} shapes that have cost some parser more than linear time, of 5,000 and 20,000 letters, then 20,000 "
    "and 80,000, then 60,000 and 240,000; the processor's time of reading the book.",
    few=len(SHAPES),
    many=len(SHAPES) * len(LENGTHS),
    set_up=_set_up,
    seconds=600,
)
