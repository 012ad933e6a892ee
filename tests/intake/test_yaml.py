"""YAML as plain data with places; whatever else it can do is refused, with line and column."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bindery.findings import Finding, Place, Report
from bindery.intake import Data, Located, read_yaml


def read(text: str, first_line: int = 1) -> tuple[Located | None, list[Finding]]:
    report = Report()
    return read_yaml(text, "book/a.yaml", report, first_line), list(report)


def data(text: str) -> Data:
    located, findings = read(text)
    assert located
    assert not findings
    return located.data


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        ("-5", -5),
        ("2.5", 2.5),
        ("0123", "0123"),
        ("1.10", "1.10"),
        ("1e5", "1e5"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        (".inf", ".inf"),
        ("9" * 5000, "9" * 5000),
        ("2026-11-23", "2026-11-23"),
        ("yes", "yes"),
        ("no", "no"),
        ("true", True),
        ("False", False),
        ("'true'", "true"),
        ('"5"', "5"),
        ("~", None),
        ("[null, '']", [None, ""]),
        (">-\n  two\n  lines", "two lines"),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        ("[Mon, Tue]", ["Mon", "Tue"]),
        ("{a: {b: [1, {c: d}]}}", {"a": {"b": [1, {"c": "d"}]}}),
        ("1: one", {"1": "one"}),
        ("a:\n- b\n-\n  - c", {"a": ["b", ["c"]]}),
        ("%YAML 1.2\n---\na: 1\n", {"a": 1}),
    ],
)
def test_a_value_is_what_its_author_sees(text: str, value: Data) -> None:
    located, findings = read(f"- {text}" if not text.startswith(("%", "a:")) else text)
    assert not findings
    assert located
    assert located.data == ([value] if isinstance(located.data, list) else value)


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**14), 10**14)
    | st.text(st.characters(codec="ascii", min_codepoint=32)),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcdefgh", min_size=1), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text("abcdefgh", min_size=1), plain, min_size=1, max_size=4))
def test_plain_data_comes_through_as_it_was(value: dict[str, Data]) -> None:
    assert data(json.dumps(value).replace("\\u007f", "?")) == json.loads(
        json.dumps(value).replace("\\u007f", "?")
    )


SIGNS = "ab01:-?[]{},&*!|>'\"%@`#~<=\\ \n\t./_"


@given(st.text(SIGNS, max_size=60))
def test_any_text_is_data_or_one_finding_with_line_and_column(text: str) -> None:
    located, findings = read(text)
    assert (located is None) == bool(findings)
    assert len(findings) <= 1
    assert all(found.place.line > 0 for found in findings)


def test_places_are_those_of_keys_and_entries() -> None:
    located, _ = read("a: 1\nb:\n  - x\n  - {c: 2}\n", first_line=10)
    assert located
    assert located.place(("a",)) == Place("book/a.yaml", 10, 1)
    assert located.place(("b", 1, "c")) == Place("book/a.yaml", 13, 6)


def test_the_place_of_what_is_not_there_is_that_of_what_is_round_it() -> None:
    located, _ = read("a:\n  b: 1\n")
    assert located
    assert located.place(("a", "x", 3)) == located.place(("a",))
    assert located.place(("x",)) == Place("book/a.yaml", 1, 1)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[[a], "])
@pytest.mark.parametrize("depth", [33, 5000])
def test_deep_nesting_is_refused_before_anything_is_built(opening: str, depth: int) -> None:
    located, findings = read(opening * depth)
    assert located is None
    assert [found.code for found in findings] in (["I014"], ["I016"])


def test_thirty_two_levels_are_read() -> None:
    assert data("[" * 32 + "]" * 32)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &x 1\nb: *x\n", "I012", 1, 4),
        ("b: *x\n", "I012", 1, 4),
        ("<<: *x\n", "I012", 1, 5),
        ("a: !!int 5\n", "I013", 1, 4),
        ("a: ! 5\n", "I013", 1, 4),
        ("a: 1\nb: 2\na: 3\n", "I011", 3, 1),
        ("{a: 1, 'a': 2}\n", "I011", 1, 8),
        ("- {a: 1, a: 2}\n", "I011", 1, 10),
        ("a: 1\n---\nb: 2\n", "I015", 2, 1),
        ("? {a: b}\n: c\n", "I016", 1, 3),
        ("# only a remark\n", "I017", 1, 0),
        ('a: "\\ud800"\n', "I006", 1, 4),
        ('a: "\\0"\n', "I006", 1, 4),
        ('"\\u202e": 1\n', "I006", 1, 1),
        ("a: 'b\n", "I010", 1, 4),
        ("a: [b\n", "I010", 1, 4),
        ("a\n", "", 0, 0),
    ],
)
def test_a_refusal_has_its_code_and_place(text: str, code: str, line: int, column: int) -> None:
    _, findings = read(text)
    expected = [(code, Place("book/a.yaml", line, column))] if code else []
    assert [(found.code, found.place) for found in findings] == expected
