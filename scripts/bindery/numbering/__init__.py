"""An edition's choice of the book, numbered and cross-referenced."""

from bindery.numbering.choose import choose
from bindery.numbering.formats import for_format
from bindery.numbering.number import number

__all__ = ["choose", "for_format", "number"]
