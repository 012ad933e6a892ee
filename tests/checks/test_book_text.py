"""What a screen reader reads is what the authors wrote: all of it, once, in its order."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary

from bindery.build.reading import read_book
from bindery.build.stages import build_edition
from bindery.build.stamp import Stamp
from bindery.checks.pdf_facts.opened import OpenedPdf, opened
from bindery.checks.pdf_text.book_text import text_of_the_book
from bindery.checks.pdf_text.manuscript import manuscript
from bindery.checks.pdf_text.nodes import Node, Run, read_nodes
from bindery.checks.pdf_text.passage import Manuscript, condensed
from bindery.checks.verdict import Expected, Subject
from bindery.findings import Finding, Report
from bindery.model.inlines import Text
from bindery.model.node import walk
from bindery.numbering import for_format
from books import write_book
from epub.rich_book import RICH

pytestmark = pytest.mark.slow
Written = tuple[Path, Manuscript]
Change = Callable[[pikepdf.Pdf, pikepdf.Object], None]


class Silence:
    def stage(self, words: str) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The PDF of a book with one of everything, and its manuscript."""
    root = write_book(tmp_path_factory.mktemp("rich"), RICH)
    path, *_ = build_edition(Stamp("standard", root, "pdf"), Report(), Silence())
    return path, manuscript(for_format(read_book("standard", root, Report()), "pdf"))


def found(path: Path, text: Manuscript) -> list[Finding]:
    with opened(Subject(path, "book.pdf", Expected(manuscript=text))) as pdf:
        return list(text_of_the_book(pdf))


def changed(written: Written, words: str, kind: str, change: Change) -> list[Finding]:
    """What is found when something is done to the element of this type in which these words stand."""
    path, text = written
    with opened(Subject(path, "book.pdf")) as pdf:
        run = run_of(pdf, words)
    target = path.with_name("changed.pdf")
    with pikepdf.open(path) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        element = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))[run.page][run.number]
        while f"/{kind}" != element.S:
            element = element.P
        change(pdf, element)
        pdf.save(target)
    return found(target, text)


def run_of(pdf: OpenedPdf, words: str) -> Run:
    def runs(node: Node) -> list[Run]:
        return [
            run for child in node.children for run in ([child] if isinstance(child, Run) else runs(child))
        ]

    every = runs(read_nodes(pdf))
    return next(run for run in sorted(every, key=lambda run: run.text.strip() != words) if words in run.text)


def take_out(_: pikepdf.Pdf, element: pikepdf.Object) -> None:
    kids = element.P.K
    del kids[place_in(kids, element)]


def repeat(pdf: pikepdf.Pdf, element: pikepdf.Object) -> None:
    kids = element.P.K
    kids.insert(place_in(kids, element), pdf.make_indirect(Dictionary(dict(element.items()))))


def move_to_the_end(_: pikepdf.Pdf, element: pikepdf.Object) -> None:
    kids = element.P.K
    place = place_in(kids, element)
    element.P.K = Array([*list(kids)[:place], *list(kids)[place + 1 :], element])


def place_in(kids: pikepdf.Object, element: pikepdf.Object) -> int:
    return [kid.objgen if isinstance(kid, Dictionary) else None for kid in kids].index(element.objgen)


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_nothing_is_found_in_a_book_with_one_of_everything(written: Written) -> None:
    assert found(*written) == []


def test_nothing_is_said_where_the_manuscript_is_not_known(written: Written) -> None:
    assert found(written[0], Manuscript()) == []


def test_every_word_of_the_book_is_in_a_passage(tmp_path: Path) -> None:
    numbered = for_format(read_book("standard", write_book(tmp_path, RICH), Report()), "pdf")
    passages = "\n".join("\n".join(passage.pieces) for passage in manuscript(numbered).passages)
    texts = [node.value for piece in numbered.book.pieces for node in walk(piece) if isinstance(node, Text)]
    assert len(texts) > 60
    assert [text for text in texts if condensed(text) not in passages] == []


@pytest.mark.parametrize(
    ("words", "kind", "key", "place"),
    [
        ("Some words about", "P", "one.7", "book/chapters/01-one.md:19"),
        ("A note of its own", "Note", "one.90", "book/chapters/01-one.md"),
        ("another thing", "LI", "one", "book/chapters/01-one.md"),
        ("cup", "TD", "one", "book/chapters/01-one.md"),
        ("Look", "LI", "one", "book/chapters/01-one.md"),
        ("Why tea?", "P", "tea-questions", "book/chapters/01-one.md"),
        ("I drank tea after nine", "TR", "tea-scale", "book/chapters/01-one.md"),
        ("it stands.", "Aside", "one", "book/chapters/01-one.md"),
        ("It was hot.", "P", "one", "book/chapters/01-one.md"),
        ("what a tree has many of", "LI", "one", "book/chapters/01-one.md"),
        ("A leaf from the garden", "Caption", "one", "book/chapters/01-one.md"),
        ("To see where the cups are.", "P", "one", "book/chapters/01-one.md"),
        ("Facts first.", "P", "one", "book/chapters/01-one.md"),
    ],
)
def test_what_is_lost_is_named_with_its_key_and_its_place(
    written: Written, words: str, kind: str, key: str, place: str
) -> None:
    first, *_ = changed(written, words, kind, take_out)
    assert first.code == "C080"
    assert key in first.message
    assert str(first.place).startswith(place)
    assert first.place.line > 0
    assert "page" in first.hint


def test_a_picture_whose_description_is_lost_is_text_lost(written: Written) -> None:
    def forget(_: pikepdf.Pdf, element: pikepdf.Object) -> None:
        del next(kid for kid in element.P.K if kid.S == "/Figure").Alt

    findings = changed(written, "A leaf from the garden", "Caption", forget)
    assert codes(findings) == ["C080"]
    assert "'Aleaf.'" in findings[0].message


def test_what_is_read_twice_is_found(written: Written) -> None:
    assert codes(changed(written, "what a tree has many of", "P", repeat)) == ["C081"]


def test_what_is_read_out_of_its_order_is_found(written: Written) -> None:
    findings = changed(written, "To see where the cups are.", "P", move_to_the_end)
    assert codes(findings) == ["C082"]
    assert "out of its order, on page" in findings[0].message


def test_a_page_number_in_roman_figures_is_written_by_nobody_and_may_stand(written: Written) -> None:
    _, text = written
    assert {"viii", "xiii", "xviii", "xxvi"} <= set(text.said)
    assert not {"i", "ii", "vi", "x"} & set(text.said)


def test_what_nobody_wrote_is_found(written: Written) -> None:
    path, text = written
    without = replace(
        text, passages=tuple(one for one in text.passages if "Itcanbetoohot." not in one.pieces)
    )
    (finding,) = found(path, without)
    assert (finding.code, str(finding.place)) == ("C083", "book.pdf")
    assert "Itcanbetoohot." in finding.message
