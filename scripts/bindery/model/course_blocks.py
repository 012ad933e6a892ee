"""Blocks of a course: what authors write between `:::`, from an epigraph to a pathway."""

from dataclasses import dataclass
from typing import ClassVar

from bindery.model.blocks import Block, ListItem
from bindery.model.inlines import Inline
from bindery.model.journal import JournalKind
from bindery.model.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class Epigraph(Block):
    """A quotation at the head of a chapter, with whose it is, and a comment."""

    kind: ClassVar[str] = "epigraph"
    quotation: tuple[Inline, ...]
    by: str
    work: str
    year: str
    remark: str
    comment: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Block):
    """A definition; `source` is the key of a reference, or nothing."""

    kind: ClassVar[str] = "definition"
    source: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideNote(Block):
    """A note beside the block that follows; `journal` marks a pointer to the journal."""

    kind: ClassVar[str] = "note"
    title: str
    journal: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSide(Block):
    """The other side: limits, costs, evidence that disagrees."""

    kind: ClassVar[str] = "other-side"
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example(Block):
    """A worked example."""

    kind: ClassVar[str] = "example"
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Write(Block):
    """A prompt with room to answer: `lines` lines, or room for `words` words, or (`fill`) what the page has left.

    `weight` is its share where several fill one page.
    """

    kind: ClassVar[str] = "write"
    title: str
    blocks: tuple[Block, ...]
    lines: int
    words: int = 0
    fill: bool = False
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Block):
    """A step of a pathway; `minutes` is 0 when it is not timed."""

    kind: ClassVar[str] = "step"
    blocks: tuple[Block, ...]
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway(Block):
    """An exercise. `who` holds one or more of alone, pair, group."""

    kind: ClassVar[str] = "pathway"
    title: tuple[Inline, ...]
    purpose: tuple[Block, ...]
    who: tuple[str, ...]
    minutes: int
    need: tuple[Block, ...]
    access: tuple[Block, ...]
    steps: tuple[Step, ...]
    if_it_goes_wrong: tuple[Block, ...]
    on_your_own: tuple[Block, ...]
    room: tuple[Write, ...]
    journal: tuple[Block, ...]
    tear_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist(Block):
    """Things to tick."""

    kind: ClassVar[str] = "checklist"
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireBlock(Block):
    """Where a questionnaire stands, by its name; assembly attaches the questionnaire itself."""

    kind: ClassVar[str] = "questionnaire"
    name: str
    questionnaire: Questionnaire | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalBlock(Block):
    """Journal pages of one kind; the blocks are the prompt. Assembly attaches the kind."""

    kind: ClassVar[str] = "journal"
    name: str
    pages: int
    blocks: tuple[Block, ...]
    page_kind: JournalKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Block):
    """A picture: `src` is its path from book/, `alt` what it shows; `width` is full (160 mm) or text (112 mm)."""

    kind: ClassVar[str] = "figure"
    src: str
    alt: str
    width: str
    caption: tuple[Block, ...]
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PullQuote(Block):
    """A sentence of the text, set large."""

    kind: ClassVar[str] = "pull-quote"
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Block):
    """A reference and why to read it."""

    kind: ClassVar[str] = "work"
    reference: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoDeeper(Block):
    """Works to read."""

    kind: ClassVar[str] = "go-deeper"
    title: str
    works: tuple[Work, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep(Block):
    """The way to the next chapter; `to` is its id, or nothing."""

    kind: ClassVar[str] = "next-step"
    title: str
    to: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facilitator(Block):
    """For leaders only. `chapter` is the id of the piece that it was taken from, once it stands in the guide."""

    kind: ClassVar[str] = "facilitator"
    title: str
    blocks: tuple[Block, ...]
    chapter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Only(Block):
    """For some formats or editions only; empty tuples mean all."""

    kind: ClassVar[str] = "only"
    formats: tuple[str, ...]
    editions: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak(Block):
    """A new page in print."""

    kind: ClassVar[str] = "page-break"
