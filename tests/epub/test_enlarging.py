"""A drawing with small words is cut into two halves that have every word whole in one of them."""

from pathlib import Path

import pytest
from lxml import etree

from bindery.epub.enlarging import LEGIBLE, halves
from bindery.layout.drawing.tokens import ACCENTS
from epub.rich_book import CHAPTER, found, made, words_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}">{}</svg>'


def cut(inside: str, box: str = "0 0 160 80") -> tuple[str, ...]:
    return halves(etree.fromstring(SVG.format(box, inside)))


def word(x: float, words: str = "word", size: float = 3.1) -> str:
    return f'<text x="{x}" y="9" font-size="{size}">{words}</text>'


def test_two_halves_overlap_and_reach_to_both_edges() -> None:
    assert cut(word(2) + word(100)) == ("0 0 83.2 80", "76.8 0 83.2 80")


def test_a_word_across_the_middle_is_whole_in_one_of_them() -> None:
    words = "words in the middle"
    left, right = cut(word(65, words))
    end, begin = float(left.split()[2]), float(right.split()[0])
    assert end > 83.2
    assert begin == pytest.approx(160 - end)
    assert begin <= 65 or end >= 65 + len(words) * 3.1 * 0.56


def test_words_that_reach_from_edge_to_edge_take_the_largest_half() -> None:
    assert cut(word(0, "a" * 80))[0] == "0 0 112 80"


@pytest.mark.parametrize(
    ("inside", "box"),
    [
        ("<path d='M0 0'/>", "0 0 160 80"),
        (word(1, size=5), "0 0 160 80"),
        (word(1), "0 0 90 80"),
        (word(1), ""),
    ],
    ids=["no words", "large words", "a narrow drawing", "no box"],
)
def test_what_can_be_read_is_left_whole(inside: str, box: str) -> None:
    assert cut(inside, box) == ()


@pytest.mark.parametrize(
    "inside",
    [
        '<g transform="translate(60 0)"><text x="40" font-size="3.1">word</text></g>',
        '<g font-size="3.1" text-anchor="end"><text x="106.944">word</text></g>',
        '<g text-anchor="middle"><text x="103.472" font-size="3.1px">word</text></g>',
    ],
)
def test_sizes_and_places_are_taken_from_the_groups_around(inside: str) -> None:
    assert cut(inside) == cut(word(100))


def test_the_smallest_words_of_the_book_become_legible() -> None:
    for x in range(0, 150, 5):
        width = float(cut(word(x))[0].split()[2])
        assert 3.1 * 296 / width >= LEGIBLE


DRAWING = SVG.format(
    "0 0 160 80", f'<rect fill="{ACCENTS[0].value}" width="9" height="9"/>{word(2)}{word(100)}'
)


def test_a_figure_leads_to_its_halves_and_they_lead_back(tmp_path: Path) -> None:
    ebook = made(tmp_path, {"book/figures/leaf.svg": DRAWING, "book/chapters/01-one.md": CHAPTER})
    (link,) = found(ebook.document("one"), "//*[@id='leaf']//h:p[@class='pointer']/h:a")
    assert link.get("href") == "larger.leaf.xhtml"
    larger = ebook.document("larger.leaf")
    assert words_of(found(larger, "//h:h1")[0]) == "Figure 1.1"
    drawings = found(larger, "//*[local-name()='svg']")
    assert [drawing.get("viewBox") for drawing in drawings] == ["0 0 83.2 80", "76.8 0 83.2 80"]
    assert [len(found(drawing, "ancestor::*[@aria-hidden]")) for drawing in drawings] == [0, 1]
    (back,) = found(larger, "//h:a[@role='doc-backlink']")
    assert back.get("href") == "one.xhtml#leaf"
    spine = {item.get("idref"): item.get("linear") for item in ebook.package.iter("{*}itemref")}
    (item,) = [item for item in ebook.package.iter("{*}item") if "larger" in (item.get("href") or "")]
    assert spine[item.get("id")] == "no"


def test_a_figure_with_large_words_needs_no_halves(tmp_path: Path) -> None:
    assert not [name for name in made(tmp_path).documents if name.startswith("larger")]
