"""Nothing is lost in silence: whatever is taken away from the book or from the layouts is missed by name."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from walls.mutation import CHAPTER, RICH
from walls.processes import Ended, OwnPress
from walls.proof import Flaw, Proof, Trial, Verdict, verdict_on
from walls.room import PROJECT, End, Outcome, lay, read, shelf

_FILES = ("small-print-a4.pdf", "small.epub")


@contextmanager
def _book_without(folder: Path, _seed: int) -> Iterator[Trial]:
    book = folder / "book"
    shutil.copytree(PROJECT / "book", book)
    # Whoever asks for an edition that is not there has used the press wrongly: that is not of the book.
    files = [path for path in sorted(book.rglob("*")) if path.is_file() and path.parent.name != "editions"]

    def trial(number: int) -> Verdict:
        gone = files[number % len(files)]
        content = gone.read_bytes()
        gone.unlink()
        outcome = read(folder)
        gone.write_bytes(content)
        return _missed(outcome, gone, _is_asked_for(gone, book, files))

    yield trial


def _missed(outcome: Outcome, gone: Path, is_asked_for: bool) -> Verdict:
    """Whether it was missed by its name, where that name stands."""
    is_told = any(_names(str(error), gone) and error.place.line for error in outcome.errors)
    lost = not is_told if is_asked_for else outcome.end is not End.DONE
    verdict = verdict_on(outcome, *[Flaw.SILENT] * lost)
    end = "missed" if is_asked_for else "asked for by nobody"
    return Verdict(end, verdict.flaws, f"{gone.name}: {verdict.words}" if verdict.flaws else "")


def _is_asked_for(gone: Path, book: Path, files: list[Path]) -> bool:
    """Whether another file names it: by its path, or, of a questionnaire or a journal kind, by its name alone."""
    own = re.escape(gone.relative_to(book).as_posix())
    by_name = gone.parent.name in {"questionnaires", "journal"} and gone.suffix == ".yaml"
    pattern = re.compile(rf"(?:name|kind)=\"?{re.escape(gone.stem)}\b" if by_name else own)
    always = gone.name in {"book.yaml", "glossary.yaml", "references.yaml"}
    texts = (path.read_text("utf-8") for path in files if path != gone and path.suffix in {".md", ".yaml"})
    return always or any(pattern.search(text) for text in texts)


def _names(told: str, gone: Path) -> bool:
    """Whether a finding speaks of it; what stands in the glossary and in the references is missed entry by entry."""
    entries = {"glossary.yaml": ("A003", "A011"), "references.yaml": ("A004", "A011")}
    return gone.stem in told or any(f"[{code}]" in told for code in entries.get(gone.name, ()))


@contextmanager
def _press_without(folder: Path, _seed: int) -> Iterator[Trial]:
    press, root = OwnPress(folder / "press"), lay(folder / "room", {CHAPTER: RICH})
    clean = _made(root, press.build(root))
    layouts, kept = (_files(press.folder / name) for name in ("layouts", ".cache"))
    harms = [*((path, None) for path in (*layouts, *kept)), *((path, b"spoilt") for path in kept)]

    def trial(number: int) -> Verdict:
        path, content = harms[(number * _STEP) % len(harms)]
        whole = path.read_bytes()
        path.unlink()
        if content:
            path.write_bytes(content)
        shutil.rmtree(root / "output")
        ended = press.build(root)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(whole)
        return _missed_by_the_press(ended, path, _made(root, ended) == clean)

    yield trial


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _missed_by_the_press(ended: Ended, gone: Path, is_same: bool) -> Verdict:
    """Missed by its name, or not needed: then the outputs are those of the whole press."""
    seen = {
        Flaw.TRACEBACK: "Traceback" in ended.err or ended.code == 4,
        Flaw.SILENT: gone.name not in ended.err if ended.code else not is_same,
        Flaw.ORPHAN: bool(ended.orphans),
    }
    end = "missed" if ended.code else "needed by nobody, or made again"
    flaws = tuple(flaw for flaw, is_seen in seen.items() if is_seen)
    return Verdict(end, flaws, f"{gone.name}: {ended.err[-600:]}" if flaws else "", 0, ended.mebibytes)


def _made(root: Path, ended: Ended) -> dict[str, bytes] | None:
    """The outputs of a build that ended well; None where there must be none, and are none."""
    if ended.code and not shelf(root):
        return None
    return {name: (root / "output/standard" / name).read_bytes() for name in _FILES}


# A number that has nothing in common with the number of files: the first few trials are from everywhere.
_STEP = 37

BOOK = Proof(
    "files taken from the book",
    "A file that another one asks for is missed by its name, with the file and the line that asked for it.",
    "Every file under book/ taken away in turn, and the book read: chapters, questionnaires, journal kinds, figures, "
    "references, glossary.",
    few=12,
    many=120,
    set_up=_book_without,
)
PRESS = Proof(
    "files taken from the press",
    "A stylesheet, a template or a font that is needed is missed by its name, or made again; no output is poorer.",
    "Every file under layouts/, every cut font and whatever else is kept taken away in turn from a press that has "
    "built the small book before, and all that is kept spoilt in turn; then it builds the book again, and the outputs "
    "are compared.",
    few=5,
    many=260,
    set_up=_press_without,
    seconds=120,
)
