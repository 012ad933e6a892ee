"""Whatever is sent, the reader ends within its bounds: with findings, or with a result."""

from pathlib import Path

import pytest

from walls import shapes
from walls.bombs import BOMBS, PROOF
from walls.proof import SEED, tried


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
