"""An e-book that contradicts itself or the printed pages is never written."""

import pytest
from lxml import etree

from bindery.epub.documents import Document
from bindery.epub.verify import BrokenEbook, verify
from bindery.model.pages import Page, PageMap, PageStart

HTML = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>{}</body></html>'
MARKS = '<p id="page-i" epub:type="pagebreak" aria-label="i"/><p id="page-1" epub:type="pagebreak" aria-label="1"/>'
LIST = '<nav epub:type="page-list"><a href="#page-i">i</a><a href="#page-1">1</a></nav>'
PAGES = PageMap((Page("i", "right", "", PageStart("a")), Page("1", "left", "", PageStart("b"))), {})


def check(body: str, pages: PageMap = PAGES) -> None:
    content = HTML.format(body).encode()
    verify([Document("a.xhtml", content, etree.fromstring(content))], pages, frozenset(("images/a.png",)))


def test_a_whole_one_passes() -> None:
    check(
        MARKS
        + LIST
        + '<img src="../images/a.png"/><a href="a.xhtml">a</a><a href="https://example.org/#x">b</a>'
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (LIST, "page markers: 0, not 2"),
        (MARKS, "page list: 0, not 2"),
        (MARKS.replace('aria-label="i"', 'aria-label="1"') + LIST, "page markers: 1 stands where i should"),
        (MARKS + LIST + '<p id="a"/><p id="a"/>', "#a 2 times"),
        (MARKS + LIST + '<a href="#nowhere">a</a>', "a.xhtml#nowhere, which is nowhere"),
        (MARKS + LIST + '<a href="b.xhtml">a</a>', "b.xhtml, which is no file"),
        (MARKS + LIST + '<img src="../images/b.png"/>', "../images/b.png, which is no file"),
    ],
)
def test_each_fault_stops_it(body: str, words: str) -> None:
    with pytest.raises(BrokenEbook, match=words):
        check(body)
