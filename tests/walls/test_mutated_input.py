"""Mutated input: a book of which some bytes are wrong is built, or refused with a place; it never breaks the press."""

from pathlib import Path

import pytest

from walls import drawings
from walls.mutated import SHIPPED, SMALL
from walls.mutation import CHAPTER, FRAGMENTS, RICH, mutant, small_book
from walls.proof import SEED, Proof, flawed
from walls.room import End, Outcome, lay, read


def test_the_book_is_right_before_it_is_mutated(tmp_path: Path) -> None:
    assert read(lay(tmp_path, {CHAPTER: RICH})) == Outcome(End.DONE, ())
    assert len(set(FRAGMENTS)) > 42


def test_the_same_seed_gives_the_same_mutants() -> None:
    first, again, other = (
        [mutant(small_book(), seed, number) for number in range(20)] for seed in (SEED, SEED, SEED + 1)
    )
    assert first == again
    assert first != other


@pytest.mark.slow
@pytest.mark.parametrize("proof", [SMALL, SHIPPED, drawings.PROOF], ids=lambda proof: proof.name)
def test_a_mutant_is_made_or_refused_with_a_place(tmp_path: Path, proof: Proof) -> None:
    assert flawed(proof, tmp_path) == {}
