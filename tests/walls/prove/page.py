"""The page that tells what was tried and what came of it: RELIABILITY.md."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version

from walls.proof import Flaw, Proof, Tally, Verdict

Verdicts = Mapping[int, Verdict]
# Columns of flaws; those of a kind that only few proofs can have share one.
_COLUMNS: Mapping[str, tuple[Flaw, ...]] = {
    "tracebacks": (Flaw.TRACEBACK,),
    "without a place": (Flaw.NO_PLACE,),
    "lost in silence": (Flaw.SILENT,),
    "leaks": (Flaw.LEAK,),
    "connections": (Flaw.CALL,),
    "active": (Flaw.ACTIVE,),
    "torn": (Flaw.TORN,),
    "strays": (Flaw.STRAY,),
    "orphans": (Flaw.ORPHAN,),
    "over limits": (Flaw.OVER,),
    "other bytes": (Flaw.DIFFERENT,),
    "wrong endings": (Flaw.WRONG,),
}
_ENGINES = ("weasyprint", "ebooklib", "markdown-it-py", "ruamel.yaml", "lxml", "pikepdf", "pillow")
_MOST_SHOWN = 10
_WHAT_THIS_IS = """\
Content is written by people in a hurry, files come from strangers, and the engines below the press trust everybody.
This page tells what was tried against the four walls of the press (intake, fence, bounded press, atomic shelf), and
what came of it. It is made by `make prove`; the tests make the same trials in small numbers."""
_SAME_EVERYWHERE = """\
The same seed and sources give the same trials everywhere, but for the moments of kills. Times and memory are of"""
_NOT_PROVED = """\
- **Loss of power.** A kill ends the press and not the machine. The files of an edition are synced before they are
  renamed, and what is kept to save time tells by a digest when it is not whole; what a disk does with what it said it
  had synced was not tried.
- **Other systems.** All of this ran on Linux. Limits of memory, sessions and signals are others on macOS; the press has
  not been tried on Windows.
- **The judges that need Java or a browser** looked at none of the hostile files.
- **The server of the preview** has tests of its own (`tests/preview/`), and no trials here.
- **What does not exist yet**: importing other people's documents, filled-in forms.
- **Numbers are not certainty.** Ten thousand mutants of a book are few among all that somebody may write. Whatever is
  found later becomes a case in `tests/cases/`, or a trial here, and stays."""


def page(proofs: Sequence[tuple[Proof, Verdicts]], seed: int, sources: str) -> str:
    """The whole page, for the verdicts on each proof by the numbers of their trials."""
    tallies = [(proof, _tally(verdicts)) for proof, verdicts in proofs]
    flaws = sum(sum(tally.flaws.values()) for _, tally in tallies)
    tried = sum(tally.tried for _, tally in tallies)
    lines = [
        "# Reliability",
        "",
        _WHAT_THIS_IS,
        "",
        f"**{tried:,} trials, {flaws:,} flaws.** Seed {seed}, sources `{sources}`. {_SAME_EVERYWHERE}",
        f"{_machine()}, which may have done other things as well.",
        "",
        *_table(tallies),
        "",
        *_matrix(tallies),
        "",
        *_flaws(proofs),
        "## What each one claims, and how it was tried",
        "",
        *(line for proof, _ in tallies for line in _told(proof)),
        "## What is not proved",
        "",
        _NOT_PROVED,
    ]
    return "\n".join(lines) + "\n"


def _tally(verdicts: Verdicts) -> Tally:
    tally = Tally()
    for verdict in verdicts.values():
        tally.count(verdict)
    return tally


def _machine() -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in _ENGINES)
    return (
        f"{platform.system()} on {os.cpu_count()} {platform.machine()} cores with "
        f"Python {platform.python_version()}, {versions}"
    )


def _table(tallies: Sequence[tuple[Proof, Tally]]) -> Iterator[str]:
    yield from (
        "| | tried | how they ended | worst time | most memory |",
        "|---|---:|---|---:|---:|",
    )
    for proof, tally in tallies:
        ends = ", ".join(f"{count:,} {end}" for end, count in sorted(tally.ends.items()))
        yield (
            f"| {proof.name} | {tally.tried:,} | {ends} | {tally.seconds:,.1f} s of {proof.seconds:g} "
            f"| {tally.mebibytes:,.0f} MiB of {proof.mebibytes:,g} |"
        )


def _matrix(tallies: Sequence[tuple[Proof, Tally]]) -> Iterator[str]:
    yield f"| flaws | {' | '.join(_COLUMNS)} |"
    yield "|---|" + "---:|" * len(_COLUMNS)
    for proof, tally in tallies:
        counts = (sum(tally.flaws.get(flaw, 0) for flaw in flaws) for flaws in _COLUMNS.values())
        yield f"| {proof.name} | {' | '.join(map(str, counts))} |"


def _flaws(proofs: Sequence[tuple[Proof, Verdicts]]) -> Iterator[str]:
    """The first flaws of each proof, for whoever mends them."""
    found = [
        (proof.name, number, one) for proof, all_of in proofs for number, one in all_of.items() if one.flaws
    ]
    if found:
        yield from ("## What was found", "")
    for name, number, verdict in found[:_MOST_SHOWN]:
        words = " ".join(verdict.words.split()).replace("`", "'")[-300:]
        yield f"- {name}, trial {number}: {', '.join(verdict.flaws)}; `{words}`"
    if len(found) > _MOST_SHOWN:
        yield f"- and {len(found) - _MOST_SHOWN} more"
    if found:
        yield ""


def _told(proof: Proof) -> tuple[str, ...]:
    title = proof.name[0].upper() + proof.name[1:]
    return f"### {title}", "", proof.claim, "", f"*How*: {proof.method}", ""
