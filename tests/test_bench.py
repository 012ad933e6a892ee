"""What the bench measures with is sound: its books can be read, and its exponent is one."""

from pathlib import Path

import pytest

from bench.peers import PEERS, prose
from bench.sizes import EDITION, SECOND, set_up
from bench.table import exponent
from bindery.build.reading import read_book
from bindery.findings import Report


@pytest.mark.parametrize(("pages", "chapters"), [(50, 1), (800, 23)])
def test_a_book_of_another_size_has_no_mistake_in_it(pages: int, chapters: int, tmp_path: Path) -> None:
    bench, report = set_up(tmp_path, pages), Report()
    for edition in (EDITION, SECOND):
        assert len(read_book(edition, bench.root, report).book.body) == chapters
    assert not report.has_errors


def test_a_paragraph_is_written_into_the_book_and_everything_but_the_fonts_is_forgotten(
    tmp_path: Path,
) -> None:
    bench = set_up(tmp_path, 50)
    bench.write_a_paragraph("This is new.")
    assert any("This is new." in line.words for line in prose(bench.chapters))
    (tmp_path / ".cache" / "stamps").mkdir(parents=True)
    bench.forget()
    assert not (tmp_path / ".cache" / "stamps").exists()


def test_every_peer_gets_all_headings_and_paragraphs(tmp_path: Path) -> None:
    lines = prose(set_up(tmp_path, 50).chapters)
    assert len(lines) > 20
    for peer in PEERS:
        assert peer.write(lines).count("\n") >= len(lines) - 1


@pytest.mark.parametrize("power", [1.0, 1.5])
def test_the_exponent_is_the_power_with_which_it_grows(power: float) -> None:
    assert exponent([(x, 3 * x**power) for x in (50, 150, 500)]) == pytest.approx(power)
