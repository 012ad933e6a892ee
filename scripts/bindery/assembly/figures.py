"""Every picture that the text asks for is there, lies under book/, and can be printed."""

import re
from pathlib import Path, PurePosixPath

from bindery.findings import Report
from bindery.intake import check_picture
from bindery.model.book import Book
from bindery.model.course_blocks import Figure
from bindery.model.node import walk

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")


def check_figures(book: Book, root: Path, report: Report) -> None:
    """Report the figures that cannot be printed, at the place that asks for them."""
    for node in walk(book):
        if isinstance(node, Figure) and _is_inside(node, report):
            check_picture(root / "book" / node.src, root, report, node.place)


def _is_inside(figure: Figure, report: Report) -> bool:
    """Whether the path, as it is written, stays in book/; where it leads is for the intake to see."""
    if _ADDRESS.match(figure.src):
        hint = 'copy the picture into book/figures, and write "src=figures/its-name.png"'
        report.add("I003", f'"{figure.src[:60]}" is an address, and nothing is fetched', figure.place, hint)
        return False
    path = PurePosixPath(figure.src)
    inside = not path.is_absolute() and ".." not in path.parts
    if not inside:
        report.add(
            "I003", f'"{figure.src}" lies outside the folder book', figure.place, "copy the file into book/"
        )
    return inside
