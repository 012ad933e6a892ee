"""Bindery, a press for workbooks: a course as plain files in, a printed workbook and an e-book out."""

__version__ = "0.1.0"
