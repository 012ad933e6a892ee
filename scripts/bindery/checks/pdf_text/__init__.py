"""What a listener is given: the structure of a PDF with its text, read aloud or held against the book."""

from bindery.checks.pdf_text.aloud import read_aloud

__all__ = ["read_aloud"]
