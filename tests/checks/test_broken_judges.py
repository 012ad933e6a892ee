"""A judge that is missing is skipped, a judge that breaks has failed the file, and neither is ever a pass."""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from bindery.checks import ace, epubcheck, reader, reading, verapdf
from bindery.checks.judge import judge_files
from bindery.checks.programs import run
from bindery.checks.verdict import (
    Judge,
    JudgeBroke,
    JudgeMissing,
    Outcome,
    Subject,
    Verdict,
    Verdicts,
    verdict,
)
from checks.epubs import subject, write_epub
from checks.pdfs import write_pdf
from checks.programs import pretend, pretend_packages

SLOW_JUDGES = {
    "epub": (epubcheck.JUDGE, ace.JUDGE, reading.JUDGE, reading.EPUBJS, reading.KINDLE),
    "pdf": (verapdf.JUDGE,),
}
ACE = {"@daisy/ace-cli/package.json": '{"version": "1.2.3"}', ".bin/ace-cli": ""}


def only_verdict(judge: Judge, path: Path) -> Verdict:
    [(found,)] = judge.judge([subject(path)])
    return found


def assert_broken(found: Verdict, words: str) -> None:
    assert found.outcome is Outcome.FAILED
    assert [each.code for each in found.findings] == ["C001"]
    assert words in found.findings[0].message


@pytest.mark.parametrize("judge", SLOW_JUDGES["epub"], ids=lambda judge: judge.name)
def test_without_its_programs_a_judge_of_e_books_is_skipped(
    judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = only_verdict(judge, write_epub(tmp_path / "good.epub"))
    assert found.outcome is Outcome.SKIPPED
    assert found.remark.endswith("`make test` installs every judge")


def test_without_java_verapdf_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = only_verdict(verapdf.JUDGE, write_pdf(tmp_path / "good.pdf"))
    assert found.outcome is Outcome.SKIPPED
    assert "needs javac" in found.remark


def test_without_the_xml_binding_verapdf_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verapdf, "JAVA_LIBRARIES", (tmp_path,))
    found = only_verdict(verapdf.JUDGE, write_pdf(tmp_path / "good.pdf"))
    assert found.outcome is Outcome.SKIPPED
    assert "libjaxb-java" in found.remark


