"""What the frame of a pathway needs: for whom it is in words, and how wide its ruled columns are."""

from dataclasses import dataclass

from bindery.model.course_blocks import Pathway, Write
from bindery.model.wording import Wording
from bindery.units import lines_for_words

# mm; source: the design, part 6.10: three columns of 44 within the frame.
ROOM, GAP = 144.0, 6.0
LEAST_LINES = 3


@dataclass(frozen=True, slots=True)
class PathwayView:
    """`who` in words; `width` of a column in mm; `fill` is the key under which its lines are counted.

    `least` lines it has from the first layout on; `asked` is the most that one of its columns asks for, and
    `needed` are the lines for which it is set closer.
    """

    who: str
    width: float
    fill: str
    least: int
    asked: int
    needed: int


def pathway_view(pathway: Pathway, words: Wording) -> PathwayView:
    """A pathway as its page needs it."""
    count = max(1, len(pathway.room))
    width = round((ROOM - GAP * (count - 1)) / count, 3)
    asked = max((_asked(write, width) for write in pathway.room), default=0)
    least = min(asked, LEAST_LINES) if asked else LEAST_LINES
    return PathwayView(
        _who(pathway.who, words), width, f"{pathway.key}.room", least, asked, max(least, asked)
    )


def _asked(write: Write, width: float) -> int:
    return lines_for_words(write.words, width) if write.words else write.lines


def _who(who: tuple[str, ...], words: Wording) -> str:
    names = {"alone": words.alone, "pair": words.pair, "group": words.group}
    chosen = [names[name] for name in names if name in who]
    chosen[1:] = [name[:1].lower() + name[1:] for name in chosen[1:]]
    return f" {words.or_} ".join([", ".join(chosen[:-1]), chosen[-1]]) if len(chosen) > 1 else "".join(chosen)
