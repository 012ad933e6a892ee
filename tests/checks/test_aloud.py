"""A PDF read aloud as plain text."""

from pathlib import Path

import pytest

from bindery.checks.pdf_text.aloud import read_aloud
from bindery.findings import UsageError
from checks.pdfs import write_pdf
from pdf.sample_book import DRAWING, ORNAMENT, Chapter, part, printed

BODY = f"""
<p id="p">A line of text with <a href="#p">a link</a>, <span lang="zu">ubuntu</span>, 5
<abbr title="minutes">min</abbr>
and a call<span class="footnote" id="f" data-call="f" data-note="Note" data-back="Back">What it says.</span>,
and on.</p>
<ul style="list-style: none"><li>a<ol style="list-style: none"><li><span data-tag="Lbl">1</span> b</li></ol></li></ul>
<dl><dt>Term</dt><dd>what it is</dd></dl>{DRAWING}{ORNAMENT}
<table><thead><tr><th>H</th><td></td></tr></thead><tr><td>x</td><td>y z</td></tr></table>
<div class="note" data-tag="Aside" id="n">Beside it</div>
<div data-tag="TOC"><p data-tag="TOCI"><a href="#p">The line</a></p></div>
"""
SAID = """
--- page 1 of the file (folio 1) ---
Heading 1: One
A line of text with [a link], (zu: ubuntu), 5 minutes and a call[1]
Note: [1.] What it says.
End of note
, and on.
List, 1 item
- a
  List, 1 item
  1 b
  End of list
End of list
List, 1 item
Term: what it is
End of list
Figure: A round thing
Table, 2 rows, 2 columns
  Row 1: H (head) | empty
  Row 2: x | y z
End of table
Aside: Beside it
End of aside
Contents, 1 item
- [The line]
End of contents
"""


def test_all_there_is_is_announced_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(printed([part(Chapter("one", BODY, "right"))]).pdf)
    title, *lines = read_aloud(path)
    assert title == "A sample (en-GB)"
    assert lines == SAID.strip().split("\n")


def test_every_page_is_named_where_it_begins(tmp_path: Path) -> None:
    lines = list(read_aloud(write_pdf(tmp_path / "small.pdf")))
    assert [line for line in lines if line.startswith("---")] == [
        "--- page 1 of the file (folio i) ---",
        "--- page 2 of the file (folio 1) ---",
        "--- page 3 of the file (folio 2) ---",
    ]
    assert "Heading 1: one" in lines


def test_a_file_that_is_no_pdf_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "no.pdf").write_text("no PDF")
    with pytest.raises(UsageError, match=r"no\.pdf cannot be read as a PDF"):
        list(read_aloud(tmp_path / "no.pdf"))