@pytest.mark.parametrize("judge", [ace.JUDGE, reading.JUDGE, reading.EPUBJS], ids=lambda judge: judge.name)
def test_without_its_packages_a_judge_is_skipped(
    judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (ace, reader):
        monkeypatch.setattr(module, "NODE_MODULES", tmp_path)
    found = only_verdict(judge, write_epub(tmp_path / "good.epub"))
    assert found.outcome is Outcome.SKIPPED
    assert "packages of tests/node" in found.remark


@pytest.mark.parametrize(
    ("module", "judge"),
    [(epubcheck, epubcheck.JUDGE), (reader, reading.JUDGE), (verapdf, verapdf.JUDGE)],
    ids=["epubcheck", "reading", "verapdf"],
)
def test_without_its_python_package_a_judge_is_skipped(
    module: ModuleType, judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    file = write_pdf(tmp_path / "good.pdf") if module is verapdf else write_epub(tmp_path / "good.epub")
    found = only_verdict(judge, file)
    assert found.outcome is Outcome.SKIPPED
    assert "needs the Python package" in found.remark


def epubcheck_answer(messages: Sequence[object], errors: int) -> str:
    checker = {"checkerVersion": "5.3.0", "nFatal": 0, "nError": errors, "nWarning": 0}
    return json.dumps({"checker": checker, "publication": None, "messages": messages})


EPUBCHECK_DAYS = {
    "a crash": ("echo 'out of memory' >&2; exit 134", "exit code 134): out of memory"),
    "silence": ("exit 0", "no readable answer"),
    "no JSON": ("echo all is well; exit 0", "no readable answer"),
    "other JSON": ("echo '{}'; exit 0", "no readable answer"),
    "errors without messages": (f"echo '{epubcheck_answer([], 1)}'; exit 1", "contradicts itself"),
    "a strange exit code": (f"echo '{epubcheck_answer([], 0)}'; exit 7", "contradicts itself"),
}


@pytest.mark.parametrize(("script", "words"), EPUBCHECK_DAYS.values(), ids=EPUBCHECK_DAYS.keys())
def test_when_java_breaks_epubcheck_has_failed_the_file(
    script: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend("java", script, tmp_path, monkeypatch)
    assert_broken(only_verdict(epubcheck.JUDGE, write_epub(tmp_path / "good.epub")), words)


def test_a_message_of_epubcheck_becomes_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    location = {"path": "EPUB/nav.xhtml", "line": 3, "column": -1}
    message = {"ID": "RSC-005", "severity": "ERROR", "message": "a   mistake", "locations": [location] * 7}
    usage = {"ID": "CSS-028", "severity": "USAGE", "message": "a font", "locations": []}
    pretend("java", f"echo '{epubcheck_answer([message, usage], 1)}'; exit 1", tmp_path, monkeypatch)
    found = only_verdict(epubcheck.JUDGE, write_epub(tmp_path / "good.epub")).findings
    assert {str(each.place) for each in found} == {"good.epub/EPUB/nav.xhtml:3"}
    assert {each.message for each in found} == {"RSC-005: a mistake"}
    assert [each.hint for each in found] == ["and 2 more places"] * 5


def vera_answer(**result: object) -> str:
    return json.dumps({"version": "1.31", "results": [result]})


VERA_DAYS = {
    "a crash": ("exit 1", "no readable answer"),
    "no verdict": (f"echo '{vera_answer()}'", "no readable answer"),
    "no checks": (
        f"echo '{vera_answer(compliant=True, profile='ua1', checks=0, rules=[])}'",
        "contradicts itself",
    ),
    "another profile": (
        f"echo '{vera_answer(compliant=True, profile='1b', checks=9, rules=[])}'",
        "contradicts itself",
    ),
    "wrong without a reason": (
        f"echo '{vera_answer(compliant=False, profile='ua1', checks=9, rules=[])}'",
        "contradicts itself",
    ),
    "too few answers": ('echo \'{"version": "1", "results": []}\'', "no readable answer"),
}


@pytest.mark.parametrize(("script", "words"), VERA_DAYS.values(), ids=VERA_DAYS.keys())
def test_when_java_breaks_verapdf_has_failed_the_file(
    script: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend("java", script, tmp_path, monkeypatch)
    assert_broken(only_verdict(verapdf.JUDGE, write_pdf(tmp_path / "good.pdf")), words)


def test_verapdf_is_asked_for_no_flavour_that_we_do_not_know(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        verapdf.ask([(subject(write_pdf(tmp_path / "good.pdf")), "wt1a")])


def ace_report(folder: str, outcome: str, assertions: str = "[]") -> str:
    report = f'{{"earl:result": {{"earl:outcome": "{outcome}"}}, "assertions": {assertions}}}'
    return f"while [ $1 != -o ]; do shift; done; mkdir -p $2; echo '{report}' > $2/{folder}"


ACE_DAYS = {
    "could not run": ("echo 'no browser' >&2; exit 1", "could not run (exit code 1): no browser"),
    "no report": ("exit 0", "no readable report"),
    "a report that says otherwise": (ace_report("report.json", "fail"), "says 'fail' with exit code 0"),
    "violations without a word": (
        ace_report("report.json", "fail") + "; exit 2",
        "contradicts its exit code 2",
    ),
}


@pytest.mark.parametrize(("script", "words"), ACE_DAYS.values(), ids=ACE_DAYS.keys())
def test_when_ace_breaks_it_has_failed_the_file(
    script: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ace, "NODE_MODULES", pretend_packages(ACE, tmp_path))
    pretend("chromium", "exit 1", tmp_path, monkeypatch)
    pretend("node", script, tmp_path, monkeypatch)
    assert_broken(only_verdict(ace.JUDGE, write_epub(tmp_path / "good.epub")), words)


@pytest.mark.slow
def test_when_the_browser_breaks_reading_has_failed_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = pretend_packages({"foliate-js/package.json": '{"version": "1"}'}, tmp_path)
    monkeypatch.setattr(reader, "NODE_MODULES", packages)
    pretend("chromium", "exit 1", tmp_path, monkeypatch)
    assert_broken(only_verdict(reading.JUDGE, write_epub(tmp_path / "good.epub")), "could not finish")


@pytest.mark.slow
@pytest.mark.parametrize("script", ["echo oh >&2; exit 1", "exit 0"], ids=["a crash", "no file"])
def test_when_calibre_breaks_it_has_failed_the_file(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend("ebook-convert", script, tmp_path, monkeypatch)
    found = only_verdict(reading.KINDLE, write_epub(tmp_path / "good.epub"))
    assert_broken(found, "could not finish")


def test_a_program_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "alive"
    began = time.monotonic()
    with pytest.raises(JudgeBroke, match=r"sh gave no answer within 0\.3 seconds"):
        run(["sh", "-c", f"(sleep 1; touch {mark}) & sleep 60"], seconds=0.3)
    assert time.monotonic() - began < 30
    time.sleep(1.2)
    assert not mark.exists()


def test_what_a_program_leaves_running_is_ended(tmp_path: Path) -> None:
    mark = tmp_path / "alive"
    run(["sh", "-c", f"(sleep 1; touch {mark}) >/dev/null 2>&1 &"], seconds=20)
    time.sleep(1.2)
    assert not mark.exists()


def stumbling(subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
    raise ZeroDivisionError(f"at {subjects[0].path}")


def absent(_: Sequence[Subject]) -> tuple[Verdicts, ...]:
    raise JudgeMissing("it is not here")


def content(subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
    return tuple((verdict("Content", "1", []),) for _ in subjects)


def test_a_mistake_in_a_judge_is_no_pass_and_tells_no_folders(tmp_path: Path) -> None:
    judges = [
        Judge("Stumbling", ".epub", "", stumbling, tuple),
        Judge("Content", ".epub", "", content, tuple),
    ]
    [report] = judge_files([write_epub(tmp_path / "good.epub")], tmp_path, judges)
    assert report.outcome is Outcome.FAILED
    assert_broken(report.verdicts[0], "ZeroDivisionError: at good.epub")
    assert report.verdicts[1].outcome is Outcome.PASSED


def test_a_file_with_a_missing_judge_has_not_passed(tmp_path: Path) -> None:
    judges = [Judge("Absent", ".epub", "", absent, tuple), Judge("Content", ".epub", "", content, tuple)]
    [report] = judge_files([write_epub(tmp_path / "good.epub")], tmp_path, judges)
    assert report.outcome is Outcome.SKIPPED
    assert report.verdicts[0].remark == "it is not here"
