"""A printed page begins in the e-book at its marker: a marker in another place is found."""

from pathlib import Path

import pikepdf
import pytest

from bindery.checks import agreement
from bindery.checks.letters import letters
from bindery.findings import Finding
from checks.epubs import Swap, subject, write_epub
from checks.pdfs import HEADINGS, folio_content, page_content, write_pdf

ONE_FILE, TWO_FILE = "EPUB/text/one.xhtml", "EPUB/text/two.xhtml"
SEEN = "a tree with two branches that reach to the left and to the right of a bare trunk in the light of a winter"
SECOND = '<span epub:type="pagebreak" role="doc-pagebreak" id="p-1" aria-label="1"></span>'
PICTURE = f'<p><img src="../images/tree.svg" alt="{SEEN}"/></p>'
LONGER = (ONE_FILE, "A tree with two branches", SEEN)


def judged(folder: Path, *swaps: Swap, words: tuple[str, ...] = ("one", SEEN, "two")) -> tuple[Finding, ...]:
    def content(index: int) -> str:
        return page_content(index).replace(HEADINGS[index], words[index])

    epub = write_epub(folder / "book.epub", LONGER, *swaps)
    pdf = write_pdf(folder / "book-print-a4.pdf", content=content)
    return agreement.agree(subject(epub), [subject(pdf)]).findings


def moved(before: str) -> tuple[Swap, ...]:
    """The marker of the second page before these words of its document."""
    return (ONE_FILE, f"{SECOND}\n", ""), (ONE_FILE, before, f"{SECOND}{before}")


def test_markers_in_their_places_pass(tmp_path: Path) -> None:
    assert judged(tmp_path) == ()


@pytest.mark.parametrize("before", ["<p>Some words", "Some words", "the second part", "<svg", "</section>"])
def test_a_marker_before_other_words_is_found(before: str, tmp_path: Path) -> None:
    found = judged(tmp_path, *moved(before))
    assert [each.code for each in found] == ["C072"]
    assert found[0].message.startswith("page 1 of book-print-a4.pdf begins with “a tree with two branches")


def test_a_marker_inside_a_paragraph_stands_at_the_very_word(tmp_path: Path) -> None:
    words = ("one", "the second part", "two")
    assert judged(tmp_path, *moved('<a href="two.xhtml#two">the'), words=words) == ()
    [found] = judged(tmp_path, *moved("second part</a>"), words=words)
    assert found.code == "C072"


def test_a_label_that_only_one_of_them_has_is_no_fault(tmp_path: Path) -> None:
    label = (ONE_FILE, PICTURE, f"<p>Look</p>{PICTURE}")
    assert judged(tmp_path, label) == ()


def test_a_label_that_the_page_before_ends_with_is_a_fault(tmp_path: Path) -> None:
    # The marker stands before "and the second part", which is printed on the first page.
    label = (ONE_FILE, PICTURE, f"<p>one</p>{PICTURE}")
    assert [each.code for each in judged(tmp_path, label)] == ["C072"]


def test_a_blank_page_stands_with_the_next_one(tmp_path: Path) -> None:
    def content(index: int) -> str:
        return folio_content("b") if index == 1 else page_content(index)

    both = (ONE_FILE, f"{SECOND}\n{PICTURE}", ""), (ONE_FILE, "<svg", "<svg aria-hidden='true'")
    pdf = write_pdf(tmp_path / "book-print-a4.pdf", content=content)
    last = (TWO_FILE, "<section id", f"{SECOND}<section id")
    epub = write_epub(tmp_path / "book.epub", LONGER, *both, last)
    assert agreement.agree(subject(epub), [subject(pdf)]).findings == ()
    text_between = write_epub(tmp_path / "book.epub")
    [found] = agreement.agree(subject(text_between), [subject(pdf)]).findings
    assert found.code == "C072"


def test_a_break_too_many_is_found(tmp_path: Path) -> None:
    [found] = judged(tmp_path, (TWO_FILE, "<h1>", SECOND.replace("p-1", "p-9") + "<h1>"))
    assert found.message == "4 page breaks stand in the text, but 3 pages are printed"


def test_what_the_two_files_write_differently_does_not_count() -> None:
    assert letters("The co-\noperative’s ﬁrst 3 steps") == letters("the cooperative's first steps")


def test_a_pdf_without_structure_is_no_pass(tmp_path: Path) -> None:
    def untagged(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot

    epub, pdf = write_epub(tmp_path / "book.epub"), write_pdf(tmp_path / "book-print-a4.pdf", untagged)
    assert agreement.agree(subject(epub), [subject(pdf)]).findings
