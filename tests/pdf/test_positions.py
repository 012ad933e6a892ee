import pytest

from bindery.model.pages import PageStart
from bindery.pdf import Fence
from bindery.pdf.engine import Engine
from bindery.pdf.moving import move_notes
from bindery.pdf.positions import read
from bindery.pdf.readings import PartReading
from bindery.pdf.rhythm import LINE
from pdf.sample_book import FOLDER, Chapter, footnote, note, paragraph, paragraphs, part, table, words


def laid(body: str, side: str = "right", css: str = "") -> PartReading:
    chapter = Chapter("one", body, "left" if side == "left" else "right")
    return read(Engine(Fence([FOLDER])).lay_out(part(chapter, css=css)))


def letters(text: str) -> int:
    return len("".join(text.split()))


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_part_begins_on_its_side_without_a_blank_page(side: str) -> None:
    pages = laid(paragraphs("p", 12), side).pages
    assert [page.side for page in pages] == [side, "right" if side == "left" else "left", side][: len(pages)]
    assert not any(page.blank for page in pages)


def test_a_blank_page_that_keeps_the_sides_is_known() -> None:
    pages = laid(f'{paragraph("p0")}<p id="p1" style="break-before: right">Overleaf.</p>').pages
    assert [page.blank for page in pages] == [False, True, False]
    assert pages[1].start == PageStart("")
    assert pages[2].start == PageStart("p1", 0)


def test_a_page_begins_with_the_block_that_goes_on_and_tells_how_much_of_it_stands_before() -> None:
    reading = laid(f'<p id="p" style="margin: 0">{" ".join(f"w{i}" for i in range(900))}</p>')
    start = reading.pages[1].start
    first_page = "".join(f"w{index}" for index in range(900))[: start.offset]
    assert start.key == "p"
    assert first_page.endswith(tuple("0123456789"))
    assert 1000 < start.offset < letters(" ".join(f"w{i}" for i in range(900)))


def test_generated_text_and_notes_are_not_counted_in_an_offset() -> None:
    text = " ".join(f"w{index}" for index in range(900))
    same = "p { break-after: page } #p { margin: 0; padding-top: 40mm } .note { top: 9mm }"
    body = "<p id='p'>{}" + text + "</p>"
    plain = laid(body.format(""), css=same)
    noted = laid(body.format(note("n")), css=same + "#p::before { content: 'Generated'; position: absolute }")
    assert plain.pages[1].start == noted.pages[1].start


def test_an_inline_anchor_does_not_take_the_place_of_its_block() -> None:
    body = (
        paragraphs("p", 8) + f'<p id="last" style="break-before: page"><a id="inline">{words("a", 9)}</a></p>'
    )
    reading = laid(body)
    assert reading.pages[-1].start == PageStart("last", 0)
    assert reading.index_of["inline"] == len(reading.pages) - 1


def test_a_page_inside_a_list_begins_with_the_innermost_block() -> None:
    items = "".join(
        f'<li id="i{index}"><p id="i{index}p">{words(str(index), 60)}</p></li>' for index in range(14)
    )
    start = laid(f'<ul id="u">{items}</ul>').pages[1].start
    assert start.key.endswith("p")


def test_the_repeated_head_of_a_table_is_not_the_beginning_of_a_page() -> None:
    reading = laid(paragraphs("p", 6) + table("t"))
    assert reading.index_of["t-19"] == len(reading.pages) - 1
    assert reading.pages[-1].start == PageStart("t-10", 0)


def test_a_side_note_that_was_moved_is_still_read_where_it_would_stand() -> None:
    sheets = Engine(Fence([FOLDER])).lay_out(part(Chapter("one", paragraph("p", inner=note("n")), "right")))
    (before,) = read(sheets).notes
    move_notes(sheets, {"n": 30})
    assert (before.key, before.page) == ("n", 0)
    assert read(sheets).notes == (before,)


def test_a_side_note_stands_level_with_its_line() -> None:
    reading = laid(paragraph("p0") + paragraph("p1", inner=note("n")))
    lines_above = 2 + 6  # heading and its space, five lines and an empty one, in steps of 5.333 mm
    assert 24 + 5.333 * lines_above < reading.notes[0].top < 24 + 5.333 * (lines_above + 4)


