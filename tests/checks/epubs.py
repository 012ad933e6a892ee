"""A small e-book that every judge passes, and ways to break it."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from bindery.checks.verdict import NOTHING_SPECIAL, Expected, Subject

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""

PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en-GB">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:5f0c1e8a-3f0d-4a53-9a0a-1f2b3c4d5e6f</dc:identifier>
<dc:title>A small book</dc:title>
<dc:language>en-GB</dc:language>
<meta property="dcterms:modified">2026-11-23T00:00:00Z</meta>
<meta property="pageBreakSource">the printed small book</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityFeature">pageBreakMarkers</meta>
<meta property="schema:accessibilityFeature">pageNavigation</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">All pictures are described; the printed pages are listed.</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml" properties="svg"/>
<item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="tree" href="images/tree.svg" media-type="image/svg+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
</manifest>
<spine>
<itemref idref="one"/>
<itemref idref="two"/>
</spine>
</package>
"""

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en-GB" xml:lang="en-GB">
"""

NAV = (
    _HEAD
    + """<head><title>Contents</title></head>
<body>
<nav epub:type="toc" role="doc-toc" aria-label="Contents"><h1>Contents</h1>
<ol><li><a href="text/one.xhtml">One</a></li><li><a href="text/two.xhtml">Two</a></li></ol></nav>
<nav epub:type="page-list" role="doc-pagelist" aria-label="Pages" hidden="hidden">
<ol>
<li><a href="text/one.xhtml#p-i">i</a></li>
<li><a href="text/one.xhtml#p-1">1</a></li>
<li><a href="text/two.xhtml#p-2">2</a></li>
</ol>
</nav>
</body>
</html>
"""
)

ONE = (
    _HEAD
    + """<head><title>One</title><link rel="stylesheet" type="text/css" href="../style.css"/></head>
<body>
<section>
<span epub:type="pagebreak" role="doc-pagebreak" id="p-i" aria-label="i"></span>
<h1>One</h1>
<p>Some words, and <a href="two.xhtml#two">the second part</a>.</p>
<span epub:type="pagebreak" role="doc-pagebreak" id="p-1" aria-label="1"></span>
<p><img src="../images/tree.svg" alt="A tree with two branches"/></p>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10" role="img">
<title>A square</title><path d="M1 1h8v8h-8z"/></svg>
</section>
</body>
</html>
"""
)

TWO = (
    _HEAD
    + """<head><title>Two</title><link rel="stylesheet" type="text/css" href="../style.css"/></head>
<body>
<section id="two">
<span epub:type="pagebreak" role="doc-pagebreak" id="p-2" aria-label="2"></span>
<h1>Two</h1>
<p>More words, and <a href="https://creativecommons.org/licenses/by-sa/4.0/">a licence</a>.</p>
</section>
</body>
</html>
"""
)

TREE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="20" height="20">
<path d="M10 20V8M10 12L4 4M10 10L16 4" fill="none" stroke="black"/></svg>
"""

FILES: Mapping[str, str | bytes] = {
    "META-INF/container.xml": CONTAINER,
    "EPUB/package.opf": PACKAGE,
    "EPUB/nav.xhtml": NAV,
    "EPUB/text/one.xhtml": ONE,
    "EPUB/text/two.xhtml": TWO,
    "EPUB/images/tree.svg": TREE,
    "EPUB/style.css": "body { margin: 1em; }\n",
}

Swap = tuple[str, str, str]


def write_epub(
    path: Path,
    *swaps: Swap,
    files: Mapping[str, str | bytes | None] | None = None,
    mimetype: int = zipfile.ZIP_STORED,
) -> Path:
    """The small e-book with words swapped (file, old, new), and with files added, replaced or (None) left out."""
    content: dict[str, str | bytes | None] = {**FILES, **(files or {})}
    for name, old, new in swaps:
        before = content[name]
        assert isinstance(before, str)
        assert old in before, f"{old!r} is not in {name}"
        content[name] = before.replace(old, new)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", mimetype)
        for name, data in content.items():
            if data is not None:
                archive.writestr(name, data)
    return path


def subject(path: Path, expected: Expected = NOTHING_SPECIAL) -> Subject:
    """The file under its own name."""
    return Subject(path, path.name, expected)
