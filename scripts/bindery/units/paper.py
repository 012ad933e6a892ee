"""The papers: size and margins in mm. The text block is 160 x 240 mm on each of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper and where the text block stands on it, all in mm; `tab_gap` is between text block and tab."""

    name: str
    title: str
    width: float
    height: float
    top: float
    inner: float
    outer: float
    tab_gap: float
    head_baseline: float
    folio_baseline: float

    @property
    def bottom(self) -> float:
        """The margin below the text block, in mm."""
        return round(self.height - self.top - 240, 3)


# Source: the design of the workbook, parts 2 and 7; on Letter the head stands 1.5 mm lower, 10 mm from the edge.
A4 = Paper("a4", "A4", 210, 297, 24, 25, 25, 7, 14.6, 277.6)
LETTER = Paper("letter", "US Letter", 215.9, 279.4, 18, 25.4, 30.5, 12.5, 12.5, 268)

PAPERS = {paper.name: paper for paper in (A4, LETTER)}
