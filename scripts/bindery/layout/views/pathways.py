"""What the frame of a pathway needs: for whom it is in words, and how wide its ruled columns are."""

from dataclasses import dataclass

from bindery.model.blocks import Pathway
from bindery.model.wording import Wording

# mm; source: the design, part 6.10: three columns of 44 within the frame.
ROOM, GAP = 144.0, 6.0
LEAST_LINES = 3


@dataclass(frozen=True, slots=True)
class PathwayView:
    """`who` in words; `width` of a column in mm; `fill` is the key under which its lines are counted."""

    who: str
    width: float
    fill: str
    least: int


def pathway_view(pathway: Pathway, words: Wording) -> PathwayView:
    """A pathway as its page needs it."""
    count = max(1, len(pathway.room))
    width = round((ROOM - GAP * (count - 1)) / count, 3)
    return PathwayView(_who(pathway.who, words), width, f"{pathway.key}.room", LEAST_LINES)


def _who(who: tuple[str, ...], words: Wording) -> str:
    names = {"alone": words.alone, "pair": words.pair, "group": words.group}
    chosen = [names[name] for name in names if name in who]
    chosen[1:] = [name[:1].lower() + name[1:] for name in chosen[1:]]
    return f" {words.or_} ".join([", ".join(chosen[:-1]), chosen[-1]]) if len(chosen) > 1 else "".join(chosen)