def test_call_and_text_of_a_footnote_are_found_under_one_key() -> None:
    reading = laid(paragraph("p", inner=footnote("f")))
    assert [(found.key, found.call_page, found.note_page) for found in reading.footnotes] == [("f", 0, 0)]
    assert reading.index_of["f"] == 0


def test_the_room_left_at_the_foot_is_that_above_the_footnotes() -> None:
    plain = laid(paragraph("p"))
    noted = laid(paragraph("p", inner=footnote("f")))
    assert plain.pages[0].free > 180
    assert plain.pages[0].free - noted.pages[0].free == pytest.approx(5.333 + 8 + 0.16, abs=0.3)


def test_a_page_that_goes_on_overleaf_has_less_than_two_lines_and_a_gap_free() -> None:
    pages = laid(paragraphs("p", 40)).pages
    assert all(0 <= page.free < 3 * 5.4 for page in pages[:-1])


def test_what_runs_over_the_foot_is_negative_room() -> None:
    page = laid('<div id="d" style="height: 300mm; break-inside: avoid">x</div>').pages[-1]
    assert page.free == pytest.approx(-60, abs=14)


def test_a_fill_is_found_on_the_page_where_it_ends_with_the_lines_it_has() -> None:
    lines = '<div class="line"></div>' * 5
    fills = laid(f'<div id="w" data-fill="5"><p>Words</p>{lines}</div>').fills
    assert [(fill.key, fill.page, fill.lines) for fill in fills] == [("w", 0, 5)]


def test_wide_figures_are_walls() -> None:
    wall = laid('<div class="full" id="fig"></div>').walls[0]
    assert (wall.key, wall.page) == ("fig", 0)
    assert wall.height == pytest.approx(60, abs=0.5)


MARKED = "h1 { display: none } #block { --foot: to-line; margin-bottom: 5.33333mm }"


def stands(reading: PartReading, key: str = "next") -> tuple[int, float]:
    """The page of a block and how far it stands from a line of text (mm)."""
    (fill,) = (fill for fill in reading.fills if fill.key == key)
    down = fill.top - reading.pages[fill.page].top
    return fill.page, abs(down - round(down / LINE) * LINE)


@pytest.mark.parametrize("height", [7.0, 16.0, 21.4])
def test_after_a_marked_block_of_any_height_the_text_is_back_on_its_lines(height: float) -> None:
    body = f'<div id="block"><div style="height: {height}mm">x</div></div><p id="next" data-fill="0">x</p>'
    page, off = stands(laid(body, css=MARKED))
    assert page == 0
    assert off == pytest.approx(0, abs=0.03)


def test_blocks_inside_a_marked_one_are_not_marked() -> None:
    inner = (
        '<div style="height: 7mm">x</div><div style="height: 7mm">x</div><p id="inner" data-fill="0">x</p>'
    )
    (fill,) = laid(f'<div id="block">{inner}</div>', css=MARKED).fills
    top = laid(f'<div id="block">{inner}</div>', css=MARKED).pages[0].top
    assert fill.top - top == pytest.approx(14, abs=0.03)


def test_what_is_missing_below_a_block_pushes_nothing_overleaf() -> None:
    """240 mm of text: a block that ends 0.5 mm above the foot stays, and the next begins on its line overleaf."""
    high = '<div style="height: {}mm">x</div>'
    body = f'<div style="height: 200mm">x</div><div id="block">{high.format(20)}{high.format(19.5)}</div>'
    reading = laid(f'{body}<p id="next" data-fill="0">x</p>', css=MARKED)
    assert reading.index_of["block"] == 0
    page, off = stands(reading)
    assert page == 1
    assert off == pytest.approx(0, abs=0.03)
    assert len(reading.pages) == 2


def test_a_marked_block_that_goes_on_overleaf_is_followed_by_text_on_its_lines() -> None:
    rows = '<div style="height: 45mm">x</div>' * 7
    reading = laid(f'<div id="block">{rows}</div><p id="next" data-fill="0">x</p>', css=MARKED)
    page, off = stands(reading)
    assert page == 1
    assert off == pytest.approx(0, abs=0.03)
