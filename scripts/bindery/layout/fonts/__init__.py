"""The fonts of the book: static faces cut once from variable ones, their CSS, their subsets, and what they lack.

CSS knows four families by role: `Display` 800, `Label` 400 and 700, `Text` 400, 700 and 400 italic, `Quote` 400 italic.
"""

from bindery.layout.fonts.coverage import missing_glyphs
from bindery.layout.fonts.embedding import TypeCase, font_face_css, subset
from bindery.layout.fonts.recipe import FontFile, Role, Style
from bindery.layout.fonts.shelf import font_files

__all__ = ["FontFile", "Role", "Style", "TypeCase", "font_face_css", "font_files", "missing_glyphs", "subset"]
