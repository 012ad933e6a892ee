"""Ruled lines are as far apart as they say: measured on the finished page."""

from collections.abc import Iterator

from bindery.checks.pdf_facts.opened import OpenedPdf
from bindery.checks.pdf_facts.painted import PaintedPage
from bindery.checks.pdf_facts.strokes import Line
from bindery.checks.verdict import finding
from bindery.findings import Finding

# All in mm. A ruled line is thin (0.1 by design) and long; the rules of tables and boxes are twice as heavy.
_HEAVIEST = 0.15
_SHORTEST = 20.0
_FEWEST = 4
_SAME = 0.05  # what may be lost by rounding between two neighbours
_ALLOWED = 0.02  # what a pitch may differ from its nominal value
_SAME_COLUMN = 0.3
_ROW = 9.0  # rules so far apart bound the rows of a scale or a tracker: nobody writes on them
_WEIGHT = (
    0.09,
    0.11,
)  # ... unless they are heavier or lighter than drawn: then the whole drawing has another size


def ruling(opened: OpenedPdf) -> Iterator[Finding]:
    """Lines to write on stand at one of the expected pitches, or a multiple of it, and do not drift down the page."""
    pitches = opened.subject.expected.pitches
    for index, page in enumerate(opened.painted):
        for run in ruled(page):
            pitch = (run[-1].down - run[0].down) / (len(run) - 1)
            if not _bounds_rows(run, pitch) and not any(_is_multiple(pitch, nominal) for nominal in pitches):
                wanted = " or ".join(f"{nominal:g}" for nominal in pitches)
                where = opened.page_name(index)
                message = f"{len(run)} ruled lines stand {pitch:.2f} mm apart, not {wanted}, on {where}"
                yield finding("C038", message, opened.subject.place())


def _bounds_rows(run: list[Line], pitch: float) -> bool:
    return pitch >= _ROW and _WEIGHT[0] <= run[0].weight <= _WEIGHT[1]


def _is_multiple(pitch: float, nominal: float) -> bool:
    """Single lines with room between them stand two or more steps apart."""
    steps = max(round(pitch / nominal), 1)
    return abs(pitch - steps * nominal) <= _ALLOWED


def ruled(page: PaintedPage) -> list[list[Line]]:
    """The runs of ruled lines of a page: four or more in one column, evenly spaced, from top to bottom."""
    return [run for column in _columns(page) for run in _runs(column) if len(run) >= _FEWEST]


def _columns(page: PaintedPage) -> list[list[Line]]:
    """Thin long lines that begin and end alike and have one colour, from top to bottom."""
    columns: list[list[Line]] = []
    for line in sorted(page.lines, key=lambda line: line.down):
        if line.weight > _HEAVIEST or line.right - line.left < _SHORTEST:
            continue
        alike = (column for column in columns if _same_column(column[0], line))
        column = next(alike, None)
        columns.append([line]) if column is None else column.append(line)
    return columns


def _same_column(one: Line, other: Line) -> bool:
    ends = abs(one.left - other.left), abs(one.right - other.right)
    return max(ends) <= _SAME_COLUMN and one.colour == other.colour


def _runs(column: list[Line]) -> list[list[Line]]:
    """The column cut where the distance changes; the line at a cut ends one run and begins the next."""
    runs = [column[:1]]
    for line in column[1:]:
        run = runs[-1]
        gap = line.down - run[-1].down
        if gap <= _SAME:
            continue  # the same line, drawn twice
        if len(run) == 1 or abs(gap - (run[1].down - run[0].down)) <= _SAME:
            run.append(line)
        else:
            runs.append([run[-1], line])
    return runs
