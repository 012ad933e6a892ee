"""All proofs there are, in the order in which they are told."""

from walls import bombs, bounded, drawings, inert, judged, missing, mutated, outside, sameness, shapes, torn
from walls.proof import Proof

PROOFS: tuple[Proof, ...] = (
    mutated.SMALL,
    mutated.SHIPPED,
    drawings.PROOF,
    bombs.PROOF,
    shapes.PROOF,
    bounded.PROOF,
    outside.PROOF,
    inert.PROOF,
    missing.BOOK,
    missing.PRESS,
    *torn.PROOFS,
    sameness.PROOF,
    judged.PROOF,
)
BY_NAME = {proof.name: proof for proof in PROOFS}
