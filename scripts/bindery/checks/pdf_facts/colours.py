"""Words stand out from their ground, in colour and in a copy, and no page takes too much ink."""

from collections.abc import Iterator

from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.findings import Finding

# Percent that a page but the cover may take; source: the design, part 6: mean coverage.
_INK = 8.0


def colours(opened: OpenedPdf) -> Iterator[Finding]:
    """One finding a page at most of either kind."""
    for index, looks in enumerate(seen.looks for seen in opened.seen):
        if faint := looks.faint:
            message = f"the contrast of {faint.words!r} with its ground is {faint.contrast:.1f} : 1"
            yield opened.finding("C120", message, index, faint.top)
        if index and looks.ink > _INK:
            yield opened.finding("C124", f"{looks.ink:.1f} % of the page is covered with ink", index)
