"""Dividing a piece by its lines alone."""

from hypothesis import given
from hypothesis import strategies as st

from bindery.findings import Report
from bindery.intake import FrontMatterText, split_front_matter

lines = st.lists(st.text("ab -#:", max_size=8).filter(lambda line: line.rstrip() != "---"), max_size=5)


def test_both_halves_know_their_first_line() -> None:
    halves = split_front_matter("---\ntitle: A\n---\n\nText\n", "a.md", Report())
    assert halves == FrontMatterText("title: A", 2, "\nText\n", 4)


def test_a_rule_in_the_text_does_not_end_it() -> None:
    halves = split_front_matter("---\ntitle: A\n---\nOne\n\n---\n\nTwo\n", "a.md", Report())
    assert halves
    assert halves.body == "One\n\n---\n\nTwo\n"


def test_front_matter_may_be_empty_and_end_the_file() -> None:
    assert split_front_matter("---\n---", "a.md", Report()) == FrontMatterText("", 2, "", 3)


@given(lines, lines)
def test_nothing_is_lost_and_every_line_keeps_its_number(matter: list[str], body: list[str]) -> None:
    text = "\n".join(["---", *matter, "---", *body])
    halves = split_front_matter(text, "a.md", Report())
    assert halves
    assert halves.yaml.split("\n")[: len(matter)] == (matter or [""])[: len(matter)]
    assert text.split("\n")[halves.body_line - 1 :] == body
