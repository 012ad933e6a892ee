"""One file of the reading order: read, and split into its front matter and its text."""

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from bindery.findings import Place, Report
from bindery.intake import FrontMatterText, Located, place_of, read_text, split_front_matter
from bindery.model.settings import FrontMatter, slug_of
from bindery.settings import read_front_matter


@dataclass(frozen=True, slots=True)
class Source:
    """A piece before its Markdown is read.

    Sources are equal when they have the same name and the same text: `matter` and `places` follow from that.
    """

    slug: str
    file: str
    text: FrontMatterText
    matter: FrontMatter = field(compare=False)
    places: Located = field(compare=False)


def read_source(path: str, asked: Place, root: Path, report: Report) -> Source | None:
    """The source at a path given from book/; None, after findings, when it cannot be read."""
    file = root / "book" / path
    text = read_text(file, root, report, asked)
    name = place_of(file, root).file
    halves = split_front_matter(text, name, report) if text is not None else None
    read = read_front_matter(halves, name, report) if halves else None
    if halves is None or read is None:
        return None
    matter, places = read
    return Source(slug_of_path(path), name, halves, matter, places)


def slug_of_path(path: str) -> str:
    """`what-is-collaboration` of `chapters/01-what-is-collaboration.md`: the file's name without its number."""
    stem = slug_of(PurePosixPath(path).stem)
    head, _, rest = stem.partition("-")
    return rest if head.isdigit() and rest else stem
