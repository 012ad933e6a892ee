"""The finished files before their judges, and the report on them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bindery.build.drawers import VERDICTS
from bindery.build.printing import PrintedFile, places_of
from bindery.checks import (
    Expected,
    FileReport,
    KeptVerdicts,
    Outcome,
    Verdict,
    agreements,
    judge_apart,
    judge_files,
    look_ahead,
    manuscript_report,
    report_html,
    report_json,
    together,
    verdict,
)
from bindery.checks.epub_facts.manuscript import ebook_manuscript
from bindery.checks.pdf_text.manuscript import manuscript
from bindery.checks.pdf_text.passage import NO_MANUSCRIPT
from bindery.findings import Report
from bindery.model.numbered import NumberedBook
from bindery.numbering import for_format
from bindery.pdf import Hands
from bindery.proofreading import Proof

REPORT_HTML, REPORT_JSON = REPORTS = ("report.html", "report.json")
DOTS = 5.0
KEPT = KeptVerdicts(VERDICTS)
# Beyond so many, two who look at all pages at the same time hold more than a small machine should give them; and what
# one has read of the pages the other need not read again.
_MANY_PAGES = 600

Reports = tuple[FileReport, ...]
Begun = Callable[[], Reports] | None


def expected(
    numbered: NumberedBook | None, printed: PrintedFile | None, *, is_of_this_text: bool = True
) -> Expected:
    """What is known of the files beforehand: folios, pitches of ruling (mm), and where each block was written.

    Files that are not of this text are not held against the manuscript.
    """
    text = numbered if is_of_this_text else None
    labels = tuple(page.label for page in printed.printed.pages.pages) if printed else None
    kinds = numbered.book.journal_kinds if numbered else ()
    return Expected(
        page_labels=labels,
        pitches=(8.0, DOTS, *sorted({kind.pitch for kind in kinds} - {8.0, DOTS})),
        manuscript=manuscript(for_format(text, "pdf")) if text else NO_MANUSCRIPT,
        conformance=bool(numbered and numbered.book.chosen_for.certification),
        in_ebook=ebook_manuscript(for_format(text, "epub")) if text else NO_MANUSCRIPT,
        page_words=numbered.book.wording.page if numbered else "page {}",
        places=places_of(text) if text else {},
    )


def laid_out(files: Mapping[str, bytes], table: Path) -> list[Path]:
    """Files that are not on the shelf yet, put on a table for those judges that need no Java and no browser."""
    for file, content in files.items():
        (table / file).write_bytes(content)
    return [table / file for file in files]


def begin_judging(files: Sequence[Path], table: Path, known: Expected, hands: Hands) -> Begun:
    """Let a hand look at these files, while others are made; what is given back waits for the reports.

    Nothing is begun for a book of many pages, and the hands may go.
    """
    if _has_many_pages(known):
        hands.rest()
        return None
    begun = hands.begin(_judged, files, table, known)
    for file in files[:1]:
        hands.begin(look_ahead, file)
    return begun


def end_judging(begun: Begun, files: Sequence[Path], table: Path, known: Expected, hands: Hands) -> Reports:
    """The reports on all files: those that were begun with come first, and the others are looked at now."""
    if begun is None:
        return judge_files(files, table, quick=True, expected=known, kept=KEPT)
    agreed = hands.begin(agreements, files, table, known)
    others = _judged([file for file in files if file.suffix == ".epub"], table, known)
    return together((*begun(), *others), agreed())


def _has_many_pages(known: Expected) -> bool:
    return len(known.page_labels or ()) > _MANY_PAGES


def _judged(files: Sequence[Path], table: Path, known: Expected) -> Reports:
    return judge_apart(files, table, quick=True, expected=known, kept=KEPT)


def judge_shelved(
    files: Sequence[Path], root: Path, known: Expected, *, quick: bool
) -> tuple[FileReport, ...]:
    """The verdicts on the finished files of an edition."""
    return judge_files(files, root, quick=quick, expected=known, kept=KEPT)


def reported(
    judged: Sequence[FileReport], proofs: Sequence[Proof], report: Report, title: str
) -> dict[str, bytes]:
    """The two reports, on the manuscript and on its files. What proofreaders and judges found is added to `report`."""
    told = manuscript_report(report, tuple(_verdict(proof) for proof in proofs))
    reports = (told, *judged)
    for found in (found for file in reports for said in file.verdicts for found in said.findings):
        report.add(found.code, found.message, found.place, found.hint)
    return {REPORT_HTML: report_html(reports, title).encode(), REPORT_JSON: report_json(reports).encode()}


def _verdict(proof: Proof) -> Verdict:
    if proof.skipped:
        return Verdict(proof.judge, proof.version, Outcome.SKIPPED, remark=proof.skipped)
    return verdict(proof.judge, proof.version, proof.findings, remark=proof.remark)
