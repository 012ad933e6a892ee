"""The facts of an e-book: the good one passes, and each mistake is found by its code, where it is."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder

from bindery.checks.epub_facts import facts
from bindery.checks.pdf_text.passage import Manuscript, Passage, condensed
from bindery.checks.verdict import Expected, Outcome
from bindery.findings import Finding, Place
from checks.epubs import NAV, ONE, PACKAGE, TWO, Swap, subject, write_epub

NAV_FILE, ONE_FILE, TWO_FILE = "EPUB/nav.xhtml", "EPUB/text/one.xhtml", "EPUB/text/two.xhtml"
PACKAGE_FILE, TREE_FILE, STYLE_FILE = "EPUB/package.opf", "EPUB/images/tree.svg", "EPUB/style.css"


def judged(path: Path, expected: Expected | None = None) -> tuple[Finding, ...]:
    subjects = [subject(path, expected or Expected())]
    return facts.JUDGE.judge(subjects)[0][0].findings


def test_the_small_book_has_no_mistake(tmp_path: Path) -> None:
    [(verdict,)] = facts.JUDGE.judge([subject(write_epub(tmp_path / "good.epub"))])
    assert verdict.outcome is Outcome.PASSED
    assert verdict.findings == ()


@dataclass(frozen=True)
class Broken:
    """A mistake: its code, the file in which it is found, and what is changed to make it."""

    code: str
    where: str
    swaps: tuple[Swap, ...] = ()
    files: Mapping[str, str | bytes | None] | None = None


def swapped(code: str, file: str, old: str, new: str, where: str = "") -> Broken:
    return Broken(code, where or file, ((file, old, new),))


def described(file: str, media_type: str, name: str = "new") -> Swap:
    """The package with one more file in its manifest."""
    line = f'<item id="{name}" href="{file}" media-type="{media_type}"/>\n</manifest>'
    return (PACKAGE_FILE, "</manifest>", line)


MISTAKES = {
    "a page left out": swapped("C051", NAV_FILE, '<li><a href="text/one.xhtml#p-1">1</a></li>', ""),
    "labels in the wrong order": Broken(
        "C051",
        NAV_FILE,
        (
            (NAV_FILE, 'one.xhtml#p-1">1<', 'two.xhtml#p-2">x<'),
            (NAV_FILE, 'two.xhtml#p-2">2<', 'one.xhtml#p-1">1<'),
            (NAV_FILE, '">x<', '">2<'),
        ),
    ),
    "an entry that leads to no page": swapped("C052", NAV_FILE, "#p-2", "#two"),
    "an entry that leads to another page": swapped("C052", NAV_FILE, 'xhtml#p-2">2<', 'xhtml#p-2">3<'),
    "a page break without an entry": swapped(
        "C052", TWO_FILE, "<h1>", '<span role="doc-pagebreak" id="p-3" aria-label="3"></span><h1>'
    ),
    "a field": swapped("C054", TWO_FILE, "More words", '<input type="text"/> More words'),
    "a script": swapped("C055", TWO_FILE, "<h1>Two", "<script>1</script><h1>Two"),
    "a script in an attribute": swapped("C055", TWO_FILE, "<h1>Two", '<h1 onclick="1">Two'),
    "a script in a link": swapped("C055", TWO_FILE, "https://creativecommons.org/", "javascript:"),
    "a script in the package": Broken(
        "C055", "EPUB/x.js", (described("x.js", "text/javascript"),), {"EPUB/x.js": "1"}
    ),
    "a picture from elsewhere": swapped(
        "C056", ONE_FILE, "../images/tree.svg", "https://example.org/tree.svg"
    ),
    "a font from elsewhere": Broken(
        "C056", STYLE_FILE, files={STYLE_FILE: "@font-face { font-family: X; src: url(//example.org/x.ttf) }"}
    ),
    "viewBox without its capital": swapped("C057", ONE_FILE, "viewBox", "viewbox"),
    "viewBox without its capital in a file": swapped("C057", TREE_FILE, "viewBox", "viewbox"),
    "an empty document": Broken(
        "C058",
        "EPUB/text/x.xhtml",
        (described("text/x.xhtml", "application/xhtml+xml"),),
        {"EPUB/text/x.xhtml": TWO[: TWO.index("<section")] + "<p> </p></body></html>"},
    ),
    "a document that is cut off": Broken(
        "C058",
        "EPUB/text/x.xhtml",
        (described("text/x.xhtml", "application/xhtml+xml"),),
        {"EPUB/text/x.xhtml": TWO[:-20]},
    ),
    "a drawing that is no drawing": Broken("C058", TREE_FILE, files={TREE_FILE: "tree"}),
    "a link to no file": swapped("C059", ONE_FILE, "two.xhtml#two", "three.xhtml"),
    "a link to no place": swapped("C059", ONE_FILE, "two.xhtml#two", "two.xhtml#three"),
    "a link to no address": swapped("C059", TWO_FILE, "https://creativecommons.org/", "https://x.invalid/"),
    "a link to a disk": swapped("C059", TWO_FILE, "https://creativecommons.org/", "file:///home/"),
    "a link without words": swapped("C067", ONE_FILE, "the second part", " "),
    "a link to itself": swapped("C067", ONE_FILE, 'href="two.xhtml#two"', 'id="here" href="#here"'),
    "a missing file in a stylesheet": Broken(
        "C059", STYLE_FILE, files={STYLE_FILE: "p { background: url(x.png) }"}
    ),
    "no font at all": Broken(
        "C061", "EPUB/x.ttf", (described("x.ttf", "font/ttf"),), {"EPUB/x.ttf": b"wOF2...."}
    ),
    "a font of another kind": Broken(
        "C061", "EPUB/x.ttf", (described("x.ttf", "font/ttf"),), {"EPUB/x.ttf": b"OTTO...."}
    ),
    "a document without a language": swapped("C062", TWO_FILE, ' lang="en-GB"', ""),
    "a package without a language": swapped("C062", PACKAGE_FILE, ' xml:lang="en-GB"', ""),
    "a feature that is misspelt": swapped("C063", PACKAGE_FILE, "tableOfContents", "tableOfContent"),
    "a feature that is not there": swapped("C063", PACKAGE_FILE, "structuralNavigation", "MathML"),
    "an unknown mode": swapped("C063", PACKAGE_FILE, 'accessMode">textual', 'accessMode">reading'),
    "pictures not mentioned": swapped(
        "C063", PACKAGE_FILE, '<meta property="schema:accessMode">visual</meta>', ""
    ),
    "a hazard and none": swapped(
        "C063",
        PACKAGE_FILE,
        ">none</meta>",
        '>none</meta><meta property="schema:accessibilityHazard">flashing</meta>',
    ),
    "no printed book named": swapped("C063", PACKAGE_FILE, "pageBreakSource", "x:pageBreakSource"),
    "a claim of conformance": swapped(
        "C064", PACKAGE_FILE, "</metadata>", '<meta property="dcterms:conformsTo">AA</meta></metadata>'
    ),
    "a claim of certification as a link": swapped(
        "C064", PACKAGE_FILE, "</metadata>", '<link rel="a11y:certifierReport" href="nav.xhtml"/></metadata>'
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_found(mistake: Broken, tmp_path: Path) -> None:
    found = judged(write_epub(tmp_path / "bad.epub", *mistake.swaps, files=mistake.files))
    assert (mistake.code, f"bad.epub/{mistake.where}") in {(each.code, each.place.file) for each in found}


def test_a_picture_without_a_description_is_found_and_the_claims_fall(tmp_path: Path) -> None:
    found = judged(write_epub(tmp_path / "bad.epub", (ONE_FILE, ' alt="A tree with two branches"', "")))
    assert [each.code for each in found] == ["C060", "C063", "C063"]
    assert found[0].place.line == 11


def test_a_drawing_without_a_title_is_found(tmp_path: Path) -> None:
    found = judged(write_epub(tmp_path / "bad.epub", (ONE_FILE, "<title>A square</title>", "")))
    assert "C060" in {each.code for each in found}


@pytest.mark.parametrize("attribute", ['aria-hidden="true"', 'role="presentation"'])
def test_a_decoration_needs_no_description(attribute: str, tmp_path: Path) -> None:
    swap = (ONE_FILE, 'role="img">\n<title>A square</title>', f"{attribute}>")
    assert judged(write_epub(tmp_path / "good.epub", swap)) == ()


PLACE = Place("book/chapters/01-one.md", 7)
TERMS = (TWO_FILE, "<h1>Two", "<dl><dt id='tea'>Tea</dt><dd>A drink.</dd><dt>Cup</dt></dl><h1>Two")


def held_against(path: Path, key: str, *words: str) -> tuple[Finding, ...]:
    passage = Passage(key, PLACE, tuple(map(condensed, words)))
    return judged(path, Expected(in_ebook=Manuscript((passage,))))


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("two", ("More words, and",)),
        ("two", ("a licence", "Two")),
        ("tea", ("Tea", "A drink")),
        ("two", ("7–9",)),
    ],
    ids=["in its place", "in pieces", "of a term", "figures"],
)
def test_text_that_is_in_the_e_book_is_found(key: str, words: tuple[str, ...], tmp_path: Path) -> None:
    assert held_against(write_epub(tmp_path / "a.epub", TERMS), key, *words) == ()


@pytest.mark.parametrize(
    ("key", "words", "message"),
    [
        ("three", "Words", "three is not in a.epub: 'Words'"),
        ("two", "Fewer words", "of two, these words are not in a.epub: 'Fewerwords'"),
        ("two", "Some words", "of two, these words are not in a.epub: 'Somewords'"),
        ("tea", "Cup", "of tea, these words are not in a.epub: 'Cup'"),
    ],
    ids=["no place", "no words", "words elsewhere", "another term's"],
)
def test_text_that_is_missing_is_named_with_its_file_and_line(
    key: str, words: str, message: str, tmp_path: Path
) -> None:
    [found] = held_against(write_epub(tmp_path / "a.epub", TERMS), key, words)
    assert (found.code, found.message, found.place) == ("C071", message, PLACE)


@pytest.mark.parametrize(("words", "codes"), [("tea", []), ("Θ", ["C066"]), ("a\u00adb\u200d", [])])
def test_letters_without_a_glyph_are_found(words: str, codes: list[str], tmp_path: Path) -> None:
    names = [".notdef", *(f"uni{code:04X}" for code in range(32, 127))]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({code: f"uni{code:04X}" for code in range(32, 127)})
    font = BytesIO()
    builder.font.save(font)
    path = write_epub(
        tmp_path / "a.epub",
        described("x.ttf", "font/ttf"),
        (TWO_FILE, "More words", words),
        files={"EPUB/x.ttf": font.getvalue()},
    )
    assert [each.code for each in judged(path)] == codes


SMALL = '<figure>{}<a href="two.xhtml">larger</a></figure>'
WORDS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 9" role="img" aria-label="w">{}</svg>'
TEXT = '<g font-size="3.1"><text>w</text></g>'


@pytest.mark.parametrize(
    ("here", "there", "codes"),
    [
        (WORDS.format(160, TEXT), "", ["C065"]),
        (WORDS.format(100, TEXT), "", []),
        (WORDS.format(160, "<path/>"), "", []),
        (SMALL.format(WORDS.format(160, TEXT)), WORDS.format(90, TEXT), []),
        (SMALL.format(WORDS.format(160, TEXT)), WORDS.format(150, TEXT), ["C065", "C065"]),
    ],
    ids=["small", "large", "no words", "large elsewhere", "small elsewhere too"],
)
def test_small_words_in_drawings_are_found(here: str, there: str, codes: list[str], tmp_path: Path) -> None:
    swaps = (ONE_FILE, "</section>", f"{here}</section>"), (TWO_FILE, "</section>", f"{there}</section>")
    assert [each.code for each in judged(write_epub(tmp_path / "a.epub", *swaps))] == codes


def test_an_archive_that_begins_with_a_packed_mimetype_is_found(tmp_path: Path) -> None:
    found = judged(write_epub(tmp_path / "bad.epub", mimetype=zipfile.ZIP_DEFLATED))
    assert [each.code for each in found] == ["C050"]


def test_pages_are_held_against_the_printed_ones(tmp_path: Path) -> None:
    book = write_epub(tmp_path / "book.epub")
    assert judged(book, Expected(page_labels=("i", "1", "2"))) == ()
    [found] = judged(book, Expected(page_labels=("i", "ii", "1", "2")))
    assert found.code == "C053"
    assert found.message == "page list: entry 2 is '1', but printed page 2 is 'ii'"
    [shorter] = judged(book, Expected(page_labels=("i", "1", "2", "3")))
    assert shorter.message == "page list: it has 3 entries, but 4 pages are printed"


def test_a_claim_of_conformance_may_be_asked_for(tmp_path: Path) -> None:
    claim = '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1</meta></metadata>'
    book = write_epub(tmp_path / "book.epub", (PACKAGE_FILE, "</metadata>", claim))
    assert judged(book, Expected(conformance=True)) == ()


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"META-INF/container.xml": None}, "container.xml"),
        ({"EPUB/package.opf": None}, "package document"),
        ({"EPUB/package.opf": PACKAGE[:-30]}, "well-formed"),
    ],
)
def test_a_book_without_its_frame_cannot_be_opened(
    files: Mapping[str, str | bytes | None], words: str, tmp_path: Path
) -> None:
    [found] = judged(write_epub(tmp_path / "bad.epub", files=files))
    assert found.code == "C002"
    assert words in found.message


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut off"])
def test_what_is_no_archive_cannot_be_opened(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bad.epub"
    path.write_bytes(content)
    [found] = judged(path)
    assert found.code == "C002"
    assert str(tmp_path) not in found.message


@pytest.mark.parametrize("name", ["../out.xhtml", "EPUB/../../out", "/etc/out", "C:/out", "EPUB\\out"])
def test_an_archive_with_a_name_that_leads_out_of_it_cannot_be_opened(name: str, tmp_path: Path) -> None:
    path = write_epub(tmp_path / "out.epub")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, b"x")
    assert [finding.code for finding in judged(path)] == ["C002"]


def test_without_any_pages_nothing_is_missed(tmp_path: Path) -> None:
    def without_breaks(text: str) -> str:
        return "\n".join(line for line in text.splitlines() if "pagebreak" not in line)

    nav = NAV[: NAV.index('<nav epub:type="page-list"')] + "</body></html>"
    files = {NAV_FILE: nav, ONE_FILE: without_breaks(ONE), TWO_FILE: without_breaks(TWO)}
    found = judged(write_epub(tmp_path / "plain.epub", files=files))
    assert {each.message.split("'")[1] for each in found} == {"pageBreakMarkers", "pageNavigation"}
