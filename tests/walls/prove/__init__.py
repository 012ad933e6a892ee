"""The proofs in full size, and the page that tells what came of them."""
