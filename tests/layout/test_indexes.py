"""Pages joined in the index of terms; pathways by minutes and by people."""

from pathlib import Path

import pytest

from bindery.build.reading import read_book
from bindery.findings import Report
from bindery.layout.views.indexes import by_letter, by_people, by_time, locators
from bindery.model.inlines import plain_text
from bindery.model.numbered import IndexEntry, NumberedBook
from bindery.model.pages import Page, PageMap, PageStart
from books import write_book

LABELS = ("i", "ii", "1", "2", "3", "4", "5", "6")


def pages(*on: int) -> PageMap:
    """Key number n stands on the page with the index on[n]."""
    made = tuple(Page(label, "right", "one", PageStart("")) for label in LABELS)
    return PageMap(made, {f"k{number}": index for number, index in enumerate(on)})


def told(*on: int) -> list[str]:
    keys = [f"k{number}" for number in range(len(on))]
    return [locator.label for locator in locators(keys, pages(*on), "?")]


@pytest.mark.parametrize(
    ("on", "labels"),
    [
        ((2, 2, 2), ["1"]),
        ((2, 3), ["1", "2"]),
        ((2, 3, 4), ["1–3"]),
        ((7, 4, 2, 3), ["1–3", "6"]),
        ((0, 1, 2), ["i", "ii", "1"]),
        ((), []),
    ],
)
def test_a_page_is_named_once_and_three_in_a_row_are_a_range(on: tuple[int, ...], labels: list[str]) -> None:
    assert told(*on) == labels


def test_a_page_leads_to_the_first_place_on_it() -> None:
    found = locators(["k0", "k1", "k2"], pages(5, 5, 2), "?")
    assert [(one.label, one.key) for one in found] == [("1", "k2"), ("4", "k0")]


def test_what_is_on_no_page_is_told_once() -> None:
    found = locators(["lost", "k0", "gone"], pages(5), "e-book")
    assert [(one.label, one.key) for one in found] == [("4", "k0"), ("e-book", "lost")]


def test_letters_make_groups_whatever_their_accents() -> None:
    entries = [IndexEntry(words, words, ()) for words in ("5 whys", "echo", "Éclair", "tea")]
    assert [[one.words for one in group] for group in by_letter(entries)] == [
        ["5 whys"],
        ["echo", "Éclair"],
        ["tea"],
    ]


def pathway(title: str, who: str, minutes: int) -> str:
    return (
        f'::: pathway {{#{title} who="{who}" minutes={minutes}}}\n### {title}\n\nTo try.\n\n1. Look.\n\n'
        "On your own\n: Look.\n:::\n\n"
    )


@pytest.fixture
def book(tmp_path: Path) -> NumberedBook:
    made = (
        pathway("long", "group", 90),
        pathway("map", "alone pair", 20),
        pathway("brief", "alone", 5),
        pathway("hour", "pair group", 60),
        pathway("half", "group", 30),
    )
    text = f"---\nkind: chapter\ntitle: One\n---\n## First {{#first}}\n\nText.\n\n{''.join(made)}"
    files = {
        "book/chapters/01-one.md": f"{text}::: questionnaire {{name=tea}}\n:::\n",
    }
    write_book(tmp_path, files)
    return read_book("standard", tmp_path, Report())


def test_pathways_by_the_quarters_of_an_hour(book: NumberedBook) -> None:
    groups = [(g.minutes, [plain_text(one.pathway.title) for one in g.lines]) for g in by_time(book)]
    assert groups == [(15, ["brief"]), (30, ["map", "half"]), (60, ["hour"]), (0, ["long"])]


def test_pathways_by_people_stand_under_everyone_they_are_for(book: NumberedBook) -> None:
    groups = [(g.who, [plain_text(one.pathway.title) for one in g.lines]) for g in by_people(book)]
    assert groups == [
        ("alone", ["map", "brief"]),
        ("pair", ["map", "hour"]),
        ("group", ["long", "hour", "half"]),
    ]


def test_every_line_of_the_pathways_has_a_key_of_its_own(book: NumberedBook) -> None:
    keys = [line.key for group in (*by_time(book), *by_people(book)) for line in group.lines]
    assert len(set(keys)) == len(keys) == 12
