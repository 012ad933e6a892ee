"""Every picture that the text asks for is there, lies under book/, and can be printed."""

from pathlib import Path

from bindery.findings import Report
from bindery.intake import check_picture
from bindery.model.blocks import Figure
from bindery.model.book import Book
from bindery.model.node import walk


def check_figures(book: Book, root: Path, report: Report) -> None:
    """Report the figures that cannot be printed, at the place that asks for them."""
    for node in walk(book):
        if isinstance(node, Figure):
            check_picture(root / "book" / node.src, root, report, node.place)
