"""Whatever does not fit a model becomes a plain sentence of our own, with a place."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bindery.findings import Report
from bindery.intake import Data, Located, read_yaml
from bindery.model.edition import EditionSettings
from bindery.model.journal import JournalKind
from bindery.model.questionnaire import Questionnaire
from bindery.model.settings import BookSettings, FrontMatter, GlossaryEntry, Reference
from bindery.settings import validate
from bindery.settings.sentences import PATTERNS
from bindery.settings.shapes import known_keys, schema_of

KINDS = [BookSettings, EditionSettings, FrontMatter, GlossaryEntry, JournalKind, Questionnaire, Reference]
WHOLE: dict[Any, Data] = {
    BookSettings: {
        "slug": "a",
        "title": "A",
        "authors": ["B"],
        "language": "en",
        "licence": {"name": "C", "url": "D"},
        "date": "2026-01-01",
        "chapters": ["a.md"],
        "wording": {"page": "p. {}"},
    },
    EditionSettings: {
        "chapters": ["a"],
        "journal": {"lined": 2},
        "outputs": [{"format": "pdf", "paper": "a4"}],
    },
    FrontMatter: {
        "title": "A",
        "kind": "chapter",
        "aims": [{"text": "B", "see": "c"}],
        "minutes": {"read": 5},
    },
    GlossaryEntry: {"term": "A", "definition": "B", "also": ["C"]},
    JournalKind: {
        "name": "a",
        "title": "A",
        "ruling": "guided",
        "pitch": 8,
        "parts": [{"type": "tracker", "title": "B", "rows": 3, "columns": ["Mon"]}],
    },
    Questionnaire: {
        "name": "a",
        "title": "A",
        "source": {"author": "B", "license": "C"},
        "elements": [
            {
                "type": "matrix",
                "name": "m",
                "columns": [{"value": 1, "text": "x"}],
                "rows": [{"value": "i", "text": "y"}],
            }
        ],
        "scoring": {
            "scales": {"s": {"keys": ["i"], "method": "mean"}},
            "assessments": [{"name": "b", "minimum": 1, "maximum": 2.5, "message": "w"}],
        },
    },
    Reference: {"type": "book", "title": "A", "issued": 2001, "author": [{"family": "B"}]},
}


def located(data: Data) -> Located:
    found = read_yaml(json.dumps(data), "book/a.yaml", Report())
    assert found
    return found


def paths(data: Data, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner: list[tuple[str | int, Data]] = []
    if isinstance(data, dict):
        inner = list(data.items())
    elif isinstance(data, list):
        inner = list(enumerate(data))
    return [path, *(deeper for step, value in inner for deeper in paths(value, (*path, step)))]


def replaced(data: Data, path: tuple[str | int, ...], value: Data) -> Data:
    if not path:
        return value
    copy: Any = dict(data) if isinstance(data, dict) else list(data)  # type: ignore[arg-type]
    copy[path[0]] = replaced(copy[path[0]], path[1:], value)
    changed: Data = copy
    return changed


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_value_fits(kind: Any) -> None:
    report = Report()
    assert validate(kind, located(WHOLE[kind]), report)
    assert not list(report)


strange: st.SearchStrategy[Data] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**14), 10**14),
    st.sampled_from([2.5, "", " ", "x" * 5000, "Ünïcode", "2026-99-99", "nan", "1e999", "9" * 30, "-"]),
    st.text("ab -_/:{}0", max_size=5),
    st.lists(st.none() | st.text("ab", max_size=2), max_size=3),
    st.dictionaries(st.text("ab_-", min_size=1, max_size=3), st.none() | st.integers(), max_size=3),
)


@given(st.sampled_from(KINDS), st.data())
def test_one_value_changed_is_accepted_or_told_in_our_own_words_with_a_place(
    kind: Any, data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from(paths(WHOLE[kind])))
    changed, report = replaced(WHOLE[kind], path, data.draw(strange)), Report()
    if changed is None:
        return
    value = validate(kind, located(changed), report)
    assert (value is None) == report.has_errors
    for found in report:
        assert found.place.line > 0
        assert "does not fit here" not in found.message
        assert not re.search("pydantic|https?:|Input should|should be", found.message + found.hint)


@given(st.sampled_from(KINDS), st.data())
def test_a_misspelt_key_is_one_finding(kind: Any, data: st.DataObject) -> None:
    whole = WHOLE[kind]
    assert isinstance(whole, dict)
    key = data.draw(st.sampled_from([key for key in whole if len(key) > 3]))
    report = Report()
    assert not validate(
        kind, located({(name + "x" if name == key else name): whole[name] for name in whole}), report
    )
    assert [(found.code, found.hint) for found in report] == [("S001", f'did you mean "{key}"?')]


@pytest.mark.parametrize("kind", KINDS)
def test_every_pattern_in_the_schemas_has_its_words(kind: Any) -> None:
    patterns = set(re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(schema_of(kind))))
    assert {json.loads(pattern) for pattern in patterns} <= set(PATTERNS)


def test_keys_are_known_at_every_depth() -> None:
    assert "assessments" in known_keys(Questionnaire, ("scoring",))
    assert "method" in known_keys(Questionnaire, ("scoring", "scales", "any"))
    assert "value" in known_keys(Questionnaire, ("elements", 3, "columns", 0))
    assert "go-deeper" in known_keys(EditionSettings, ("wording",))
    assert known_keys(EditionSettings, ("journal",)) == ()


def test_a_value_can_be_taken_from_the_middle_of_a_document() -> None:
    report = Report()
    document = located([{"term": "Tea", "definition": "A drink."}, {"term": "Tea"}])
    assert validate(GlossaryEntry, document, report, (0,))
    assert not validate(GlossaryEntry, document, report, (1,))
    assert [found.message for found in report] == ['"definition" is missing in entry 2']
