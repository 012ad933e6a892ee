"""Mutated drawings: what the intake lets through, the engine can draw."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bindery.findings import Report
from bindery.intake import check_picture
from walls.mutation import mutant
from walls.proof import Flaw, Proof, Trial, Verdict, verdict_on
from walls.room import PROJECT, End, Outcome, laid_out

_NAME = "book/figures/drawing.svg"
# Something of everything that drawing programs make.
_RICH = (Path(__file__).parent / "everything.svg").read_bytes()


@contextmanager
def _set_up(folder: Path, seed: int) -> Iterator[Trial]:
    path = folder / _NAME
    path.parent.mkdir(parents=True)
    shipped = {file.name: file.read_bytes() for file in sorted((PROJECT / "book/figures").glob("*.svg"))}
    originals = {"rich": _RICH, **shipped}

    def trial(number: int) -> Verdict:
        # The rich one twice as often as all others together: its attributes are the most.
        wanted = originals if number % 3 == 0 else {"rich": originals["rich"]}
        path.write_bytes(mutant(wanted, seed, number).content)
        report = Report()
        if check_picture(path, folder, report) is None:
            return verdict_on(Outcome(End.REFUSED, tuple(report)))
        pdf, is_refused = laid_out(f'<img alt="x" src="{path.as_uri()}">', folder / "book")
        return Verdict("drawn", (Flaw.NO_PLACE,) * (is_refused or not pdf), f"{number}: {path.read_text()}")

    yield trial


PROOF = Proof(
    "mutated drawings",
    "A drawing is refused with a file and a line, or drawn.",
    "A drawing with something of everything, and those of the book, 1 to 6 edits; what the intake lets through is laid "
    "out by the engine and written as a PDF.",
    few=150,
    many=3_000,
    set_up=_set_up,
)
