"""The side notes of laid-out pages, where they would stand and where they go."""

from collections.abc import Iterator
from dataclasses import dataclass

from bindery.pdf.readings import PartReading, Standing
from bindery.pdf.side_notes import Placed, Span, place, shifts


@dataclass(frozen=True, slots=True)
class NotedPage:
    """The side notes of one page in reading order, where they would stand, and where they go."""

    notes: tuple[Standing, ...]
    spans: tuple[Span, ...]
    placed: Placed


def noted_pages(part: PartReading) -> Iterator[NotedPage]:
    """Every page of a part that has side notes."""
    for index in sorted({note.page for note in part.notes}):
        page = part.pages[index]
        notes = tuple(note for note in part.notes if note.page == index)
        walls = [_span(wall) for wall in part.walls if wall.page == index]
        spans = tuple(_span(note) for note in notes)
        yield NotedPage(notes, spans, place(spans, walls, Span(page.top, page.bottom)))


def note_shifts(part: PartReading) -> dict[str, float]:
    """Key of a note -> mm that it moves down (up when negative), for those that move."""
    return {
        note.key: shift
        for page in noted_pages(part)
        for note, shift in zip(page.notes, shifts(page.spans, page.placed), strict=True)
        if shift
    }


def _span(standing: Standing) -> Span:
    return Span(standing.top, standing.top + standing.height)
