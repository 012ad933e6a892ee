"""Nothing outside the book is read, nothing is called, and no active content leaves the press."""

import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from lxml.etree import fromstring

from walls.activity import active_in
from walls.outside import COUNT, PAGES, PROOF, VECTORS, nobody_is_asked
from walls.proof import SEED, Trial, tried
from walls.room import CHAPTER, End, Outcome, chapter, lay, press
from walls.vectors import HARMLESS, TEMPLATE, template_book
from walls.witness import CANARY, contents, leaks, listener

NAMES = (*(vector.name for vector in VECTORS), *PAGES)


def test_there_are_ways_enough_and_each_has_its_own_name() -> None:
    assert len(NAMES) == len(set(NAMES)) == COUNT
    assert len(VECTORS) > 100


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    with PROOF.set_up(tmp_path_factory.mktemp("outside"), SEED) as trial:
        yield trial


@pytest.mark.parametrize("number", range(COUNT), ids=lambda number: NAMES[number])
def test_a_way_out_is_refused_with_a_place_and_nothing_of_it_is_told(trial: Trial, number: int) -> None:
    verdict = tried(PROOF, trial, number)
    assert not verdict.flaws, verdict


def test_the_witnesses_would_hear_a_call() -> None:
    call = listener()
    with nobody_is_asked() as asked, suppress(OSError):
        urllib.request.urlopen(call.address, timeout=5).close()  # noqa: S310 - our own listener
    assert call.calls
    assert asked


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """Everything that the reader lets through, in one book, built."""
    root = lay(tmp_path_factory.mktemp("harmless"), HARMLESS)
    return root, press(root)


@pytest.mark.slow
def test_what_is_let_through_does_nothing_in_any_output(harmless: tuple[Path, Outcome]) -> None:
    root, outcome = harmless
    assert outcome.end is End.DONE, outcome
    assert leaks(root / "output") == []
    assert active_in(root / "output") == []


@pytest.mark.slow
def test_words_that_look_like_orders_are_printed_and_nothing_else(tmp_path: Path) -> None:
    root = lay(tmp_path / "project", template_book())
    outcome = press(root)
    assert outcome.end is End.DONE, outcome
    found = dict(contents(root / "output"))
    assert not [name for name, content in found.items() if b"1337" in content or b"root:x:" in content]
    assert TEMPLATE in fromstring(found["small.epub/EPUB/text/title.xhtml"]).xpath("string()")


@pytest.mark.slow
def test_the_witnesses_would_see_a_leak(tmp_path: Path) -> None:
    lay(tmp_path, {CHAPTER: chapter(f"{CANARY.decode()}\n")})
    assert press(tmp_path).end is End.DONE
    assert {name.split("/")[0].split(":")[0] for name in leaks(tmp_path / "output")} >= {
        "small-print-a4.pdf",
        "small.epub",
    }
