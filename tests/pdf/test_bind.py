"""Parts bound: what led from one to another still does, and nothing of any part is lost."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from pikepdf import Name

from bindery.findings import CannotGoOn, Report
from bindery.pdf import Printed
from bindery.pdf.crossing import apart, target_of
from bindery.pdf.tree import elements, read_tree
from pdf.sample_book import Chapter, note, paragraph, paragraphs, part, printed, table

TWO = [
    part(
        Chapter(
            "one", paragraphs("o", 12) + paragraph("p", inner=' <a href="#q">there</a>') + table("t"), "right"
        )
    ),
    part(Chapter("two", paragraph("q", inner=' <a href="#p">back</a>') + table("u"), "right")),
]


@pytest.fixture(scope="module")
def two() -> Iterator[pikepdf.Pdf]:
    report = Report()
    try:
        with pikepdf.open(BytesIO(printed(TWO, report).pdf)) as opened:
            yield opened
    except CannotGoOn:
        pytest.fail("\n".join(map(str, report)))


def test_only_pointers_to_other_parts_are_changed() -> None:
    html = '<p id="a"><a href="#a">x</a><a href="#b">y</a><a href="https://example.org/#b">z</a></p>'
    changed = apart(html)
    assert 'href="#a"' in changed
    assert 'href="https://example.org/#b"' in changed
    assert [target_of(word.split('"')[0]) for word in changed.split('href="')[1:]] == ["", "b", ""]


def test_a_pointer_into_another_part_leads_to_its_page(two: pikepdf.Pdf) -> None:
    names = list(two.Root.Names.Dests.Names)
    places = {str(key): place[0].objgen for key, place in zip(names[::2], names[1::2], strict=True)}
    pages = [page.obj.objgen for page in two.pages]
    ends = [places[str(annotation.Dest)] for page in two.pages for annotation in page.obj.get("/Annots", ())]
    assert ends == [places["q"], places["p"]]
    assert set(ends) <= set(pages)


def test_the_names_of_places_are_sorted(two: pikepdf.Pdf) -> None:
    names = [bytes(name) for name in list(two.Root.Names.Dests.Names)[::2]]
    assert names == sorted(names)


def test_the_outline_goes_through_all_parts(two: pikepdf.Pdf) -> None:
    with two.open_outline() as outline:
        assert [heading.title for heading in outline.root] == ["One", "Two"]


def test_no_two_elements_have_one_id_and_no_cell_names_a_head_by_an_id_that_is_gone(book: Printed) -> None:
    with pikepdf.open(BytesIO(book.pdf)) as pdf:
        found = list(elements(read_tree(pdf)))
    ids = [str(one.entries["/ID"]) for one in found if "/ID" in one.entries]
    assert len(ids) == len(set(ids)) > 2
    heads = {
        str(head) for one in found if "/A" in one.entries for head in one.entries["/A"].get("/Headers", ())
    }
    assert heads <= set(ids)


def test_every_page_and_link_finds_its_owners_in_the_parent_tree(book: Printed) -> None:
    with pikepdf.open(BytesIO(book.pdf)) as pdf:
        numbers: list[Any] = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        for page in pdf.pages:
            row = owners[int(page.StructParents)]
            assert all(owner is None or owner.Type == Name.StructElem for owner in row)
            for annotation in page.obj.get("/Annots", ()):
                kids = [
                    kid for kid in owners[int(annotation.StructParent)].K if isinstance(kid, pikepdf.Object)
                ]
                assert annotation.objgen in [kid.Obj.objgen for kid in kids if "/Obj" in kid]


def test_a_link_in_a_side_note_that_was_moved_moves_with_it() -> None:
    links = [note(f"n{index}", 40, f' <a href="https://example.org/{index}">x</a>') for index in range(3)]
    made = printed([part(Chapter("one", paragraph("p", inner="".join(links)), "right"))])
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        tops = [float(annotation.Rect[3]) for annotation in pdf.pages[0].Annots]
    assert all(upper - lower > 40 for upper, lower in pairwise(tops))


def test_a_pointer_to_no_page_stops_the_press() -> None:
    report = Report()
    with pytest.raises(CannotGoOn):
        printed([part(Chapter("one", paragraph("p", inner='<a href="#none">x</a>'), "right"))], report)
    assert [finding.code for finding in report if finding.severity == "error"] == ["P002"]
