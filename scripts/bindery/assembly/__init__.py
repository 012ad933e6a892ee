"""Sections made one book: questionnaires and journal pages attached, every pointer checked."""

from bindery.assembly.assemble import assemble, welcome_piece

__all__ = ["assemble", "welcome_piece"]
