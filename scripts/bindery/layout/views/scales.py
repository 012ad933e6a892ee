"""Scales as tables: those that follow each other with the same answers share one head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bindery.layout.views.questionnaires import Question, ScaleView
from bindery.layout.views.type_width import LABEL, broken
from bindery.model.questionnaire import Choice

# pt and mm; source: the design, part 3: nothing smaller is read; and air between two heads.
HEAD_SIZE, HEAD_AIR = 8.5, 1.2


@dataclass(frozen=True, slots=True)
class ScaleTable:
    """One table: its scales, of which each has a row with its title when there are several."""

    scales: tuple[ScaleView, ...]

    @property
    def first(self) -> ScaleView:
        """The scale from which the head is taken."""
        return self.scales[0]


def tables(parts: Sequence[ScaleView | Question]) -> Iterator[ScaleTable | Question]:
    """The parts of a questionnaire, scales with the same answers joined."""
    for answers, run in groupby(parts, _answers):
        members = tuple(run)
        scales = tuple(part for part in members if isinstance(part, ScaleView))
        if answers is None:
            yield from (part for part in members if isinstance(part, Question))
        else:
            yield ScaleTable(scales)


def _answers(part: ScaleView | Question) -> tuple[tuple[Choice, ...], str] | None:
    if isinstance(part, ScaleView):
        return part.element.columns, part.element.print.not_applicable
    return None


def head_lines(text: str, width: float) -> Sequence[str]:
    """The words over a column of circles, in lines that keep apart from those of the next column."""
    return broken(text, width - HEAD_AIR, HEAD_SIZE, LABEL)


def widest_word(texts: Sequence[str]) -> float:
    """What the longest word over a column takes with its air, in mm: it is never broken."""
    words = [word for text in texts for word in text.split()]
    return max((LABEL.width(word, HEAD_SIZE) for word in words), default=0.0) + HEAD_AIR
