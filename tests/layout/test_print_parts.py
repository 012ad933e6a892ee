"""Parts composed for one layout after another: as if each were the first, and none twice for the same answers."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bindery.layout.adjustments import Adjustments
from bindery.layout.foretold import foretold
from bindery.layout.print_face import PrintFace
from bindery.layout.print_parts import Composer, print_parts
from bindery.model.numbered import NumberedBook
from bindery.model.pages import Page, PageMap, PageStart
from bindery.numbering import for_format
from bindery.units import PAPERS
from epub.rich_book import numbered_book


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> NumberedBook:
    return for_format(numbered_book(tmp_path_factory.mktemp("book")), "pdf")


def face(book: NumberedBook, adjustments: Adjustments, folder: pytest.TempPathFactory) -> PrintFace:
    return PrintFace(book, PAPERS["a4"], adjustments, folder.getbasetemp(), "")


def adjusted(book: NumberedBook, seed: int) -> Adjustments:
    """What a layout might have taught: every key on some page, some rooms with lines, parts that begin anywhere."""
    dice = random.Random(seed)  # noqa: S311 - pages, no secrets
    keys = foretold(book).index_of
    labels = (str(number) for number in range(1, 40))
    pages = tuple(Page(label, "right", "", PageStart("")) for label in labels)
    slugs = [piece.slug for piece in book.book.pieces] + ["front", "back", "second-half-title"]
    return Adjustments(
        PageMap(pages, {key: dice.randrange(39) for key in keys if dice.random() < 0.9}),
        lines={f"{key}.1.rest": dice.randrange(9) for key in keys} | {key: dice.randrange(9) for key in keys},
        fillers=frozenset(slug for slug in slugs if dice.random() < 0.5),
        first_numbers={slug: dice.randrange(1, 40) for slug in slugs},
    )


@settings(max_examples=20, deadline=None)
@given(seeds=st.lists(st.integers(0, 5), min_size=1, max_size=5))
def test_parts_are_what_they_would_be_if_they_were_composed_for_the_first_time(
    seeds: list[int], book: NumberedBook, tmp_path_factory: pytest.TempPathFactory
) -> None:
    composer = Composer(lambda adjustments: face(book, adjustments, tmp_path_factory))
    for seed in seeds:
        told = adjusted(book, seed)
        assert composer.parts(told) == print_parts(face(book, told, tmp_path_factory))


def test_a_part_is_composed_anew_only_where_an_answer_has_changed(
    book: NumberedBook, tmp_path_factory: pytest.TempPathFactory
) -> None:
    composer = Composer(lambda adjustments: face(book, adjustments, tmp_path_factory))
    first = composer.parts(Adjustments(first_numbers={"back": 7}))
    again = composer.parts(Adjustments(first_numbers={"back": 9}))
    anew = [two.slug for one, two in zip(first, again, strict=True) if one is not two]
    assert len(first) > len(anew) == 1
