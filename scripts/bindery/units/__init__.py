"""Lengths and papers. Everything is in millimetres unless its name says otherwise."""

from bindery.units.handwriting import lines_for_words
from bindery.units.lengths import MM_PER_INCH, mm_of_pt, mm_of_px, pt_of_mm, px_of_mm
from bindery.units.paper import PAPERS, Paper

__all__ = [
    "MM_PER_INCH",
    "PAPERS",
    "Paper",
    "lines_for_words",
    "mm_of_pt",
    "mm_of_px",
    "pt_of_mm",
    "px_of_mm",
]
