"""What the bench prints: ratios first, then growth, then the figures themselves."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean, median

from bench.measure import Figures

COLD, UNCHANGED, PARAGRAPH, SECOND = "cold", "unchanged", "one paragraph", "second edition"
WAYS = (COLD, UNCHANGED, PARAGRAPH, SECOND)
_MB = 1_000_000


@dataclass(slots=True)
class Results:
    """All rounds of all sizes: by wanted pages and way (or peer), the figures of each round; what really came out."""

    figures: dict[tuple[int, str], list[Figures]] = field(default_factory=dict)
    pages: dict[tuple[int, str], int] = field(default_factory=dict)
    sizes: dict[tuple[int, str], int] = field(default_factory=dict)

    def add(self, size: int, way: str, figures: Figures) -> None:
        """One more round."""
        self.figures.setdefault((size, way), []).append(figures)

    def typical(self, size: int, way: str) -> Figures | None:
        """The middle of all rounds, each figure by itself."""
        rounds = self.figures.get((size, way))
        if not rounds:
            return None
        return Figures(
            median(one.cpu for one in rounds),
            median(one.wall for one in rounds),
            int(median(one.memory for one in rounds)),
        )


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The power of the first value with which the second grows: the slope of a line through the logarithms."""
    across, up = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    middle_across, middle_up = fmean(across), fmean(up)
    over = sum((x - middle_across) * (y - middle_up) for x, y in zip(across, up, strict=True))
    return over / sum((x - middle_across) * (x - middle_across) for x in across)


def told(results: Results, peers: Mapping[str, str], missing: Sequence[str]) -> Iterator[str]:
    """The lines of the report. `peers` tells what each leaves out."""
    sizes = sorted({size for size, way in results.figures if way == COLD})
    yield from _ratios(results, sizes, list(peers))
    yield from _growth(results, sizes)
    yield from ("", f"{'pages':>6}  {'way':<20} {'CPU s':>8} {'wall s':>8} {'MB held':>8} {'MB file':>8}")
    for size in sizes:
        for way in (*WAYS, *peers):
            yield from _row(results, size, way)
    yield ""
    yield from (f"{name} leaves out {what}." for name, what in peers.items())
    yield from (f"{name}: not installed." for name in missing)
    yield "Each figure is the middle of its rounds. Cold is after make clean, with the fonts cut already."


def _ratios(results: Results, sizes: Sequence[int], peers: Sequence[str]) -> Iterator[str]:
    yield f"{'CPU (wall), in books made cold':<34}" + "".join(f"{_name(size):>16}" for size in sizes)
    for way in (*WAYS[1:], *peers):
        cells = [_ratio(results.typical(size, way), results.typical(size, COLD)) for size in sizes]
        yield f"  {way:<32}" + "".join(f"{cell:>16}" for cell in cells)


def _name(size: int) -> str:
    return f"{size} pages" if size else "standard"


def _ratio(one: Figures | None, cold: Figures | None) -> str:
    return f"{one.cpu / cold.cpu:.2f} ({one.wall / cold.wall:.2f})" if one and cold else "-"


def _growth(results: Results, sizes: Sequence[int]) -> Iterator[str]:
    points = [
        (results.pages[size, COLD], figures.cpu)
        for size in sizes
        if (figures := results.typical(size, COLD)) and results.pages.get((size, COLD))
    ]
    if len(points) > 1:
        yield f"CPU grows with pages to the power {exponent(points):.2f} ({points[0][0]} to {points[-1][0]} pages)"


def _row(results: Results, size: int, way: str) -> Iterator[str]:
    figures = results.typical(size, way)
    if figures:
        pages, file = results.pages.get((size, way), 0), results.sizes.get((size, way), 0)
        yield (
            f"{pages or '-':>6}  {way:<20} {figures.cpu:8.2f} {figures.wall:8.2f} "
            f"{figures.memory / _MB:8.0f} {file / _MB:8.2f}"
        )
