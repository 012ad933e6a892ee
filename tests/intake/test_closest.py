"""The known word that an unknown one was meant to be."""

import pytest

from bindery.intake import suggestion
from bindery.intake.closest import suggestion_or_list


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("pathwy", 'did you mean "pathway"?'),
        ("PATHWAY", 'did you mean "pathway"?'),
        ("groupthink", 'did you mean "Groupthink"?'),
        ("zebra", ""),
        ("", ""),
    ],
)
def test_a_suggestion_is_a_known_word_that_looks_alike(word: str, expected: str) -> None:
    assert suggestion(word, ["pathway", "note", "Groupthink"]) == expected


def test_without_one_the_known_words_are_listed_a_dozen_at_most() -> None:
    assert suggestion_or_list("zebra", ["b", "a"]) == "known are: a, b"
    assert suggestion_or_list("zebra", [f"n{number:02}" for number in range(20)]).endswith("n11 and 8 more")
    assert suggestion_or_list("zebra", []) == "there are none"
