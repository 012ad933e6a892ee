"""Pictures are judged by what is in them, before anything unpacks them."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from bindery.findings import Place, Report
from bindery.intake import check_picture

ASKED = Place("book/chapters/01-one.md", 7)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{}</svg>'


def bitmap(kind: str, size: tuple[int, int] = (40, 30), mode: str = "RGB") -> bytes:
    stream = BytesIO()
    Image.new(mode, size).save(stream, kind)
    return stream.getvalue()


def check(root: Path, name: str, content: bytes) -> tuple[str, float, float] | list[str]:
    """What the picture is, or the codes of the findings."""
    path = root / "book" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    report = Report()
    picture = check_picture(path, root, report, ASKED)
    assert (picture is None) == report.has_errors
    return (picture.kind, picture.width, picture.height) if picture else [found.code for found in report]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.png", bitmap("PNG"), "png"),
        ("a.PNG", bitmap("PNG", mode="RGBA"), "png"),
        ("a.jpg", bitmap("JPEG"), "jpeg"),
        ("a.jpeg", bitmap("JPEG", mode="CMYK"), "jpeg"),
    ],
)
def test_a_bitmap_is_known_with_its_size(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    assert check(tmp_path, name, content) == (kind, 40, 30)


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('viewBox="0 0 40 20"', (40, 20)),
        ('viewBox="-1,-2 , 40.5,20"', (40.5, 20)),
        ('width="40px" height="20" viewBox="0 0 4 2"', (40, 20)),
        ('width="100%" height="20mm" viewBox="0 0 4 2"', (4, 2)),
        ("", (0, 0)),
    ],
)
def test_a_drawing_is_known_with_its_size(tmp_path: Path, root: str, size: tuple[float, float]) -> None:
    text = f'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" {root}/>'
    assert check(tmp_path, "a.svg", text.encode()) == ("svg", *size)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.jpg", bitmap("PNG"), "I021"),
        ("a.png", SVG.encode(), "I021"),
        ("a.gif", bitmap("GIF"), "I020"),
        ("a.png", bitmap("GIF"), "I020"),
        ("a.svg", bitmap("TIFF"), "I020"),
        ("a.png", b"", "I020"),
        ("a.svg", b"\x1f\x8b\x08 packed", "I020"),
        ("a.jpg", bitmap("JPEG")[:-40], "I023"),
        ("a.jpg", bitmap("JPEG")[:20], "I023"),
        ("a.png", bitmap("PNG")[:-20], "I023"),
        ("a.png", bitmap("PNG")[:20], "I023"),
        ("a.png", bitmap("PNG", (8000, 5001), "1"), "I022"),
        ("a.svg", b"<svg/>", "I024"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>", "I024"),
        ("a.svg", b"<\xff", "I005"),
    ],
)
def test_what_cannot_be_printed_is_refused(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    assert check(tmp_path, name, content) == [code]


def test_forty_megapixels_are_allowed(tmp_path: Path) -> None:
    assert check(tmp_path, "a.png", bitmap("PNG", (8000, 5000), "1")) == ("png", 8000, 5000)


def test_a_bitmap_is_reported_where_it_was_asked_for_and_a_drawing_in_itself(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    report = Report()
    (tmp_path / "book/a.png").write_bytes(b"no")
    (tmp_path / "book/a.svg").write_text(SVG.format("\n<script/>"))
    check_picture(tmp_path / "book/a.png", tmp_path, report, ASKED)
    check_picture(tmp_path / "book/a.svg", tmp_path, report, ASKED)
    assert {found.place for found in report} == {ASKED, Place("book/a.svg", 2)}


@pytest.mark.parametrize(
    "inner",
    [
        '<defs><linearGradient id="g"/></defs><rect fill="url(#g)" style="stroke: url( \'#g\' )"/>',
        '<g id="leaf"/><use href="#leaf"/>',
        '<g id="g"/><style>.a { fill: url("#g"); stroke: #161616 }</style>',
        '<metadata><x xmlns="urn:x">https://example.org (a note)</x></metadata>',
        '<g data-name="on" aria-label="Leaf (one)"><title>A leaf\\stem</title></g>',
        '<g xmlns:i="urn:i" i:export-filename="C:\\logo.png"/>',
        "<!-- a remark, https://example.org -->",
        "<text>url(http://example.org) is only words</text>",
    ],
)
def test_a_drawing_may_draw(tmp_path: Path, inner: str) -> None:
    assert check(tmp_path, "a.svg", SVG.format(inner).encode()) == ("svg", 40, 20)


XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href'


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        ("<script/>", "I025"),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg"/>', "I025"),
        ('<g onload="x()"/>', "I025"),
        ('<g OnClick="x()"/>', "I025"),
        ("<foreignObject/>", "I025"),
        ('<iframe xmlns="http://www.w3.org/1999/xhtml"/>', "I025"),
        ('<a href="#x"/>', "I025"),
        ('<set attributeName="href" to="http://x"/>', "I025"),
        ('<image href="http://x/y.png"/>', "I026"),
        ('<image href="data:image/png;base64,AAAA"/>', "I026"),
        (f'<image {XLINK}="file:///etc/passwd"/>', "I026"),
        (f'<use {XLINK}="other.svg#a"/>', "I026"),
        ('<feImage href="//x/y"/>', "I026"),
        ('<g xml:base="http://x/"/>', "I026"),
        ('<rect fill="url(http://x)"/>', "I026"),
        ("<rect fill=\"URL( 'http://x' )\"/>", "I026"),
        ('<rect style="fill:u\\72 l(http://x)"/>', "I026"),
        ("<style>@import 'x';</style>", "I026"),
        ("<style><![CDATA[ @IMPORT url(x) ]]></style>", "I026"),
        ("<style>a { background: image-set('x') }</style>", "I026"),
        ("<?php x ?>", "I027"),
    ],
)
def test_a_drawing_may_do_nothing_else(tmp_path: Path, inner: str, code: str) -> None:
    assert check(tmp_path, "a.svg", SVG.format(inner).encode()) == [code]


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!doctype svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    ],
)
def test_a_document_type_is_refused_before_it_is_read(tmp_path: Path, head: str) -> None:
    assert check(tmp_path, "a.svg", (head + SVG).encode()) == ["I027"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["a.png", "a.jpg", "a.svg"]), st.data())
def test_a_damaged_picture_is_a_picture_or_a_finding(tmp_path: Path, name: str, data: st.DataObject) -> None:
    whole = {"a.png": bitmap("PNG"), "a.jpg": bitmap("JPEG"), "a.svg": SVG.format("<g/>").encode()}[name]
    at = data.draw(st.integers(0, len(whole)))
    check(
        tmp_path,
        name,
        whole[:at] + data.draw(st.binary(max_size=6)) + whole[at + data.draw(st.integers(0, 9)) :],
    )
