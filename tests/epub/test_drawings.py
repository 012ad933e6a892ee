"""A drawing stands in a document as it was drawn, in the reader's colours, and reaches nothing outside itself."""

import pytest
from lxml import etree

from bindery.epub.drawings import NotInline, has_text, inline_drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"'


def drawn(inside: str, head: str = HEAD) -> etree._Element:
    return etree.fromstring(inline_drawing(f"{head}>{inside}</svg>", "fig", "A thing."))


def attributes(root: etree._Element, name: str) -> list[str | None]:
    return [element.get(name) for element in root.iter() if element.get(name)]


def test_names_keep_their_capitals_and_ids_get_a_name_of_their_own() -> None:
    root = drawn('<linearGradient id="g" gradientUnits="userSpaceOnUse"/><path fill="url(#g)" d="M0 0"/>')
    assert root.get("viewBox") == "0 0 20 10"
    assert root[-1].get("fill") == "url(#fig.g)"
    assert attributes(root, "id") == ["fig.g"]
    assert attributes(root, "gradientUnits") == ["userSpaceOnUse"]


def test_ink_follows_the_reader_and_white_lets_the_page_through() -> None:
    root = drawn('<path fill="#161616" d="M0 0"/><path fill="#FFFFFF" stroke="#161616" d="M0 0"/>')
    assert [element.get("fill") for element in root] == ["currentColor", "none"]
    assert root[1].get("stroke") == "currentColor"
    assert root.get("fill") == "currentColor"


def test_white_words_on_an_accent_stay_white_and_words_in_an_accent_follow_the_reader() -> None:
    root = drawn(
        '<rect fill="#AC3613" width="9" height="9"/><text fill="#FFFFFF">a</text><text fill="#AC3613">b</text>'
    )
    assert [element.get("fill") for element in root] == ["#AC3613", "#FFFFFF", "currentColor"]


@pytest.mark.parametrize("foreign", ['<path fill="#00ff00" d="M0 0"/>', '<path style="fill:red" d="M0 0"/>'])
def test_a_drawing_in_other_colours_gets_a_white_ground(foreign: str) -> None:
    root = drawn(foreign)
    assert dict(root[0].attrib) == {"x": "0", "y": "0", "width": "20", "height": "10", "fill": "#fff"}
    assert root.get("color") == "#161616"


def test_its_description_takes_the_place_of_its_own_names() -> None:
    root = drawn("<title>t</title><desc>d</desc><g/>", f'{HEAD} role="img" aria-labelledby="t"')
    assert (root.get("role"), root.get("aria-label"), root.get("aria-labelledby")) == (
        "img",
        "A thing.",
        None,
    )
    assert [etree.QName(element).localname for element in root] == ["g"]


def test_what_drawing_programs_remember_is_left_out() -> None:
    root = drawn(
        '<e:view xmlns:e="urn:e"/><g e:label="x" xmlns:e="urn:e" data-name="y"/>', f'{HEAD} xmlns:e="urn:e"'
    )
    assert len(root) == 1
    assert dict(root[0].attrib) == {}


def test_text_is_set_in_the_fonts_of_the_book() -> None:
    root = drawn('<text font-family="Bricolage Grotesque">a</text><text font-family="Literata">b</text>')
    assert [element.get("font-family") for element in root] == ["Label, sans-serif", "Text, serif"]
    assert has_text(f"{HEAD}><g><text>a</text></g></svg>")
    assert not has_text(f"{HEAD}><g/></svg>")


def test_styles_would_reach_the_page_so_such_a_drawing_stays_a_picture() -> None:
    with pytest.raises(NotInline):
        drawn("<style>p { color: red }</style>")


@pytest.mark.parametrize(("size", "ems"), [("160mm", "37.8em"), ("32", "2.0em"), ("1in", "6.0em")])
def test_its_width_follows_the_size_of_type(size: str, ems: str) -> None:
    root = drawn("<g/>", f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"')
    assert (root.get("width"), root.get("height")) == ("100%", None)
    assert root.get("style") == f"max-width: {ems}"
    assert (root.get("viewBox") or "").startswith("0 0 ")
