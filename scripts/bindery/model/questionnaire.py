"""Questionnaires as data. Names of elements: SurveyJS; keys of scoring: R psych; bands: LimeSurvey's assessments.

What exists on paper only stands under `print:`. The classes are also the schema of book/questionnaires/*.yaml.
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel

_CLOSED = ConfigDict(
    alias_generator=to_camel,
    extra="forbid",
    coerce_numbers_to_str=True,
    allow_inf_nan=False,
    str_strip_whitespace=True,
)

ElementType = Literal[
    "html", "text", "comment", "radiogroup", "checkbox", "boolean", "rating", "matrix", "ranking", "slider"
]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
Words = Annotated[str, Field(min_length=1, max_length=2000)]
Mark = Annotated[int, Field(ge=-1000, le=1000)]


@dataclass(frozen=True, slots=True)
class Source:
    """Whose a questionnaire is. Without a licence nothing is printed: many scales are copyrighted."""

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED
    author: Words
    license: Annotated[str, Field(min_length=1, description="SPDX name of the licence, such as CC-BY-SA-4.0")]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that can be marked: its value and its words."""

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED
    value: Mark | str
    text: Words


def _choice_of_words(given: object) -> object:
    return {"value": given, "text": given} if isinstance(given, str) else given


# Words alone are a choice of which they are also the value, as in SurveyJS.
AnyChoice = Annotated[Choice, BeforeValidator(_choice_of_words, json_schema_input_type=Choice | str)]


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a matrix: its name (unique in the book) and its words."""

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED
    value: Name
    text: Words


@dataclass(frozen=True, slots=True)
class ElementPrint:
    """How an element stands on paper: ruled lines, and the words of a "doesn't apply" column."""

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED
    lines: Annotated[int, Field(ge=1, le=28, description="ruled lines of 8 mm")] = 4
    not_applicable: str = ""


@dataclass(frozen=True, slots=True)
class Element:
    """A question, or a matrix of items on one scale. Which fields it needs depends on its type."""

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED
    type: ElementType
    name: Name
    title: str = ""
    description: str = ""
    html: str = ""
    is_required: bool = False
    columns: Annotated[tuple[AnyChoice, ...], Field(max_length=11)] = ()
    rows: Annotated[tuple[Item, ...], Field(max_length=60)] = ()
    choices: Annotated[tuple[AnyChoice, ...], Field(max_length=40)] = ()
    rate_min: Mark = 1
    rate_max: Mark = 5
    min_rate_description: str = ""
    max_rate_description: str = ""
    min: Mark = 0
    max: Mark = 10
    step: Annotated[int, Field(ge=1, le=1000)] = 1
    max_length: Annotated[int, Field(ge=0, le=10000)] = 0
    print: ElementPrint = ElementPrint()


@dataclass(frozen=True, slots=True)
class Subscale:
    """Items that are added up; a minus before a key reverses it. `part` is the part of the tree it is drawn on."""

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED
    keys: Annotated[tuple[str, ...], Field(min_length=1)]
    title: str = ""
    subtitle: str = ""
    part: Literal["", "roots", "trunk", "branches"] = ""
    method: Literal["sum", "mean"] = "sum"
    max_missing: Annotated[int, Field(ge=0, le=100)] = 0


@dataclass(frozen=True, slots=True)
class Band:
    """A range of scores and the words for it. `scale` "" stands for every subscale."""

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED
    name: Words
    minimum: float
    maximum: float
    message: Words
    scale: str = ""


@dataclass(frozen=True, slots=True)
class Scoring:
    """How marks become scores, and scores words."""

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED
    scales: dict[str, Subscale]
    assessments: tuple[Band, ...] = ()
    title: str = ""
    instruction: str = ""
    caution: str = ""


@dataclass(frozen=True, slots=True)
class QuestionnairePrint:
    """How a questionnaire stands on paper: a line for the situation it is about, and a closing remark."""

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED
    about: Annotated[
        str, Field(description="the label of a line to name one situation, such as My group")
    ] = ""
    remark: str = ""
    scoring_page: Literal["facing", "separate", "none"] = "facing"


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire: its words, its elements, and how it is scored."""

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED
    name: Name
    title: Words
    source: Source
    elements: Annotated[tuple[Element, ...], Field(min_length=1)]
    description: str = ""
    scoring: Scoring | None = None
    print: QuestionnairePrint = QuestionnairePrint()
