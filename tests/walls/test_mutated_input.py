"""Mutated input: a book of which some bytes are wrong is built, or refused with a place; it never breaks the press."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from walls.mutation import CHAPTER, FRAGMENTS, RICH, Mutant, mutants, put_in
from walls.room import End, Outcome, lay, press, read

SEED = 20261123
READ = 150
PRESSED, ROUNDS = 15, 3


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(tmp_path_factory.mktemp("mutated"), {CHAPTER: RICH})


def test_the_book_is_right_before_it_is_mutated(root: Path) -> None:
    assert read(root) == Outcome(End.DONE, ())
    assert len(set(FRAGMENTS)) > 42


def test_the_same_seed_gives_the_same_mutants() -> None:
    first, again, other = (list(islice(mutants(seed), 20)) for seed in (SEED, SEED, SEED + 1))
    assert first == again
    assert first != other


@pytest.mark.parametrize(
    "mutant", tuple(islice(mutants(SEED), READ)), ids=lambda mutant: f"{mutant.number}-{mutant.name}"
)
def test_a_mutant_is_read_or_refused_with_a_place(root: Path, mutant: Mutant) -> None:
    with put_in(mutant, root):
        _check(read(root))


@pytest.mark.slow
@pytest.mark.parametrize("number", range(ROUNDS))
def test_what_the_reader_lets_through_can_be_pressed(root: Path, number: int) -> None:
    for mutant in islice(_readable(root, SEED + number), PRESSED // ROUNDS):
        with put_in(mutant, root):
            outcome = press(root)
        assert outcome.end is not End.CRASHED, (mutant, outcome.words)


def _readable(root: Path, seed: int) -> Iterator[Mutant]:
    """Mutants with one edit that the reader finds nothing wrong with."""
    for mutant in mutants(seed, edits=1):
        with put_in(mutant, root):
            fine = read(root).end is End.DONE
        if fine:
            yield mutant


def _check(outcome: Outcome) -> None:
    assert outcome.end in {End.DONE, End.REFUSED}, outcome.words
    assert outcome.end is End.DONE or outcome.findings
    assert all(finding.place.line for finding in outcome.findings), outcome.told
