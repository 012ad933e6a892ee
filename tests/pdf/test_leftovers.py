from bindery.findings import Place, Report
from bindery.model.pages import PageStart
from bindery.pdf.leftovers import report_leftovers
from bindery.pdf.readings import FillReading, PageReading, PartReading

PLACES = {"w": Place("book/chapters/01.md", 12), "p": Place("book/chapters/01.md", 5), "t": Place("a.md", 7)}


def page(start: str, free: float = 0.0, piece: str = "one", *, blank: bool = False) -> PageReading:
    return PageReading("right", blank, piece, PageStart(start), 24, 264, free)


def left_over(*pages: PageReading, fills: tuple[FillReading, ...] = ()) -> list[str]:
    report = Report()
    part = PartReading("one", "right", False, pages, {}, fills=fills)
    report_leftovers([part], lambda key: {"w": "9", "p": "8"}.get(key, "?"), PLACES, report)
    return [str(found) for found in report]


def test_a_prompt_with_fewer_lines_than_asked_is_told_with_its_place() -> None:
    (told,) = left_over(page("p"), fills=(FillReading("w", 0, 4, asked=6, most=6),))
    assert told.startswith(
        "book/chapters/01.md:12: warning[P016] 6 lines are asked for and 4 are given, on page 9"
    )


def test_a_pathway_with_fewer_lines_is_told_at_its_own_place() -> None:
    (told,) = left_over(page("p"), fills=(FillReading("t.room", 0, 4, asked=6, frame="t"),))
    assert told.startswith("a.md:7: warning[P016]")


def test_a_prompt_with_its_lines_is_not_mentioned() -> None:
    assert left_over(page("p"), fills=(FillReading("w", 0, 7, asked=6),)) == []


def test_a_page_mostly_empty_is_told_with_the_millimetres() -> None:
    (told,) = left_over(page("p", free=140.4), page("w"))
    assert told.startswith("book/chapters/01.md:5: warning[P017] 140 mm of page 8 stay empty")


def test_the_end_of_a_chapter_and_the_page_before_a_blank_one_may_be_empty() -> None:
    assert left_over(page("p", free=200), page("w", piece="two")) == []
    assert left_over(page("p", free=200), page("", blank=True)) == []
