"""Where things are painted, however many drawings they are drawn within."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from bindery.checks.pdf_facts.painted import painted_page
from bindery.units import mm_of_pt


def drawn(matrix: str) -> pypdfium2.PdfDocument:
    """A page of 200 by 300 points with a square of 10 points in a form within a form, the inner one moved."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 300))
        form = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 300]))
        inner = pdf.make_stream(b"0 0 10 10 re f", form)
        outer = pdf.make_stream(f"q {matrix} cm /In Do Q".encode(), form)
        outer.Resources = Dictionary(XObject=Dictionary(In=inner))
        page = pdf.pages[0]
        page.Resources = Dictionary(XObject=Dictionary(Out=outer))
        page.Contents = pdf.make_stream(b"q 1 0 0 1 50 100 cm /Out Do Q")
        target = BytesIO()
        pdf.save(target)
    return pypdfium2.PdfDocument(target.getvalue())


@pytest.mark.parametrize(
    ("matrix", "low", "high"),
    [("1 0 0 1 0 80", 180, 190), ("1 0 0 -1 0 80", 170, 180), ("2 0 0 2 0 0", 100, 120)],
)
def test_a_thing_in_a_drawing_is_where_the_page_shows_it(matrix: str, low: float, high: float) -> None:
    document = drawn(matrix)
    (thing,) = painted_page(document[0]).things
    document.close()
    assert (thing.top, thing.bottom) == pytest.approx((mm_of_pt(300 - high), mm_of_pt(300 - low)))
