"""The two indexes: the terms by their letters, with pages joined; the pathways by minutes and by people."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from bindery.model.course_blocks import Pathway
from bindery.model.node import walk
from bindery.model.numbered import IndexEntry, NumberedBook
from bindery.model.pages import PageMap
from bindery.model.settings import PieceKind

# Three pages in a row or more are one range, two are two mentions; source: the default of the program MakeIndex.
RANGE = 3
# Minutes: the quarters of an hour; what takes longer comes last.
QUARTERS = (15, 30, 45, 60)
WHO = ("alone", "pair", "group")


@dataclass(frozen=True, slots=True)
class Locator:
    """A page, or a range of pages, with the key of the first place on it."""

    label: str
    key: str


BY_TIME, BY_PEOPLE = "by-time.list", "by-people.list"
"""The keys of the two halves of the index of pathways."""


@dataclass(frozen=True, slots=True)
class PathwayLine:
    """A pathway in an index; `key` is the line's own."""

    key: str
    pathway: Pathway


@dataclass(frozen=True, slots=True)
class PathwayGroup:
    """Pathways that take up to `minutes` (0 for more than an hour), or that are for `who`."""

    minutes: int
    who: str
    lines: tuple[PathwayLine, ...]

    @property
    def key(self) -> str:
        """The key of its heading."""
        return f"by-{self.who or self.minutes}.group"


def locators(keys: Sequence[str], pages: PageMap, otherwise: str) -> tuple[Locator, ...]:
    """Where these keys stand: each page once, ranges joined; `otherwise` for the first key that is on no page."""
    first: dict[int, str] = {}
    for key in keys:
        if key in pages.index_of:
            first.setdefault(pages.index_of[key], key)
    runs = (_run(run, first, pages) for run in _runs(sorted(first), pages))
    lost = [Locator(otherwise, key) for key in keys if key not in pages.index_of]
    return (*(locator for run in runs for locator in run), *lost[:1])


def _runs(indices: Sequence[int], pages: PageMap) -> Iterator[list[int]]:
    """Pages that follow each other under numbers of one kind."""
    run = list(indices[:1])
    for before, index in pairwise(indices):
        same = pages.pages[before].label.isdigit() == pages.pages[index].label.isdigit()
        if index == before + 1 and same:
            run.append(index)
        else:
            yield run
            run = [index]
    if run:
        yield run


def _run(run: Sequence[int], first: dict[int, str], pages: PageMap) -> tuple[Locator, ...]:
    labels = [pages.pages[index].label for index in run]
    if len(run) >= RANGE:
        return (Locator(f"{labels[0]}–{labels[-1]}", first[run[0]]),)
    return tuple(Locator(label, first[index]) for label, index in zip(labels, run, strict=True))


def by_letter(entries: Iterable[IndexEntry]) -> tuple[tuple[IndexEntry, ...], ...]:
    """The entries in groups of one letter; what begins with no letter is one group."""
    return tuple(tuple(group) for _, group in groupby(entries, lambda entry: _letter(entry.words)))


def _letter(words: str) -> str:
    first = unicodedata.normalize("NFKD", words[:1].casefold())[:1]
    return first if first.isalpha() else ""


def by_time(numbered: NumberedBook) -> tuple[PathwayGroup, ...]:
    """The pathways of a book by the quarters of an hour that they take, the shortest first."""
    ordered = sorted(_pathways(numbered), key=lambda pathway: pathway.minutes)
    grouped = groupby(ordered, lambda pathway: _quarter(pathway.minutes))
    return tuple(PathwayGroup(minutes, "", _lines(f"by-{minutes}", group)) for minutes, group in grouped)


def by_people(numbered: NumberedBook) -> tuple[PathwayGroup, ...]:
    """The pathways of a book by the number of people they are for, in the order of the book."""
    found = ((who, [one for one in _pathways(numbered) if who in one.who]) for who in WHO)
    return tuple(PathwayGroup(0, who, _lines(f"by-{who}", group)) for who, group in found if group)


def _pathways(numbered: NumberedBook) -> Iterator[Pathway]:
    """All pathways that readers have: the guide for leaders has no part in the index."""
    pieces = (piece for piece in numbered.book.pieces if piece.kind is not PieceKind.FACILITATOR_GUIDE)
    return (node for piece in pieces for node in walk(piece) if isinstance(node, Pathway))


def _quarter(minutes: int) -> int:
    return next((quarter for quarter in QUARTERS if minutes <= quarter), 0)


def _lines(name: str, pathways: Iterable[Pathway]) -> tuple[PathwayLine, ...]:
    return tuple(PathwayLine(f"{name}.{pathway.key}", pathway) for pathway in pathways)


def pathway_keys(numbered: NumberedBook) -> Iterator[str]:
    """The keys of all headings and lines of the index of pathways, in their order."""
    for key, groups in ((BY_TIME, by_time(numbered)), (BY_PEOPLE, by_people(numbered))):
        yield key
        for group in groups:
            yield group.key
            yield from (line.key for line in group.lines)


def index_lines(entries: Iterable[IndexEntry]) -> Iterator[IndexEntry]:
    """All lines of the index of terms, in their order."""
    for entry in entries:
        yield entry
        yield from index_lines(entry.entries)
