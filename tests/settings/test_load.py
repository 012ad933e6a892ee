"""A book's settings as a whole; the single mistakes are in tests/cases/."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bindery.findings import Place, Report
from bindery.settings import Settings, load_edition, load_settings
from books import MINIMAL, write_book


def load(root: Path) -> tuple[Settings | None, list[str]]:
    report = Report()
    return load_settings(root, report), [found.code for found in report]


def test_the_minimal_book_is_whole(tmp_path: Path) -> None:
    found, codes = load(write_book(tmp_path))
    assert codes == []
    assert found
    assert [listed.path for listed in found.pieces] == [
        "front/title.md",
        "chapters/01-one.md",
        "back/glossary.md",
        "back/sources.md",
    ]
    assert found.questionnaire_names == ("tea",)
    assert found.journal_names == ("lined",)
    assert list(found.references) == ["smith2001"]
    assert found.editions == ("standard",)
    assert not found.broken


def test_everything_knows_its_place(tmp_path: Path) -> None:
    found, _ = load(write_book(tmp_path))
    assert found
    assert found.chapters[0].place == Place("book/book.yaml", 8, 12)
    assert found.glossary[0].place == Place("book/glossary.yaml", 1, 3)
    assert found.references["smith2001"].place == Place("book/references.yaml", 1, 1)
    assert found.questionnaires[0].located.place(("elements", 0, "rows", 1)).line == 14


def test_glossary_references_questionnaires_and_journal_may_be_missing(tmp_path: Path) -> None:
    names = ("glossary.yaml", "references.yaml", "questionnaires/tea.yaml", "journal/lined.yaml")
    found, codes = load(write_book(tmp_path, {f"book/{name}": None for name in names}))
    assert found
    assert codes == []


def test_a_file_that_cannot_be_listed_is_left_out_and_the_rest_is_kept(tmp_path: Path) -> None:
    text = (
        (MINIMAL / "book/book.yaml")
        .read_text()
        .replace("[front/title.md]", "[front/titel.md, front/title.md]")
    )
    found, codes = load(write_book(tmp_path, {"book/book.yaml": text}))
    assert found
    assert codes == ["S011"]
    assert [listed.path for listed in found.front] == ["front/title.md"]


def test_without_a_readable_book_yaml_the_other_files_are_judged_all_the_same(tmp_path: Path) -> None:
    files = {"book/book.yaml": "title: A\n", "book/glossary.yaml": "- term: Tea\n"}
    found, codes = load(write_book(tmp_path, files))
    assert found is None
    assert {"S002"} == set(codes)
    assert len(codes) == 7


def test_what_could_not_be_read_is_known_by_name(tmp_path: Path) -> None:
    files = {
        "book/questionnaires/tea.yaml": "name: tea\n",
        "book/journal/lined.yaml": "name: [\n",
        "book/glossary.yaml": "- term: Green Tea\n",
        "book/references.yaml": "smith2001: {title: A}\n",
    }
    found, _ = load(write_book(tmp_path, files))
    assert found
    assert found.broken == {"tea", "lined", "green-tea", "smith2001"}


def test_a_file_that_cannot_be_read_at_all_is_broken_as_a_whole(tmp_path: Path) -> None:
    found, _ = load(
        write_book(tmp_path, {"book/glossary.yaml": "a: b: c\n", "book/references.yaml": "- a\n"})
    )
    assert found
    assert found.broken == {"glossary.yaml", "references.yaml"}


def test_a_welcome_page_of_an_edition_needs_no_list(tmp_path: Path) -> None:
    files = {
        "book/editions/ours.yaml": "welcome: front/welcome.md\n",
        "book/front/welcome.md": "---\ntitle: Welcome\n---\nHello.\n",
        "book/front/forgotten.md": "---\ntitle: Forgotten\n---\nHello.\n",
    }
    report = Report()
    load_settings(write_book(tmp_path, files), report)
    assert [(found.code, found.place.file) for found in report] == [("S012", "book/front/forgotten.md")]


def test_a_settings_file_outside_the_book_is_not_followed(tmp_path: Path) -> None:
    write_book(tmp_path, {"book/glossary.yaml": None, "secret.yaml": "- term: Secret\n"})
    (tmp_path / "book/glossary.yaml").symlink_to("../secret.yaml")
    assert load(tmp_path)[1] == ["I003"]


SETTINGS_FILES = sorted(path.relative_to(MINIMAL).as_posix() for path in MINIMAL.rglob("*.yaml"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.sampled_from(SETTINGS_FILES), st.data())
def test_damaged_settings_give_findings_with_lines_and_never_a_traceback(
    tmp_path: Path, name: str, data: st.DataObject
) -> None:
    whole = (MINIMAL / name).read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    new = data.draw(
        st.sampled_from(
            [b"", b"\xff", b"\x00", b"[", b": ", b"\n- ", b"\n", b"'", b"&a ", b"nan", b"-9", b"~"]
        )
    )
    write_book(tmp_path, {name: whole[:at] + new + whole[at + data.draw(st.integers(0, 12)) :]})
    report = Report()
    found = load_settings(tmp_path, report)
    if found:
        load_edition("standard", found, tmp_path, report)
    assert found or report.has_errors
    assert all(finding.place.line > 0 for finding in report)


@pytest.mark.parametrize("name", SETTINGS_FILES)
def test_an_empty_settings_file_is_a_finding(tmp_path: Path, name: str) -> None:
    assert "I007" in load(write_book(tmp_path, {name: ""}))[1] or "editions" in name
