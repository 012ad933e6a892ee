"""The stages in their order, the shelf that the outputs are put on, and nothing else."""
