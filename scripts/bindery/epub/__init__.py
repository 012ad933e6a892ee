"""The e-book: an EPUB 3.3 of the same book, with the pages of the printed one marked in it."""

from bindery.epub.ebook import PrintedPages, make_ebook

__all__ = ["PrintedPages", "make_ebook"]
