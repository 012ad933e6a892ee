"""A questionnaire as it stands on paper and in the e-book, and the page on which it is added up."""

from dataclasses import dataclass

from bindery.model.questionnaire import Band, Element, Item, Questionnaire, Subscale


@dataclass(frozen=True, slots=True)
class Row:
    """An item of a scale: its number over the whole questionnaire, its words, and whether it is counted backwards."""

    number: int
    item: Item
    reversed: bool


@dataclass(frozen=True, slots=True)
class ScaleView:
    """A matrix: its element and its rows."""

    element: Element
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Any element that is not a matrix, with its number among the questions."""

    number: int
    element: Element


@dataclass(frozen=True, slots=True)
class Box:
    """A box on the scoring page: the number of the item, and whether `subtract_from` − mark goes into it."""

    number: int
    reversed: bool
    subtract_from: int


@dataclass(frozen=True, slots=True)
class BandView:
    """A band with its range in words, such as `4–9`."""

    range: str
    band: Band


@dataclass(frozen=True, slots=True)
class SubscaleView:
    """A subscale to add up: its boxes, the smallest and the greatest sum, and what to divide it by (0: nothing)."""

    name: str
    subscale: Subscale
    boxes: tuple[Box, ...]
    minimum: int
    maximum: int
    divisor: int
    bands: tuple[BandView, ...]


@dataclass(frozen=True, slots=True)
class ScoringView:
    """The scoring page; `bands` are those shared by all subscales."""

    subscales: tuple[SubscaleView, ...]
    bands: tuple[BandView, ...]


@dataclass(frozen=True, slots=True)
class QuestionnaireView:
    """A questionnaire: its questions in order (scales among them), and its scoring page if it has one."""

    questionnaire: Questionnaire
    parts: tuple[ScaleView | Question, ...]
    scoring: ScoringView | None

    @property
    def is_open(self) -> bool:
        """Whether all of it is questions to be answered in the reader's own words."""
        return all(isinstance(part, Question) for part in self.parts)


def questionnaire_view(questionnaire: Questionnaire) -> QuestionnaireView:
    """What the templates of a questionnaire need."""
    numbers = _item_numbers(questionnaire)
    scoring = _scoring(questionnaire, numbers) if questionnaire.scoring else None
    return QuestionnaireView(questionnaire, tuple(_parts(questionnaire, numbers)), scoring)


def _item_numbers(questionnaire: Questionnaire) -> dict[str, int]:
    names = [row.value for element in questionnaire.elements for row in element.rows]
    return {name: number for number, name in enumerate(names, 1)}


def reversed_items(questionnaire: Questionnaire) -> frozenset[str]:
    """The names of the items that some subscale counts backwards."""
    scales = questionnaire.scoring.scales.values() if questionnaire.scoring else ()
    return frozenset(key[1:] for scale in scales for key in scale.keys if key.startswith("-"))


def _parts(questionnaire: Questionnaire, numbers: dict[str, int]) -> list[ScaleView | Question]:
    backwards, count = reversed_items(questionnaire), 0
    parts: list[ScaleView | Question] = []
    for element in questionnaire.elements:
        if element.type == "matrix":
            rows = tuple(Row(numbers[row.value], row, row.value in backwards) for row in element.rows)
            parts.append(ScaleView(element, rows))
        else:
            count += element.type != "html"
            parts.append(Question(count, element))
    return parts


def mark_range(questionnaire: Questionnaire, item: str) -> tuple[int, int]:
    """The lowest and the highest mark that an item can have."""
    for element in questionnaire.elements:
        if element.name == item or any(row.value == item for row in element.rows):
            return _range(element)
    raise KeyError(item)


def _range(element: Element) -> tuple[int, int]:
    values = [choice.value for choice in element.columns or element.choices if isinstance(choice.value, int)]
    if values:
        return min(values), max(values)
    return (element.rate_min, element.rate_max) if element.type == "rating" else (element.min, element.max)


def _scoring(questionnaire: Questionnaire, numbers: dict[str, int]) -> ScoringView:
    assert questionnaire.scoring is not None  # noqa: S101 - asked by the only caller
    bands = questionnaire.scoring.assessments
    subscales = tuple(
        _subscale(questionnaire, name, scale, numbers) for name, scale in questionnaire.scoring.scales.items()
    )
    return ScoringView(subscales, tuple(_band(band) for band in bands if not band.scale))


def _subscale(
    questionnaire: Questionnaire, name: str, scale: Subscale, numbers: dict[str, int]
) -> SubscaleView:
    bands = questionnaire.scoring.assessments if questionnaire.scoring else ()
    ranges = [mark_range(questionnaire, key.lstrip("-")) for key in scale.keys]
    boxes = tuple(
        Box(numbers.get(key.lstrip("-"), index), key.startswith("-"), sum(marks))
        for index, (key, marks) in enumerate(zip(scale.keys, ranges, strict=True), 1)
    )
    low, high = sum(low for low, _ in ranges), sum(high for _, high in ranges)
    own = tuple(_band(band) for band in bands if band.scale == name)
    divisor = len(boxes) if scale.method == "mean" else 0
    return SubscaleView(name, scale, boxes, low, high, divisor, own)


def _band(band: Band) -> BandView:
    low, high = (f"{bound:g}".replace("-", "−") for bound in (band.minimum, band.maximum))
    between = " to " if "−" in low + high else "–"
    return BandView(f"{low}{between}{high}", band)
