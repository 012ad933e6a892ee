"""Where in the manuscript something printed comes from: places in the file are named by the keys of blocks."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping

import pikepdf

from bindery.findings import Place
from bindery.units import mm_of_pt

# mm by which a block may begin below the upper edge of what is printed in it: a title hangs above its block.
_HANGS = 3.0


class Origins:
    """The blocks of the manuscript that begin on each page, from top to bottom."""

    def __init__(self, pdf: pikepdf.Pdf, places: Mapping[str, Place]) -> None:
        """Look up the named places of the file among the `places` of the manuscript."""
        starts: dict[int, list[tuple[float, Place]]] = defaultdict(list)
        index_of = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        for name, destination in _named(pdf):
            index = index_of.get(destination[0].objgen) if len(destination) > 3 else None  # noqa: PLR2004 - page /XYZ left top
            if index is not None and name in places:
                top = float(pdf.pages[index].mediabox[3]) - float(destination[3])
                starts[index].append((mm_of_pt(top), places[name]))
        self._starts = {index: sorted(found, key=lambda start: start[0]) for index, found in starts.items()}

    def at(self, index: int, down: float) -> Place | None:
        """The block that begins last above this height (mm) of a page, or on an earlier one; None before all."""
        on_page = self._starts.get(index, [])
        before = bisect_right([top for top, _ in on_page], down + _HANGS)
        if before:
            return on_page[before - 1][1]
        earlier = [page for page in self._starts if page < index]
        return self._starts[max(earlier)][-1][1] if earlier else None


def _named(pdf: pikepdf.Pdf) -> list[tuple[str, list[pikepdf.Object]]]:
    names = pdf.Root.get("/Names", pikepdf.Dictionary())
    if "/Dests" not in names:
        return []
    found = []
    for name, value in pikepdf.NameTree(names["/Dests"]).items():
        explicit = value.get("/D") if isinstance(value, pikepdf.Dictionary) else value
        if (
            isinstance(explicit, pikepdf.Array)
            and len(explicit)
            and isinstance(explicit[0], pikepdf.Dictionary)
        ):
            found.append((str(name), list(explicit.as_list())))
    return found
