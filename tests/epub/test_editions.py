"""The e-books of the real book before the judges of others, on two screens and as a Kindle's file."""

from collections.abc import Mapping
from io import BytesIO

import pytest
from PIL import Image

from bindery.checks import ace, epubcheck, reading
from bindery.checks.archive import open_epub
from bindery.checks.verdict import Judge, Outcome
from bindery.epub.ebook import LARGEST
from checks.epubs import subject
from epub.conftest import Built

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]
VALIDATORS = (epubcheck.JUDGE, ace.JUDGE)
READERS = (reading.JUDGE, reading.EPUBJS, reading.KINDLE)
LOOKS = [("standard", judge) for judge in (*VALIDATORS, *READERS)] + [("half", judge) for judge in VALIDATORS]


@pytest.mark.parametrize(("name", "judge"), LOOKS, ids=lambda value: getattr(value, "name", value))
def test_the_judges_find_nothing(name: str, judge: Judge, editions: Mapping[str, Built]) -> None:
    [(verdict,)] = judge.judge([subject(editions[name].epub)])
    assert (verdict.outcome, verdict.findings) == (Outcome.PASSED, ())


def test_it_is_small_enough_for_every_shop(editions: Mapping[str, Built]) -> None:
    assert editions["standard"].epub.stat().st_size < LARGEST


def test_the_cover_has_the_size_that_shops_ask_for(editions: Mapping[str, Built]) -> None:
    book = open_epub(editions["standard"].epub)
    [cover] = [item for item in book.items if "cover-image" in item.properties]
    with Image.open(BytesIO(book.files[cover.name])) as picture:
        assert picture.size == (1600, 2560)
        small = picture.convert("L").resize((100, 160), Image.Resampling.LANCZOS)
    # The title takes the upper third: at the size of a stamp its letters are still black on white.
    title = small.crop((0, 0, 100, 55))
    assert min(title.tobytes()) < 40
    assert max(title.tobytes()) > 250
