"""Whatever is sent, reader and press end within their bounds: with findings, or with a result."""

from pathlib import Path

import pytest

from walls import bounded, shapes
from walls.bombs import BOMBS, PROOF
from walls.proof import SEED, flawed, tried


@pytest.mark.parametrize("number", range(len(BOMBS)), ids=lambda number: BOMBS[number].name)
def test_a_bomb_is_refused_by_its_name(tmp_path: Path, number: int) -> None:
    with PROOF.set_up(tmp_path, SEED) as trial:
        verdict = tried(PROOF, trial, number)
    assert not verdict.flaws, verdict


@pytest.mark.slow
@pytest.mark.parametrize("number", range(shapes.PROOF.few), ids=lambda number: tuple(shapes.SHAPES)[number])
def test_a_shape_of_markdown_costs_linear_time(tmp_path: Path, number: int) -> None:
    with shapes.PROOF.set_up(tmp_path, SEED) as trial:
        verdict = tried(shapes.PROOF, trial, number)
    assert not verdict.flaws, verdict


@pytest.mark.slow
def test_a_chapter_that_is_never_laid_out_is_stopped_and_named_and_the_other_edition_made(
    tmp_path: Path,
) -> None:
    assert flawed(bounded.PROOF, tmp_path) == {}
