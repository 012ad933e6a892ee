"""The structure of finished pages: one element for one thing, each of its kind, in the order of reading."""

import pytest

from bindery.pdf.tree import Annotation, Element, annotations, contents, elements
from pdf.sample_book import footnote, note, paragraph, table, words
from pdf.shapes import body_shape, kinds, structure

ITEM = '<td data-tag="LI">1</td>'
MANY = " ".join(["word"] * 2500)


def test_a_paragraph_over_three_pages_is_one_paragraph() -> None:
    tree = structure(f'<p id="p">{MANY}</p>')
    assert kinds(tree) == ["Document", "Sect", "H1", "P"]
    assert {content.page for content in contents(tree)} >= {0, 1, 2}


def test_a_table_over_pages_is_one_table_whose_head_is_read_once() -> None:
    tree = structure(table("t"))
    tables = [found for found in elements(tree) if found.kind == "Table"]
    assert len(tables) == 1
    assert kinds(tables[0]).count("THead") == 1
    assert kinds(tables[0]).count("TR") == 21
    assert {content.page for content in contents(tables[0])} >= {0, 1}
    assert [str(head.entries["/A"].Scope) for head in elements(tables[0]) if head.kind == "TH"] == [
        "/Column"
    ] * 2


def test_a_row_over_two_pages_keeps_its_cells() -> None:
    row = f"<tr><td>{MANY[:6000]}</td><td>{words('b', 800)}</td></tr>"
    assert body_shape(f"<table><tbody>{row}</tbody></table>") == "Table(TBody(TR(TD TD)))"


def test_a_list_over_pages_is_one_list() -> None:
    items = "".join(f"<li>{words(str(number), 40)}</li>" for number in range(30))
    tree = structure(f"<ul>{items}</ul>")
    assert kinds(tree).count("L") == 1
    assert kinds(tree).count("LI") == 30


@pytest.mark.parametrize(
    ("body", "shape"),
    [
        ("<ul><li>a</li><li>b</li></ul>", "L(LI(Lbl LBody) LI(Lbl LBody))"),
        ('<ul style="list-style: none"><li>a</li></ul>', "L(LI(LBody))"),
        ("<ol><li>a<ul><li>b</li></ul></li></ol>", "L(LI(Lbl LBody(P L(LI(Lbl LBody)))))"),
        (
            '<ol style="list-style: none"><li><span data-tag="Lbl">1</span><p>a</p></li></ol>',
            "L(LI(Lbl LBody(P)))",
        ),
        (
            f'<table data-tag="L"><tr>{ITEM}{ITEM}</tr></table>',
            "L(LI(LBody) LI(LBody))",
        ),
        ("<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>", "L(LI(Lbl LBody) LI(Lbl LBody))"),
        ("<dl><div><dt>a</dt><dd><p>b</p><p>c</p></dd></div></dl>", "L(LI(Lbl LBody(P P)))"),
    ],
)
def test_a_list_has_items_with_labels_and_bodies(body: str, shape: str) -> None:
    assert body_shape(body) == shape


@pytest.mark.parametrize(("tag", "numbering"), [("ol", "/Decimal"), ("ul", "/Square")])
def test_a_list_says_how_it_is_numbered(tag: str, numbering: str) -> None:
    (made,) = [found for found in elements(structure(f"<{tag}><li>a</li></{tag}>")) if found.kind == "L"]
    assert str(made.entries["/A"].ListNumbering) == numbering


def test_contents_are_lines_with_one_link_each() -> None:
    line = (
        '<p data-tag="TOCI"><a href="#one" style="display: block; position: relative" aria-label="One, page 1">'
        '<span style="display: block">One</span>'
        '<span style="position: absolute; right: 0; top: 0">&#160;1</span></a></p>'
    )
    tree = structure(f'<div data-tag="TOC"><div style="columns: 2">{line * 2}</div></div>')
    assert kinds(tree)[3:] == ["TOC", *["TOCI", "Reference", "Link"] * 2]
    assert [str(link.target.Contents) for link in annotations(tree)] == ["One, page 1"] * 2


