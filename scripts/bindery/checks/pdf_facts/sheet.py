"""A page's paper, and where on it text may stand."""

from dataclasses import dataclass

from bindery.units import PAPERS

# mm; source: the design, parts 1 and 2.
_BLOCK = (160.0, 240.0)
_SAME = 0.2


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of a paper and the edges of its text block, all in mm from the upper left corner."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float


def sheet(width: float, height: float, index: int) -> Sheet | None:
    """The sheet of the page with this index, of which the first is a right-hand page; None for a paper unknown here."""
    for paper in PAPERS.values():
        if abs(paper.width - width) < _SAME and abs(paper.height - height) < _SAME:
            left = paper.outer if index % 2 else paper.inner
            return Sheet(width, height, left, paper.top, left + _BLOCK[0], paper.top + _BLOCK[1])
    return None
