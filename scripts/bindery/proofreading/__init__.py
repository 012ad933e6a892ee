"""The manuscript read as an editor's desk reads it: pattern, words, spelling. It finds, and mends nothing."""

from bindery.proofreading.counts import PieceCount, count_table, prose, word_counts
from bindery.proofreading.passages import Sort
from bindery.proofreading.proofread import Proof, proofread, without_extras

__all__ = [
    "PieceCount",
    "Proof",
    "Sort",
    "count_table",
    "proofread",
    "prose",
    "without_extras",
    "word_counts",
]
