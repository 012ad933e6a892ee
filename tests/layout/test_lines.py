"""Lines that the engine cannot break by itself: heads of scales, display type, the last word of a text."""

from bindery.layout.views.questionnaires import Question, Row, ScaleView
from bindery.layout.views.scales import ScaleTable, head_lines, tables, widest_word
from bindery.layout.views.type_width import DISPLAY, LABEL, balanced, broken
from bindery.model.questionnaire import Choice, Element, Item


def scale(name: str, *answers: str) -> ScaleView:
    columns = tuple(Choice(value, text) for value, text in enumerate(answers, 1))
    item = Item(f"{name}1", "A row")
    return ScaleView(Element("matrix", name, columns=columns, rows=(item,)), (Row(1, item, False),))


def test_words_over_a_column_keep_apart_from_their_neighbours() -> None:
    assert head_lines("about half the time", 14) == ["about", "half the", "time"]
    assert all(LABEL.width(line, 8.5) < 13 for line in head_lines("about half the time", 14))


def test_a_word_over_a_column_is_never_broken() -> None:
    assert head_lines("overwhelmingly", 10) == ["overwhelmingly"]
    assert widest_word(["yes", "overwhelmingly"]) > LABEL.width("overwhelmingly", 8.5)


def test_scales_with_the_same_answers_share_a_head() -> None:
    question = Question(1, Element("comment", "why"))
    parts = (scale("a", "no", "yes"), scale("b", "no", "yes"), question, scale("c", "no", "yes"))
    joined = tuple(tables(parts))
    assert [len(part.scales) if isinstance(part, ScaleTable) else 0 for part in joined] == [2, 0, 1]


def test_scales_with_other_answers_do_not() -> None:
    assert len(tuple(tables((scale("a", "no", "yes"), scale("b", "never", "always"))))) == 2


def test_a_display_text_is_set_in_the_narrowest_measure_that_costs_no_line() -> None:
    text = "You do not have to do this alone, and you do not always have to do it together."
    measure = balanced(text, 160, 28, DISPLAY)
    assert measure < 150
    assert len(broken(text, measure, 28, DISPLAY)) == len(broken(text, 160, 28, DISPLAY)) == 3


def test_what_fits_on_one_line_keeps_its_measure() -> None:
    assert balanced("Making room", 112, 19, DISPLAY) == 112


def test_no_measure_is_narrower_than_the_longest_word() -> None:
    assert balanced("What is collaboration?", 66, 19, DISPLAY) > DISPLAY.width("collaboration?", 19)
