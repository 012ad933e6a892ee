"""Where the structure is not such as the finisher knows, the press stops and says so."""

from collections.abc import Iterator
from typing import Any

import pytest

from bindery.findings import CannotGoOn, MachineError, Report
from bindery.pdf import engine, finish, tagging
from bindery.pdf.mend import mend
from bindery.pdf.origin import KEY
from bindery.pdf.tree import Element
from pdf.sample_book import Chapter, part, printed

BODY = '<p id="p">Words, and <a href="#p">a link</a>.</p>'


def refused() -> str:
    """What is found when a part is printed that the press refuses."""
    report = Report()
    with pytest.raises(CannotGoOn):
        printed([part(Chapter("one", BODY, "right"))], report)
    (finding,) = report
    assert finding.code == "P030"
    return finding.message


def test_another_version_of_the_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "VERSION", "69.0")
    with pytest.raises(MachineError, match=r"WeasyPrint 69\.0 is needed"):
        printed([part(Chapter("one", BODY, "right"))])


def test_an_element_that_does_not_say_where_it_comes_from_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(build: tagging.Builder) -> tagging.Builder:
        def build_and_forget(*arguments: Any) -> Iterator[Any]:
            for made in tagging.with_origins(build)(*arguments):
                if made["S"] == "/P":
                    del made[KEY]
                yield made

        return build_and_forget

    monkeypatch.setattr(engine, "with_origins", forgetful)
    assert refused().endswith("do not say what they were made for: P")


def test_a_link_that_nothing_owns_any_more_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(document: Element) -> None:
        mend(document)
        drop(document, "Link")

    monkeypatch.setattr(finish, "mend", careless)
    assert refused() == "1 links would belong to nothing that is read"


def test_text_that_would_be_read_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def repeating(document: Element) -> None:
        mend(document)
        document.children.append(document.children[0])

    monkeypatch.setattr(finish, "mend", repeating)
    assert "would be read twice" in refused()


def drop(element: Element, kind: str) -> None:
    element.children = [c for c in element.children if not (isinstance(c, Element) and c.kind == kind)]
    for child in element.children:
        if isinstance(child, Element):
            drop(child, kind)