def test_contents_of_contents_stand_in_their_line() -> None:
    inner = '<div data-tag="TOC"><p data-tag="TOCI"><a href="#one">b</a></p></div>'
    outer = f'<div data-tag="TOCI"><p data-tag="Lbl">1</p><p data-tag="Reference"><a href="#one">a</a></p>{inner}</div>'
    shape = "TOC(TOCI(Lbl Reference(Link) TOC(TOCI(Reference(Link)))))"
    assert body_shape(f'<div data-tag="TOC">{outer}</div>') == shape


def test_leader_dots_are_not_read() -> None:
    dots = '<style>.dots::after { content: leader(".") "7" }</style>'
    (paragraph_made,) = structure(f'{dots}<p class="dots">x</p>').children[0].children[1:]  # type: ignore[union-attr]
    assert isinstance(paragraph_made, Element)
    assert len(list(contents(paragraph_made))) == 2


def test_a_footnote_is_read_at_its_call_and_leads_back() -> None:
    body = paragraph("p", inner=footnote("f")) + paragraph("q")
    assert body_shape(body) == "P(Reference(Link) Note(Lbl(Link))) P"
    tree = structure(body)
    note_made = next(found for found in elements(tree) if found.kind == "Note")
    assert str(note_made.entries["/ID"]) == "footnote-f"
    told = [(str(link.target.Dest), str(link.target.Contents)) for link in annotations(tree)]
    assert told == [("f", "Note"), ("f.call", "Back")]


def test_the_links_of_a_footnote_lie_on_its_marks() -> None:
    tree = structure(paragraph("p", inner=footnote("f")))
    call, back = [[float(edge) for edge in link.target.Rect] for link in annotations(tree)]
    for left, lower, right, upper in (call, back):
        assert 2 < right - left < 12
        assert 4 < upper - lower < 24
    assert call[1] > back[3]


def test_a_side_note_is_an_aside_where_the_document_has_it() -> None:
    assert body_shape(f"{note('n')}<p id='p'>x</p>") == "Aside(P) P"


def test_a_link_over_two_lines_is_one_link_to_click_on_in_both() -> None:
    tree = structure(f'<p id="x">{words("a", 10)} <a href="#x">{words("b", 14)}</a> {words("c", 3)}</p>')
    (link,) = [found for found in elements(tree) if found.kind == "Link"]
    assert len([child for child in link.children if isinstance(child, Annotation)]) == 2


def test_a_phrase_in_another_language_says_so() -> None:
    tree = structure('<p>x <em lang="zu">umuntu</em></p>')
    assert [str(found.entries["/Lang"]) for found in elements(tree) if "/Lang" in found.entries] == ["zu"]


def test_an_abbreviation_says_what_it_stands_for() -> None:
    tree = structure('<p>5 <abbr title="minutes">min</abbr></p>')
    assert [str(found.entries["/E"]) for found in elements(tree) if "/E" in found.entries] == ["minutes"]


@pytest.mark.parametrize(
    ("body", "shape"),
    [
        ("<div><div><p>a</p></div></div>", "P"),
        ("<div>a <b>b</b></div><div></div>", "P"),
        ("<p>a <em>b</em> <strong>c</strong></p>", "P"),
        ("<table><tr><td><div>a</div></td></tr></table>", "Table(TBody(TR(TD)))"),
        ("<table><tr><td><div>a</div><span>1</span></td></tr></table>", "Table(TBody(TR(TD(P P))))"),
        ('<div><strong>a</strong> <p style="display: inline">b</p></div>', "P"),
        ("<blockquote>a</blockquote>", "BlockQuote(P)"),
        ("<pre>a</pre><p><code>b</code></p>", "P P(Code)"),
        ("<figure><figcaption>a</figcaption></figure>", "Div(Caption)"),
    ],
)
def test_boxes_that_only_place_things_are_no_elements(body: str, shape: str) -> None:
    assert body_shape(body) == shape
