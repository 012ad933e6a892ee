"""The items of a scale in two lines of about the same length, which the engine cannot do by itself."""

from bindery.layout.views.answers import scale_columns
from bindery.layout.views.questionnaires import ScaleView

# mm; source: the design, part 6.8. A letter of Literata at 10 pt is 1.72 mm wide on average.
_WIDTH, _NUMERAL, _APART, _AIR = 160.0, 9.0, 15.0, 2.0
_LETTER = 1.8


def letters_of_an_item(scale: ScaleView) -> int:
    """How many letters surely stand on one line of an item."""
    marks = scale_columns(scale).width * len(scale.element.columns)
    apart = _APART if scale.element.print.not_applicable else 0.0
    return int((_WIDTH - _NUMERAL - marks - apart - _AIR) / _LETTER)


def in_two_lines(text: str, letters: int) -> tuple[str, ...]:
    """The text cut at the space nearest its middle; whole where one line is enough or two are not."""
    if len(text) <= letters:
        return (text,)
    cuts = [index for index, letter in enumerate(text) if letter == " "]
    cut = min(cuts, key=lambda index: abs(index - len(text) / 2), default=0)
    lines = text[:cut], text[cut + 1 :]
    return lines if cut and max(map(len, lines)) <= letters else (text,)
