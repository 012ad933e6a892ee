"""An edition: one person's or group's choice of content and look. The classes are the schema of editions/*.yaml."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from bindery.model.settings import CLOSED, Line
from bindery.model.wording import Wording

# What a PDF is to meet: PDF/UA-1 and PDF/A-2a at once, or PDF/UA-2.
Standard = Literal["ua-1", "ua-2"]


@dataclass(frozen=True, slots=True)
class Output:
    """One file to make: its format, its profile, and for a PDF its paper and its standard."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    format: Literal["pdf", "epub"]
    profile: Literal["print"] = "print"
    paper: Literal["a4", "letter"] = "a4"
    standard: Annotated[
        Standard,
        Field(description="ua-1: PDF/UA-1 and PDF/A-2a, which every reader understands; ua-2: PDF/UA-2"),
    ] = "ua-1"

    def file_name(self, slug: str) -> str:
        """The name of the file, after the book's: `working-together-print-a4.pdf`, `…-a4-ua-2.pdf`."""
        if self.format == "epub":
            return f"{slug}.epub"
        standard = "" if self.standard == "ua-1" else f"-{self.standard}"
        return f"{slug}-{self.profile}-{self.paper}{standard}.pdf"


@dataclass(frozen=True, slots=True)
class Certification:
    """Who has looked at the e-book and vouches that it meets a standard; no program can."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    standard: Annotated[
        Literal["WCAG 2.1 Level A", "WCAG 2.1 Level AA", "WCAG 2.2 Level A", "WCAG 2.2 Level AA"],
        Field(description="the Web Content Accessibility Guidelines that the e-book meets"),
    ]
    by: Annotated[Line, Field(description="who has checked it, and answers for that")]


@dataclass(frozen=True, slots=True)
class EditionSettings:
    """editions/NAME.yaml. What it leaves out (None) comes from editions/standard.yaml, then from the book."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    title: str | None = None
    subtitle: str | None = None
    organisation: str | None = None
    logo: Annotated[str | None, Field(description="an SVG, PNG or JPEG under book/")] = None
    facilitator: str | None = None
    welcome: Annotated[str | None, Field(description="a Markdown file under book/")] = None
    chapters: Annotated[
        tuple[str, ...] | None, Field(min_length=1, description="file names, in the order wanted")
    ] = None
    leave_out: Annotated[
        tuple[str, ...] | None, Field(description="pieces of the front and the back that are left out")
    ] = None
    questionnaires: tuple[str, ...] | None = None
    journal: dict[str, Annotated[int, Field(ge=0, le=60)]] | None = None
    facilitator_guide: bool | None = None
    language: Annotated[str | None, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = None
    wording: Wording | None = None
    certification: Annotated[
        Certification | None, Field(description="who has checked how accessible the e-book is")
    ] = None
    outputs: Annotated[tuple[Output, ...] | None, Field(min_length=1)] = None


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition with everything it leaves out filled in. `chapters` and `questionnaires` None mean all.

    `leave_out` are the names of pieces of the front and the back, without folder and ending.
    `chapters` and `welcome` are paths from book/, as `logo` is; `wording` is the book's with the edition's over it.
    """

    name: str
    title: str
    subtitle: str
    organisation: str
    logo: str
    facilitator: str
    welcome: str
    chapters: tuple[str, ...] | None
    questionnaires: tuple[str, ...] | None
    journal: tuple[tuple[str, int], ...]
    facilitator_guide: bool
    language: str
    outputs: tuple[Output, ...]
    wording: Wording = Wording()
    leave_out: tuple[str, ...] = ()
    certification: Certification | None = None
