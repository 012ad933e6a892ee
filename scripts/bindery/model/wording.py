"""The words that the press itself prints. Every one has a default and can be set in book.yaml or an edition."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

_W = Annotated[str, Field(max_length=300)]


@dataclass(frozen=True, slots=True)
class Wording:
    """Labels by the name of what they label; a `{}` in one stands for a number or a name."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"), extra="forbid"
    )
    page: _W = "page {}"
    chapter: _W = "Chapter {}"
    figure: _W = "Figure {}"
    pathway: _W = "Pathway"
    read: _W = "Read"
    reflect: _W = "Reflect"
    try_: _W = "Try"
    write: _W = "Write"
    look_up: _W = "Look up"
    go_deeper: _W = "Go deeper"
    other_side: _W = "The other side"
    journal: _W = "Journal"
    definition: _W = "Definition"
    after: _W = "After {}, in our words"
    example: _W = "Example"
    here_and_now: _W = "Here and now"
    aim: _W = "Aim"
    aims: _W = "In this chapter you will"
    branches: _W = "Branches"
    trunk: _W = "Trunk"
    roots: _W = "Roots"
    branches_gloss: _W = "the work we share"
    trunk_gloss: _W = "how we understand each other"
    roots_gloss: _W = "what it is for"
    ground: _W = "ground"
    minutes_to_read: _W = "{} min to read"
    minutes_of_questions: _W = "{} min of questions"
    pathways_count: _W = "{} pathways"
    minutes: _W = "{} minutes"
    minutes_short: _W = "{} min"
    alone: _W = "Alone"
    pair: _W = "A pair"
    group: _W = "A group"
    or_: _W = "or"
    you_need: _W = "You need"
    access: _W = "Access"
    if_it_goes_wrong: _W = "If it goes wrong"
    on_your_own: _W = "On your own"
    journal_line: _W = "Journal line"
    next_step: _W = "Next step"
    scoring_title: _W = "Adding up, and shading your tree"
    scoring_instruction: _W = (
        "Copy your marks from {}. Where it says 6 − mark, take your mark away from six. "
        "Then shade one shape on the tree for every point, beginning at the ground."
    )
    reversed_mark: _W = "{} − mark"
    reversed_row: _W = "counted the other way round"
    sum: _W = "sum"
    i_notice: _W = "I notice"
    notes: _W = "Notes"
    cues: _W = "Questions, cues"
    summary: _W = "In two sentences"
    words_of_our_own: _W = "Words of our own"
    belongs_to: _W = "This copy belongs to"
    begun_on: _W = "Begun on"
    with_: _W = "With"
    facilitated_by: _W = "Your facilitator: {}"
    for_leaders: _W = "For leaders"
    before_you_print: _W = "Before you print"
    fifty_millimetres: _W = "50 mm"
    check_duplex: _W = "Hold this sheet to the light: the two crosses should meet."
    edition_line: _W = "{title} · {paper} edition {version}"
    cover: _W = "Cover"
    contents: _W = "Contents"
    in_your_journal: _W = "Write in your journal, or on {} of the printed workbook."
    mark_in_your_journal: _W = "Note your marks in your journal, or use {} of the printed workbook."
    journal_page_pointer: _W = "In the printed workbook there is room for this on {}."
    mark_one: _W = "Mark one:"
    back: _W = "Back to the text"
    footnotes: _W = "Notes"
    pages: _W = "Pages of the printed book"
    and_: _W = "and"
    editor: _W = "ed."
    table: _W = "Table"

    @property
    def page_kinds(self) -> dict[str, str]:
        """The words of the running head, by the kind of page."""
        names = ("read", "reflect", "try", "write", "look-up", "go-deeper")
        return {name: getattr(self, {"try": "try_"}.get(name, name.replace("-", "_"))) for name in names}
