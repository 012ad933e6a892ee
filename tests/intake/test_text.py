"""One way in for text: what is read, what is refused, and where the mistake is said to be."""

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bindery.findings import Finding, Place, Report
from bindery.intake import TEXT_LIMIT, read_text

in_one_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(root: Path, content: bytes) -> tuple[str | None, list[Finding]]:
    path = root / "book" / "piece.md"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    report = Report()
    return read_text(path, root, report), list(report)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbfText\n", "Text\n"),
        (b"One\r\ntwo\rthree\n", "One\ntwo\nthree\n"),
        (b"A\tB", "A\tB"),
        ("Cafe\u0301".encode(), "Caf\u00e9"),
        ("\U0001f333 tree".encode(), "\U0001f333 tree"),
    ],
    ids=["byte order mark", "newlines", "tab", "composed", "beyond the basic plane"],
)
def test_text_is_made_plain(tmp_path: Path, content: bytes, text: str) -> None:
    assert read(tmp_path, content) == (text, [])


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (b"One\r\ntwo \xe9", "I005", 2, 5),
        ("déjà ".encode() + b"\xff", "I005", 1, 6),
        (b"\xef\xbb\xbf\xc3", "I005", 1, 1),
        (b"\xed\xa0\x80", "I005", 1, 1),
        (b"\xc0\xaf", "I005", 1, 1),
        (b"One\ntwo\x00", "I006", 2, 4),
        (b"\x1b[31m", "I006", 1, 1),
        ("a\u0085b".encode(), "I006", 1, 2),
        ("a\u2028b".encode(), "I006", 1, 2),
        ("a\u202eb".encode(), "I006", 1, 2),
        ("a\u2067b".encode(), "I006", 1, 2),
        ("a\ufeffb".encode(), "I006", 1, 2),
        ("a\uffffb".encode(), "I006", 1, 2),
        (b"", "I007", 1, 0),
        (b"\xef\xbb\xbf \n\t\n", "I007", 1, 0),
    ],
)
def test_what_is_refused_is_refused_at_its_place(
    tmp_path: Path, content: bytes, code: str, line: int, column: int
) -> None:
    text, findings = read(tmp_path, content)
    assert text is None
    assert [(found.code, found.place) for found in findings] == [(code, Place("book/piece.md", line, column))]


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    assert read(tmp_path, b"a" * TEXT_LIMIT)[1] == []
    text, findings = read(tmp_path, b"a" * (TEXT_LIMIT + 1))
    assert text is None
    assert [(found.code, found.hint.split(";")[0]) for found in findings] == [
        ("I004", "the limit is 256 KiB")
    ]


@pytest.mark.parametrize("target", ["../secret.txt", "/etc/hostname", "../bookshelf/piece.md"])
def test_a_link_that_leads_out_of_the_book_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "bookshelf").mkdir()
    for path in ("secret.txt", "bookshelf/piece.md"):
        (tmp_path / path).write_text("secret")
    (tmp_path / "book" / "piece.md").symlink_to(target)
    report = Report()
    assert read_text(tmp_path / "book" / "piece.md", tmp_path, report) is None
    assert [found.code for found in report] == ["I003"]


def test_a_link_inside_the_book_is_followed(tmp_path: Path) -> None:
    read(tmp_path, b"Text")
    (tmp_path / "book" / "other.md").symlink_to("piece.md")
    assert read_text(tmp_path / "book" / "other.md", tmp_path, Report()) == "Text"


def test_a_book_may_itself_be_reached_by_a_link(tmp_path: Path) -> None:
    read(tmp_path, b"Text")
    (tmp_path / "elsewhere").symlink_to(tmp_path)
    assert read_text(tmp_path / "elsewhere/book/piece.md", tmp_path / "elsewhere", Report()) == "Text"


def test_links_in_a_circle_are_a_finding(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "a.md").symlink_to("b.md")
    (tmp_path / "book" / "b.md").symlink_to("a.md")
    report = Report()
    assert read_text(tmp_path / "book" / "a.md", tmp_path, report) is None
    assert [found.code for found in report] == ["I008"]


def test_a_pipe_is_refused_without_waiting_for_its_end(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    os.mkfifo(tmp_path / "book" / "pipe.md")
    report = Report()
    assert read_text(tmp_path / "book" / "pipe.md", tmp_path, report) is None
    assert [found.code for found in report] == ["I002"]


def test_a_missing_file_is_reported_where_it_was_asked_for(tmp_path: Path) -> None:
    asked, report = Place("book/book.yaml", 9, 3), Report()
    assert read_text(tmp_path / "book" / "no.md", tmp_path, report, asked) is None
    assert [(found.code, found.place) for found in report] == [("I001", asked)]


@in_one_folder
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_finding_with_a_line(tmp_path: Path, content: bytes) -> None:
    text, findings = read(tmp_path, content)
    assert (text is None) == bool(findings)
    assert all(found.place.line > 0 for found in findings)


@in_one_folder
@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=100))
def test_plain_words_come_through_normalised(tmp_path: Path, words: str) -> None:
    text, _ = read(tmp_path, f"x{words}".encode())
    assert text == unicodedata.normalize("NFC", f"x{words}")
