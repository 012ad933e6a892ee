"""What is seen of a page is kept with all that is painted on it, and with nothing else."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from bindery.checks.pdf_facts import seen
from bindery.checks.pdf_facts.page_digest import page_digests
from bindery.checks.pdf_facts.seen import look_ahead, seen_pages
from bindery.store import Drawer

FORM = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 99, 99]))


def page_with(pdf: Pdf, content: bytes, form: bytes = b"0 0 9 9 re f") -> pikepdf.Object:
    """A new page, with a drawing in a form."""
    page = pdf.add_blank_page(page_size=(200, 300))
    page.obj.Resources = Dictionary(XObject=Dictionary(F=pdf.make_stream(form, FORM)))
    page.obj.Contents = pdf.make_stream(content)
    return page.obj


def digests(*contents: bytes, form: bytes = b"0 0 9 9 re f", before: int = 0) -> list[bytes]:
    with pikepdf.new() as pdf:
        for _ in range(before):
            pdf.add_blank_page()
        for content in contents:
            page_with(pdf, content, form)
        return list(page_digests(pdf))[before:]


def test_a_page_is_known_again_in_another_file() -> None:
    assert digests(b"/F Do") == digests(b"/F Do", before=3)


@pytest.mark.parametrize(
    "other",
    [
        digests(b"q /F Do Q"),
        digests(b"/F Do", form=b"0 0 9 8 re f"),
    ],
)
def test_a_page_is_another_when_anything_on_it_is(other: list[bytes]) -> None:
    assert digests(b"/F Do") != other


def changed(page: pikepdf.Object, name: str) -> None:
    {
        "rotation": lambda: page.__setattr__("Rotate", 90),
        "size": lambda: page.__setattr__("MediaBox", Array([0, 0, 200, 299])),
        "annotation": lambda: page.__setattr__("Annots", Array([Dictionary(Subtype=Name.Square)])),
        "rotation of all": lambda: page.Parent.__setattr__("Rotate", 90),
    }[name]()


@pytest.mark.parametrize("name", ["rotation", "size", "annotation", "rotation of all"])
def test_a_page_is_another_when_it_is_shown_otherwise(name: str) -> None:
    with pikepdf.new() as pdf:
        page = page_with(pdf, b"/F Do")
        before = list(page_digests(pdf))
        changed(page, name)
        assert list(page_digests(pdf)) != before


def test_a_link_to_another_page_does_not_make_a_page_another() -> None:
    with pikepdf.new() as pdf:
        first, second = page_with(pdf, b"/F Do"), page_with(pdf, b"q Q")
        link = Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Dest=Array([second, Name.Fit]))
        first.Annots = Array([pdf.make_indirect(link)])
        (before, _) = page_digests(pdf)
        second.Contents = pdf.make_stream(b"q Q q Q")
        assert next(page_digests(pdf)) == before


def test_a_page_that_uses_something_that_uses_itself_is_not_known_again() -> None:
    with pikepdf.new() as pdf:
        page = page_with(pdf, b"/F Do")
        form = page.Resources.XObject.F
        form.Resources = Dictionary(XObject=Dictionary(F=form))
        assert list(page_digests(pdf)) == [b""]


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(seen, "PAGES", Drawer(tmp_path / "pages", 1_000_000))
    seen_pages.cache_clear()
    yield tmp_path / "pages"
    seen_pages.cache_clear()


def book() -> bytes:
    with pikepdf.new() as pdf:
        for index in range(4):
            page_with(pdf, f"{index} 0 9 9 re f /F Do".encode())
        target = BytesIO()
        pdf.save(target)
        return target.getvalue()


def test_what_was_seen_once_is_seen_again_without_a_look(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = seen_pages(book())
    seen_pages.cache_clear()
    monkeypatch.delattr(seen, "painted_page")
    assert seen_pages(book()) == first
    assert len(list(pages.iterdir())) == len(first)


def test_what_is_kept_of_a_page_and_cannot_be_read_is_looked_at_anew(pages: Path) -> None:
    first = seen_pages(book())
    for path in pages.iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    seen_pages.cache_clear()
    assert seen_pages(book()) == first


def test_who_looks_ahead_leaves_nothing_to_look_at(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(book())
    look_ahead(path)
    monkeypatch.delattr(seen, "painted_page")
    assert len(seen_pages(path.read_bytes())) == len(list(pages.iterdir()))
