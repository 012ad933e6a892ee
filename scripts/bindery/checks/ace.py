"""Ace by DAISY: the accessibility of an e-book, as far as a program can tell. Needs Node, Chromium and its packages."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bindery.checks.archive import open_epub
from bindery.checks.programs import (
    HOW_TO_INSTALL,
    NODE_MODULES,
    Ran,
    home_of_its_own,
    node_packages,
    program,
    run,
    version_of,
)
from bindery.checks.verdict import (
    Judge,
    JudgeBroke,
    JudgeMissing,
    Subject,
    Verdict,
    Verdicts,
    finding,
    verdict,
)
from bindery.findings import Finding, Place

STANDARD = "EPUB Accessibility 1.1, the part that a program can test"
_CLEAN, _VIOLATIONS = 0, 2  # with -E; 1 says that it could not run
_SECONDS = 300
_LONGEST_SNIPPET = 200


def examine(subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
    """One verdict on each e-book.

    Raises:
        JudgeMissing: Node, Chromium or Ace is not there.
        JudgeBroke: it took too long, could not run, or its report cannot be read.
    """
    ace = NODE_MODULES / "@daisy" / "ace-cli"
    node, browser = program("node", "Ace"), program("chromium", "Ace")
    if not (ace / "package.json").is_file() or not (NODE_MODULES / ".bin" / "ace-cli").is_file():
        raise JudgeMissing(f"Ace needs the packages of tests/node; {HOW_TO_INSTALL}")
    version = str(json.loads((ace / "package.json").read_text("utf-8"))["version"])
    return tuple((_judge(subject, node, browser, version),) for subject in subjects)


def _judge(subject: Subject, node: str, browser: str, version: str) -> Verdict:
    with TemporaryDirectory(prefix="bindery-ace-") as folder:
        reports = Path(folder) / "report"
        command = [node, str(NODE_MODULES / ".bin" / "ace-cli"), "-E", "-s", "-f", "-o", str(reports)]
        environment = {"PUPPETEER_EXECUTABLE_PATH": browser, **home_of_its_own(folder)}
        ran = run([*command, str(subject.path.resolve())], seconds=_SECONDS, environment=environment)
        report = _report(ran, reports / "report.json")
    findings = tuple(_findings(report, subject))
    if bool(findings) != (ran.code == _VIOLATIONS):
        raise JudgeBroke(f"its report contradicts its exit code {ran.code}")
    return verdict(JUDGE.name, version, findings, STANDARD)


def _report(ran: Ran, path: Path) -> dict[str, Any]:
    if ran.code not in (_CLEAN, _VIOLATIONS):
        raise JudgeBroke(f"it could not run (exit code {ran.code}): {ran.last_words}")
    try:
        report = json.loads(path.read_text("utf-8"))
        said = report["earl:result"]["earl:outcome"]
        judged = report["assertions"]
    except (OSError, ValueError, KeyError, TypeError):
        raise JudgeBroke(f"no readable report (exit code {ran.code}): {ran.last_words}") from None
    if said != ("pass" if ran.code == _CLEAN else "fail") or not isinstance(judged, list):
        raise JudgeBroke(f"its report says {said!r} with exit code {ran.code}")
    return dict(report)


def _findings(report: dict[str, Any], subject: Subject) -> Iterator[Finding]:
    """One finding for each test that a document fails: how often, and where first."""
    book = open_epub(subject.path)
    for document in report["assertions"]:
        url = str(document["earl:testSubject"]["url"])
        # Ace names the package from the top of the archive, and documents from the package.
        inside = url if url in book.files else book.resolve(book.package_name, url)[0]
        failures: dict[str, list[dict[str, Any]]] = {}
        for assertion in document["assertions"]:
            failures.setdefault(str(assertion["earl:test"]["dct:title"]), []).append(assertion)
        yield from (_finding(test, failed, subject.place(inside)) for test, failed in failures.items())


def _finding(test: str, failed: list[dict[str, Any]], place: Place) -> Finding:
    impact = failed[0]["earl:test"].get("earl:impact", "no impact given")
    result = failed[0]["earl:result"]
    said = " ".join(str(result.get("dct:description") or "").split())
    snippet = " ".join(str(result.get("html") or "").split())[:_LONGEST_SNIPPET]
    times = f", {len(failed)} times" if len(failed) > 1 else ""
    return finding("C013", f"{test} ({impact}{times}): {said}", place, f"at {snippet}" if snippet else "")


def _made_of() -> tuple[bytes, ...]:
    return version_of("node", "Ace"), version_of("chromium", "Ace"), node_packages()


JUDGE = Judge(
    "Ace", ".epub", "whether everybody can read it", examine, _made_of, standard=STANDARD, slow=True
)
