"""From the author's Markdown to blocks: every mistake with its line, nothing printed that was meant as a command."""

from bindery.markup.piece import read_inlines, read_piece

__all__ = ["read_inlines", "read_piece"]
