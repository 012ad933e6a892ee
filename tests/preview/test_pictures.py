"""Pictures of pages: those on the desk, and nothing for a name that is made up."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from bindery.preview.pictures import PagePictures, name_of_part


def two_pages() -> bytes:
    target = BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(2):
            pdf.add_blank_page(page_size=(100, 200))
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def test_a_page_is_painted_twice_as_large_as_its_points() -> None:
    pictures = PagePictures()
    pictures.lay([two_pages()])
    png = pictures.png(f"{name_of_part(two_pages())}-1")
    assert png is not None
    assert Image.open(BytesIO(png)).size == (200, 400)


@pytest.mark.parametrize("name", ["{}-2", "{}--1", "{}-", "{}", "{}-1e0", "{}-٣", "other-0", "-", ""])
def test_there_is_no_other_page(name: str) -> None:
    pictures = PagePictures()
    pictures.lay([two_pages()])
    assert pictures.png(name.format(name_of_part(two_pages()))) is None
