"""Nothing that the press makes acts, or asks for anything from elsewhere."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from walls.activity import active_in
from walls.outside import nobody_is_asked
from walls.proof import Flaw, Proof, Trial, Verdict, verdict_on
from walls.room import PROJECT, lay, one_crew, press
from walls.vectors import HARMLESS, template_book
from walls.witness import leaks

_SMALL = (HARMLESS, template_book())
EDITIONS = tuple(sorted(path.stem for path in (PROJECT / "book/editions").glob("*.yaml")))


@contextmanager
def _set_up(folder: Path, _seed: int) -> Iterator[Trial]:
    def trial(number: int) -> Verdict:
        root = folder / str(number)
        if number < len(_SMALL):
            lay(root, _SMALL[number])
        else:
            shutil.copytree(PROJECT / "book", root / "book")
        with nobody_is_asked() as asked:
            outcome = press(root, edition=("standard", "standard", *EDITIONS)[number])
        found, active = leaks(root / "output"), active_in(root / "output")
        seen = {Flaw.LEAK: found, Flaw.ACTIVE: active, Flaw.CALL: asked}
        verdict = verdict_on(outcome, *(flaw for flaw, is_seen in seen.items() if is_seen))
        return Verdict(verdict.end, verdict.flaws, f"{verdict.words} {found} {active} {asked}")

    with one_crew():
        yield trial


PROOF = Proof(
    "active content",
    "No output acts: no script, no action that launches, submits or embeds, no address that is fetched.",
    "A book of strange things that the reader lets through, one of words that look like orders to a template, and "
    "every edition of the shipped book; every object of the PDFs, every document, drawing and stylesheet of the "
    "e-books, and the reports are searched without the press's own judges.",
    few=len(_SMALL),
    many=len(_SMALL) + len(EDITIONS),
    set_up=_set_up,
    seconds=600,
    mebibytes=2048,
)
