"""A room to press in: a small book, the reader or the whole press over it, and how that ended."""

import os
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from unittest.mock import patch

from bindery.build import stages
from bindery.build.reading import read_book
from bindery.build.stages import build_edition, check_edition
from bindery.build.stamp import Stamp
from bindery.findings import CannotGoOn, Finding, MachineError, Report, Severity, UsageError
from bindery.layout.part import PrintPart
from bindery.pdf import Crew
from bindery.pdf.print_part import print_part
from bindery.pdf.task import PrintTask
from bindery.store import STRAY
from books import write_book

PROJECT = Path(__file__).parents[2]
CHAPTER = "book/chapters/01-one.md"
EDITION = "book/editions/standard.yaml"
_AIMS = "aims: [{text: Tell one from two, see: first}, {text: Say what one is, see: first}]\n"
HEAD = f"---\nkind: chapter\ntitle: What is one?\n{_AIMS}---\n"
TEXT = "## First heading {#first}\n\nSome words about [[tea]], after [@smith2001].\n\n"
QUESTIONS = "::: questionnaire {name=tea}\n:::\n\n"
OUTPUTS = "outputs:\n  - {format: pdf, profile: print, paper: a4}\n  - {format: epub}\n"


def surroundings() -> dict[str, str]:
    """What a process of its own needs to find the press and these tests."""
    paths = os.pathsep.join([str(PROJECT / "scripts"), str(PROJECT / "tests")])
    return {**os.environ, "PYTHONPATH": paths}


class End(StrEnum):
    """How a run ended; nothing may end in a crash."""

    DONE = "done"
    REFUSED = "refused"
    MACHINE = "machine"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended, what was found, and what it said last."""

    end: End
    findings: tuple[Finding, ...]
    words: str = ""

    @property
    def told(self) -> str:
        """All findings, line by line."""
        return "\n".join(map(str, self.findings))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


class Silence:
    """Progress that nobody looks at."""

    def stage(self, words: str) -> None:
        """A stage begins."""


def lay(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The minimal book with these files over it."""
    return write_book(root, files)


def chapter(text: str) -> str:
    """The chapter of the minimal book with this text at its end."""
    return HEAD + TEXT + QUESTIONS + text


def figure(source: str) -> str:
    """A chapter with a figure; the block begins on line 13."""
    return chapter(f'::: figure {{#f src="{source}" alt="A leaf."}}\nA caption.\n:::\n')


FIGURE_LINE = 13


def read(root: Path) -> Outcome:
    """Let the reader of manuscripts loose on a book."""
    return _ended(lambda report: read_book("standard", root, report))


@contextmanager
def one_crew() -> Iterator[None]:
    """Let all builds of this process share their workers, which need not start anew each time."""
    with Crew() as crew, patch.object(stages, "Crew", lambda: nullcontext(crew)):
        yield


def press(root: Path, edition: str = "standard") -> Outcome:
    """Build an edition."""
    return _ended(lambda report: build_edition(Stamp(edition, root, None), report, Silence()))


def check(root: Path) -> Outcome:
    """Judge the standard edition, and write the report on it."""
    return _ended(
        lambda report: check_edition(
            Stamp("standard", root, None), quick=True, report=report, progress=Silence()
        )
    )


def laid_out(html: str, book: Path) -> tuple[bytes, bool]:
    """A page laid out by the engine, which may use the files of a book: the PDF, and whether something is missing."""
    part = PrintPart("one", f"<html lang=en><title>x</title>{html}", "right", False)
    signature = print_part(PrintTask(part, (book,), write=True))
    return signature.pdf, bool(signature.refused) or not signature.is_whole


def shelf(root: Path, edition: str = "*") -> list[str]:
    """The names of what lies in output/, of one edition or of all, but for locks."""
    return sorted(path.name for path in root.glob(f"output/{edition}/*") if path.name != f"{STRAY}lock")


def _ended(work: Callable[[Report], object]) -> Outcome:
    report, end, words = Report(), End.DONE, ""
    try:
        work(report)
    except CannotGoOn:
        end = End.REFUSED
    except (MachineError, UsageError) as error:
        end, words = End.MACHINE, str(error)
    except Exception:  # noqa: BLE001 - a crash is what is being looked for
        end, words = End.CRASHED, traceback.format_exc()
    return Outcome(end, tuple(report), words)
