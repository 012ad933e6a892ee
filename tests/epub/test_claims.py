"""Each claim in the metadata falls before the judge as soon as the e-book no longer keeps it."""

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bindery.checks.epub_facts import facts
from checks.epubs import subject
from epub.rich_book import Ebook, made

Files = Mapping[str, bytes]


def without(
    pattern: str, replacement: str = "", ending: str = ".xhtml"
) -> Callable[[Files], dict[str, bytes]]:
    """All files of an ending with something swapped in them."""

    def change(files: Files) -> dict[str, bytes]:
        changed = {
            name: re.sub(pattern.encode(), replacement.encode(), content, flags=re.DOTALL)
            for name, content in files.items()
            if name.endswith(ending)
        }
        assert any(changed[name] != files[name] for name in changed), pattern
        return {**files, **changed}

    return change


def more_css(css: str) -> Callable[[Files], dict[str, bytes]]:
    return lambda files: {**files, "EPUB/css/book.css": files["EPUB/css/book.css"] + css.encode()}


def locked(files: Files) -> dict[str, bytes]:
    return {**files, "META-INF/encryption.xml": b"<encryption/>"}


BROKEN = {
    "alternativeText": without(r' alt="[^"]*"'),
    "longDescription": without("</?(details|summary)>"),
    "structuralNavigation": without(r"<(/?)h[12]\b", r"<\1div"),
    "tableOfContents": without(r'epub:type="toc"'),
    "readingOrder": more_css("\np { position: absolute }"),
    "pageBreakMarkers": without(r'epub:type="pagebreak" role="doc-pagebreak"'),
    "pageNavigation": without(r'epub:type="page-list"'),
    "index": without(r'epub:type="index[a-z-]*"|role="doc-index"'),
    "ARIA": without(r' role="[a-z-]*"'),
    "displayTransformability": more_css("\np { font-size: 12px }"),
    "unlocked": locked,
}


@pytest.fixture(scope="module")
def ebook(tmp_path_factory: pytest.TempPathFactory) -> Ebook:
    return made(tmp_path_factory.mktemp("rich"))


def claimed(ebook: Ebook, name: str) -> set[str]:
    return {element.text or "" for element in ebook.package[0] if element.get("property") == f"schema:{name}"}


def refuted(files: Files, folder: Path) -> list[str]:
    """What the judge says of claims in an e-book with these files."""
    path = folder / "book.epub"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    [(verdict,)] = facts.JUDGE.judge([subject(path)])
    return [found.message for found in verdict.findings if found.code == "C063"]


def test_there_is_a_way_to_break_every_feature_that_is_claimed(ebook: Ebook) -> None:
    assert claimed(ebook, "accessibilityFeature") == set(BROKEN)


def test_an_e_book_keeps_what_it_claims(ebook: Ebook, tmp_path: Path) -> None:
    assert refuted(ebook.files, tmp_path) == []


@pytest.mark.parametrize("feature", BROKEN)
def test_a_claim_falls_with_what_it_stands_on(feature: str, ebook: Ebook, tmp_path: Path) -> None:
    assert f"accessibilityFeature {feature!r} is claimed, but it is not so" in refuted(
        BROKEN[feature](ebook.files), tmp_path
    )


def test_text_is_not_enough_without_descriptions(ebook: Ebook, tmp_path: Path) -> None:
    assert "textual" in claimed(ebook, "accessModeSufficient")
    found = refuted(BROKEN["alternativeText"](ebook.files), tmp_path)
    assert "text alone is said to be enough, but a picture has no description" in found


def test_without_pictures_nothing_is_visual(ebook: Ebook, tmp_path: Path) -> None:
    assert claimed(ebook, "accessMode") == {"textual", "visual"}
    bare = without(r"<svg.*?</svg>|<img[^>]*>")(ebook.files)
    assert "accessMode 'visual' is claimed, but there is no picture" in refuted(bare, tmp_path)


@pytest.mark.parametrize(
    "change",
    [more_css("\np { animation: x 1s }"), without("</body>", '<audio src="a.mp3"></audio></body>')],
    ids=["animation", "sound"],
)
def test_no_hazard_is_claimed_while_something_moves_or_sounds(
    change: Callable[[Files], dict[str, bytes]], ebook: Ebook, tmp_path: Path
) -> None:
    assert claimed(ebook, "accessibilityHazard") == {"none"}
    found = refuted(change(ebook.files), tmp_path)
    assert "accessibilityHazard 'none' contradicts something else in the e-book" in found
