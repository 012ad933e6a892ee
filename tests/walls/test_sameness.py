"""The same bytes everywhere; and whatever lies on the shelf, the judges come to a verdict on it."""

from pathlib import Path

import pytest

from walls import judged, sameness
from walls.proof import Proof, flawed

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("proof", [sameness.PROOF, judged.PROOF], ids=lambda proof: proof.name)
def test_the_proof_has_no_flaw(tmp_path: Path, proof: Proof) -> None:
    assert flawed(proof, tmp_path) == {}
