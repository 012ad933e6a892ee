"""The command line: what it prints, and the exit code it leaves with."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cases import Case, lay_out

EMPTY = Case("minimal", {}, "")


def bindery(*words: str, root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bindery", *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=240)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    lay_out(EMPTY, tmp_path)
    return tmp_path


def test_explain_tells_what_a_code_means(tmp_path: Path) -> None:
    run = bindery("explain", "M012", root=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("M012 (error): unknown block")


def test_explain_of_an_unknown_code_is_wrong_usage(tmp_path: Path) -> None:
    run = bindery("explain", "M112", root=tmp_path)
    assert run.returncode == 2
    assert "there is no finding M112" in run.stderr


def test_an_unknown_edition_is_wrong_usage_and_names_the_known_ones(book: Path) -> None:
    run = bindery("build", "standart", root=book)
    assert run.returncode == 2
    assert 'did you mean "standard"?' in run.stderr


def test_an_unknown_command_is_wrong_usage(tmp_path: Path) -> None:
    assert bindery("bild", root=tmp_path).returncode == 2


def test_findings_are_shown_with_the_line_itself_and_nothing_is_written(book: Path) -> None:
    chapter = book / "book/chapters/01-one.md"
    chapter.write_text(chapter.read_text().replace("questionnaire", "questionaire"))
    run = bindery("build", root=book)
    assert run.returncode == 1
    place, excerpt, *_ = run.stderr.splitlines()
    assert place.startswith("book/chapters/01-one.md:10: error[M012]")
    assert excerpt.strip() == "10 | ::: questionaire {name=tea}"
    assert not (book / "output").exists()


def test_a_pipe_among_the_files_of_the_book_is_told_and_never_waited_for(book: Path) -> None:
    os.mkfifo(book / "book/journal/pipe.yaml")
    run = bindery("build", root=book)
    assert run.returncode == 1
    assert "book/journal/pipe.yaml:1: error[I002]" in run.stderr


def test_a_folder_without_a_book_is_told_so(tmp_path: Path) -> None:
    run = bindery("build", root=tmp_path)
    assert run.returncode in {1, 2}
    assert "Traceback" not in run.stderr
    assert "book.yaml" in run.stderr


def test_a_new_edition_is_written_and_can_be_read(book: Path) -> None:
    assert bindery("new", "acme", root=book).returncode == 0
    assert (book / "book/editions/acme.yaml").read_text().startswith("#")
    again = bindery("new", "acme", root=book)
    assert again.returncode == 2
    assert "already" in again.stderr


def test_a_check_before_a_build_judges_the_manuscript(book: Path) -> None:
    run = bindery("check", root=book)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.split() == ["output/standard/report.html", "output/standard/report.json"]


def test_a_check_holds_the_manuscript_against_the_rules_of_its_house_and_a_build_does_not(book: Path) -> None:
    settings = book / "book/book.yaml"
    settings.write_text(settings.read_text() + "house-style: style.yaml\n")
    (book / "book/style.yaml").write_text("pattern: {epigraph: 1}\ndictionary: xx\n")
    run = bindery("check", "--quick", root=book)
    assert run.returncode == 0
    assert "book/chapters/01-one.md:2:1: warning[H001] this chapter has no epigraph" in run.stderr
    (manuscript,) = json.loads((book / "output/standard/report.json").read_text())["files"]
    said = {verdict["judge"]: verdict for verdict in manuscript["verdicts"]}
    assert said["House style"]["remark"].endswith("words of prose")
    assert (said["Spelling"]["outcome"], manuscript["outcome"]) == ("skipped", "skipped")
    page = (book / "output/standard/report.html").read_text()
    assert "Skipped: there is no Hunspell dictionary xx here" in page


def test_words_are_counted_piece_by_piece(book: Path) -> None:
    run = bindery("count", root=book)
    assert run.returncode == 0
    assert run.stdout.splitlines()[-1].split()[0] == "All"
    assert any(line.startswith("1 What is one?") for line in run.stdout.splitlines())


def test_a_check_of_a_faulty_manuscript_still_writes_its_report(book: Path) -> None:
    (book / "book/chapters/01-one.md").write_text("no front matter")
    assert bindery("check", root=book).returncode == 1
    assert "I018" in (book / "output/standard/report.html").read_text()


@pytest.mark.slow
def test_nothing_but_paths_is_printed_in_a_pipe(book: Path) -> None:
    run = bindery("build", root=book)
    assert (run.returncode, run.stderr) == (0, "")
    names = ["small-print-a4.pdf", "small.epub", "report.html", "report.json"]
    assert run.stdout.split() == [f"output/standard/{name}" for name in names]


@pytest.mark.slow
def test_an_edition_that_cannot_be_built_keeps_none_of_the_others_from_it(book: Path) -> None:
    editions = book / "book/editions"
    (editions / "broken.yaml").write_text("chapters: [nowhere]\n", "utf-8")
    run = bindery("build", "--all", root=book)
    assert run.returncode == 1
    assert run.stderr.startswith("book/editions/broken.yaml:1")
    assert (book / "output/standard/manifest.json").is_file()
    assert not (book / "output/broken").exists()
