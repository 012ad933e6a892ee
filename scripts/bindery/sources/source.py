"""One file of the reading order: read, and split into its front matter and its text."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bindery.findings import Place, Report
from bindery.intake import Located, place_of, read_text, split_front_matter
from bindery.model.settings import FrontMatter, slug_of
from bindery.settings import read_front_matter


@dataclass(frozen=True, slots=True)
class Source:
    """A piece before its Markdown is read; `body_line` is the line of the file on which the text begins."""

    slug: str
    file: str
    matter: FrontMatter
    places: Located
    body: str
    body_line: int


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
    return Source(slug_of_path(path), name, matter, places, halves.body, halves.body_line)


def slug_of_path(path: str) -> str:
    """`what-is-collaboration` of `chapters/01-what-is-collaboration.md`: the file's name without its number."""
    stem = slug_of(PurePosixPath(path).stem)
    head, _, rest = stem.partition("-")
    return rest if head.isdigit() and rest else stem
