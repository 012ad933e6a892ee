"""The book that is shipped: whole, in its house's style, and as long as it says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bindery.build.reading import Manuscript, read_manuscript
from bindery.findings import Report
from bindery.layout.views.guide import Timetable, session_parts
from bindery.model.blocks import Paragraph
from bindery.model.book import Book, Piece
from bindery.model.course_blocks import Facilitator
from bindery.model.inlines import plain_text
from bindery.model.node import walk
from bindery.model.settings import PieceKind
from bindery.proofreading import Proof, Sort, proofread, prose, without_extras, word_counts

PROJECT = Path(__file__).parents[2]
CHAPTERS = 10
OPENING = 5


@pytest.fixture(scope="module")
def manuscript() -> Manuscript:
    report = Report()
    found = read_manuscript(PROJECT, report)
    assert [str(finding) for finding in report] == []
    return found


@pytest.fixture(scope="module")
def proofs(manuscript: Manuscript) -> tuple[Proof, ...]:
    return proofread(manuscript.whole, manuscript.settings.house, PROJECT)


@pytest.fixture(scope="module")
def course(manuscript: Manuscript) -> Book:
    return without_extras(manuscript.whole)


def chapters(course: Book) -> list[Piece]:
    return [piece for piece in course.body if piece.kind is PieceKind.CHAPTER]


def test_there_are_ten_chapters(course: Book) -> None:
    assert len(chapters(course)) == CHAPTERS


def test_the_proofreaders_find_nothing(proofs: tuple[Proof, ...]) -> None:
    assert [proof.judge for proof in proofs] == ["House style", "Spelling"]
    assert [proof.skipped for proof in proofs] == ["", ""]
    assert [str(found) for proof in proofs for found in proof.findings] == []


def test_the_house_asks_for_every_part_of_the_pattern(manuscript: Manuscript) -> None:
    house = manuscript.settings.house
    assert house
    asked = {"aim", "aims", "epigraph", "definition", "heading", "other-side", "questionnaire", "tree-figure"}
    asked |= {"pathway", "journal", "work", "next-step", "example", "figure", "facilitator"}
    assert asked <= set(house.style.pattern)
    assert (house.style.pattern["pathway"], house.style.pattern["work"], house.style.shared_words) == (
        5,
        4,
        12,
    )


def test_every_chapter_has_three_to_five_thousand_words_of_prose(course: Book) -> None:
    slugs = {piece.matter.title for piece in chapters(course)}
    counts = {count.title: count.words[Sort.PROSE] for count in word_counts(course)}
    assert {
        title: words for title, words in counts.items() if title in slugs and not 3000 <= words <= 5000
    } == {}


def test_the_book_has_forty_five_thousand_words_of_prose(course: Book) -> None:
    assert prose(word_counts(course)) >= 45_000


def test_no_two_chapters_begin_with_the_same_words(course: Book) -> None:
    openings = [_opening(piece) for piece in chapters(course)]
    assert len(set(openings)) == len(openings)


def _opening(piece: Piece) -> tuple[str, ...]:
    first = next(block for block in piece.blocks if isinstance(block, Paragraph))
    return tuple(plain_text(first.inlines).casefold().split()[:OPENING])


def timetables(course: Book) -> Iterator[tuple[str, Timetable]]:
    for node in walk(course):
        if isinstance(node, Facilitator):
            parts = session_parts(node.blocks)
            yield from ((str(node.place), part) for part in parts if isinstance(part, Timetable))


def test_every_chapter_has_a_plan_for_ninety_minutes_and_one_for_half_a_day(course: Book) -> None:
    for piece in chapters(course):
        sessions = [node for node in walk(piece) if isinstance(node, Facilitator)]
        titles = [
            plain_text(part.title.inlines)
            for session in sessions
            for part in session_parts(session.blocks)
            if isinstance(part, Timetable)
        ]
        assert [re.sub(r" \(.*\)$", "", title) for title in titles] == ["Ninety minutes", "Half a day"], (
            piece.slug
        )


def test_the_minutes_of_a_plan_add_up(course: Book) -> None:
    for place, plan in timetables(course):
        minutes = sum(int(plain_text(row.cells[0].inlines)) for row in plan.table.rows)
        if plain_text(plan.title.inlines).startswith("Ninety minutes"):
            assert minutes == 90, place
        else:
            assert 180 <= minutes <= 240, place
