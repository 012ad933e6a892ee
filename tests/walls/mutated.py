"""Mutated input: a book of which some bytes are wrong is built, or refused with a place; it never breaks the press."""

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from walls.activity import active_in
from walls.mutation import CHAPTER, RICH, Mutant, mutant, put_in, small_book
from walls.proof import Flaw, Proof, Trial, Verdict, verdict_on
from walls.room import PROJECT, End, lay, one_crew, press, read, shelf

MANIFEST = "manifest.json"
_PRESSED = 4  # of the mutants that the reader lets through, about one in so many is pressed


@contextmanager
def _small(folder: Path, seed: int) -> Iterator[Trial]:
    root, originals = lay(folder, {CHAPTER: RICH}), small_book()

    def trial(number: int) -> Verdict:
        found = mutant(originals, seed, number)
        with put_in(found, root):
            return _pressed(root, found) if number % _PRESSED == 0 else verdict_on(read(root))

    with one_crew():
        yield trial


def _pressed(root: Path, found: Mutant) -> Verdict:
    """Read it, and press it when the reader finds nothing wrong; look into whatever comes out."""
    outcome = read(root)
    if outcome.end is not End.DONE:
        return verdict_on(outcome)
    outcome = press(root)
    made = shelf(root)
    active = active_in(root / "output")
    partial = not _is_whole(root, made, outcome.end)
    shutil.rmtree(root / "output", ignore_errors=True)
    # The press tells of a part that makes the engine fail; yet the intake should have known.
    failed = "makes the engine fail" in outcome.told
    verdict = verdict_on(
        outcome, *[Flaw.TORN] * partial, *[Flaw.ACTIVE] * bool(active), *[Flaw.TRACEBACK] * failed
    )
    return Verdict(f"pressed: {verdict.end}", verdict.flaws, f"{found.name} {made} {active} {verdict.words}")


def _is_whole(root: Path, made: Sequence[str], end: End) -> bool:
    """Whether just what the manifest names was made, a book and its report; of a refused book nothing.

    The names of the files are the book's affair, and may have been mutated.
    """
    if end is not End.DONE or MANIFEST not in made:
        return end is not End.DONE and not made
    (manifest,) = root.glob(f"output/*/{MANIFEST}")
    files = json.loads(manifest.read_text("utf-8"))["files"]
    return {MANIFEST, *files} == set(made) and {".html", ".json"} < {Path(name).suffix for name in files}


@contextmanager
def _shipped(folder: Path, seed: int) -> Iterator[Trial]:
    shutil.copytree(PROJECT / "book", folder / "book")
    originals = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "book").rglob("*.*"))
        if path.suffix in {".md", ".yaml", ".svg"}
    }

    def trial(number: int) -> Verdict:
        with put_in(mutant(originals, seed, number), folder):
            return verdict_on(read(folder))

    yield trial


SMALL = Proof(
    "mutated small book",
    "Any file of a book, whatever its bytes, gives outputs, or findings that each have a file and a line.",
    "A small book with something of everything; its nine files in turn (chapter, front matter, questionnaire, edition, "
    "book.yaml, drawing, references, glossary, journal kind), 1 to 6 edits out of 100 hostile fragments, turned bits, "
    "cuts and repetitions. Every one is read in full; every fourth, if the reader lets it through, is also printed, "
    "made into an e-book, judged, shelved, and searched for active content.",
    few=180,
    many=10_000,
    set_up=_small,
    seconds=60,
)
SHIPPED = Proof(
    "mutated course",
    "The same, for the files of the book that is shipped.",
    "Every Markdown, YAML and SVG file under book/ in turn, edited likewise; the whole book is read.",
    few=12,
    many=1_000,
    set_up=_shipped,
)
