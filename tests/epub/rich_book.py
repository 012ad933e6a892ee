"""A book with one of everything, and e-books made of it without a printer: its page maps are invented."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from markupsafe import Markup
from PIL import Image

from bindery.build.reading import read_book
from bindery.epub import PrintedPages, make_ebook
from bindery.findings import Report
from bindery.layout.adjustments import Adjustments
from bindery.layout.fonts import TypeCase
from bindery.layout.page_marks import with_page_marks
from bindery.layout.page_places import PagePlaces
from bindery.layout.print_face import PrintFace
from bindery.model.blocks import Block
from bindery.model.inlines import IndexMark
from bindery.model.node import walk
from bindery.model.numbered import NumberedBook
from bindery.model.pages import EMPTY_PAGE_MAP, Page, PageMap, PageStart
from bindery.numbering import for_format
from bindery.store import Drawer
from bindery.units import PAPERS
from books import write_book

NAMES = {"h": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops"}
CHAPTER = """---
kind: chapter
title: What is one?
aim: To count.
aims:
  - {text: Count to one, see: first}
  - {text: Rest}
tree: roots
minutes: {read: 5, questions: 6}
---
::: epigraph {by="Ada Smith" work="a letter" year="1901" remark="shortened"}
One is enough.

A comment on it.
:::

## First heading {#first}

Some words about [[tea]], after [@smith2001], and [umuntu]{lang=zu} too, with *stress*, **weight** and `code`.[^one]

::: note {title="Beside"}
it stands.
:::

A paragraph with a [pointer](#map), another, [](#map), and a [word]{.index} for the index,
with [more]{.index entry="word, more of one"}.

- one thing
- another thing

3. third
4. fourth

Leaf
: what a tree has many of

| Left | Right |
|:-----|------:|
| cup | 1 |
| pot | [](#leaf) |

> A quotation.

    typed words

---

::: definition {source=smith2001}
**Tea** is made of leaves.
:::

::: example {title="A cup"}
It was hot.
:::

::: other-side {#other}
It can be too hot.
:::

::: checklist
- warm the pot
- wait
:::

::: write {lines=3 title="Here and now"}
What do you drink?
:::

::: figure {#leaf src=figures/leaf.svg alt="A leaf." width=text}
A leaf from the garden.
:::

::: figure {#photo src=figures/photo.png alt="A cup on a table." width=full}
A cup.
:::

::: figure {#styled src=figures/styled.svg alt="A red square." width=full}
A square.
:::

::: pull-quote
One is enough.
:::

::: questionnaire {#tea-scale name=tea}
:::

::: questionnaire {#tea-questions name=questions}
:::

::: pathway {#map who="alone group" minutes=20}
### A map of cups

To see where the cups are.

You need
: a pen

Access
: Say it aloud.

1. (5 min) **Look** about.
2. Count.

If it goes wrong
: Stop.

On your own
: Do the same.

Journal
: What did you see? [](#page)

::: write {lines=2}
Cups
:::
:::

::: facilitator {title="A tea party"}
Bring enough cups.[^cups] A [cup]{.index} each.

Materials
: cups

**Ninety minutes**

| Minutes | What happens | Page |
|---|---|---|
| 90 | Look about | [](#map), [](#first) |
:::

::: journal {#page kind=lined pages=2}
**Cups.** Count them.
:::

::: journal {kind=guided}
:::

::: journal {kind=mapped}
:::

::: go-deeper
- [@smith2001] Short.
:::

::: next-step {title="Two"}
And then there are two.
:::

[^one]: A note of its own, [@smith2001].

[^cups]: Four.
"""

QUESTIONS = """name: questions
title: Some questions
source: {author: Somebody, license: CC0-1.0}
elements:
  - {type: html, name: intro, html: Take your time.}
  - {type: comment, name: why, title: Why tea?, description: A line or two.}
  - {type: text, name: since, title: Since when?}
  - {type: radiogroup, name: kind, title: Which kind?, choices: [{value: 1, text: black}, {value: 2, text: green}]}
  - {type: checkbox, name: kinds, title: Which kinds?, choices: [{value: 1, text: red}, {value: 2, text: white}]}
  - {type: boolean, name: sugar, title: Sugar?}
  - {type: rating, name: joy, title: How good?, minRateDescription: poor, maxRateDescription: fine}
  - {type: ranking, name: order, title: In which order?, choices: [{value: 1, text: cup}, {value: 2, text: pot}]}
  - {type: slider, name: heat, title: How hot?, min: 0, max: 10, step: 5}
"""

DAYS = ", ".join(f'"{day}"' for day in range(1, 32))
MAPPED = f"""name: mapped
title: A map
ruling: guided
parts:
  - {{type: mind-map, title: Tea, help: What comes to mind?, lines: 15, columns: [leaf, cup, pot, milk]}}
  - {{type: tracker, title: Cups, rows: 2, columns: [{DAYS}]}}
"""

GUIDED = """name: guided
title: A week
ruling: guided
prompt: Look back.
parts:
  - {type: field, title: Week of}
  - {type: tracker, title: Cups, columns: [Mon, Tue]}
  - {type: lines, title: What happened?, help: Facts first.}
  - {type: line-scale, title: How full?, left: empty, right: full}
  - {type: fold, title: Fold here}
"""

LEAF = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 10">
<defs><linearGradient id="fade"><stop offset="0" stop-color="#AC3613"/></linearGradient></defs>
<path id="blade" d="M0 5L20 5" stroke="#161616" fill="#FFFFFF"/><use xlink:href="#blade"/>
<text x="0" y="8" font-family="Literata" font-size="3" fill="#161616">leaf</text></svg>"""
STYLED = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<style>.a{fill:red}</style><rect class="a" width="9" height="9"/></svg>"""


def png() -> bytes:
    """A small picture."""
    buffer = BytesIO()
    Image.new("RGB", (40, 64), "#ac3613").save(buffer, "PNG")
    return buffer.getvalue()


def _text(kind: str, title: str, body: str = "") -> str:
    return f"---\nkind: {kind}\ntitle: {title}\n---\n{body}"


RICH: dict[str, str | bytes | None] = {
    "book/book.yaml": """slug: rich
title: A rich book
subtitle: With one of everything
authors: [Somebody, Somebody else]
language: en-GB
licence: {name: CC BY-SA 4.0, url: "https://creativecommons.org/licenses/by-sa/4.0/"}
date: 2026-01-02
description: It has one of everything.
subjects: [tea]
front: [front/cover.md, front/check.md, front/half.md, front/title.md, front/contents.md, front/how.md]
chapters: [chapters/01-one.md]
back: [back/glossary.md, back/sources.md, back/pathways.md, back/index.md, back/guide.md, back/colophon.md,
  back/back.md]
""",
    "book/editions/standard.yaml": """organisation: The Tea Club
logo: figures/logo.png
facilitator: Ada Smith
facilitator-guide: true
outputs: [{format: pdf, profile: print, paper: a4}, {format: epub}]
""",
    "book/front/cover.md": _text("cover", "A rich book", "A line on the cover.\n"),
    "book/front/check.md": _text("print-check", "Before you print", "Print at actual size.\n"),
    "book/front/half.md": _text("half-title", "A rich book"),
    "book/front/contents.md": _text("contents", "Contents"),
    "book/front/how.md": _text("text", "How to use it", "## Read {#read}\n\nRead it.\n"),
    "book/back/pathways.md": _text("pathway-index", "Pathways"),
    "book/back/index.md": _text("index", "Index"),
    "book/back/guide.md": _text("facilitator-guide", "For leaders", "Read it first.\n"),
    "book/back/colophon.md": _text("colophon", "Colophon", "Set in type.\n"),
    "book/back/back.md": _text("back-cover", "You can do it.", "It is easy.\n"),
    "book/chapters/01-one.md": CHAPTER,
    "book/questionnaires/questions.yaml": QUESTIONS,
    "book/journal/guided.yaml": GUIDED,
    "book/journal/mapped.yaml": MAPPED,
    "book/figures/leaf.svg": LEAF,
    "book/figures/styled.svg": STYLED,
    "book/figures/photo.png": png(),
    "book/figures/logo.png": png(),
}


def numbered_book(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> NumberedBook:
    """The rich book with these files over it, as the e-book has it."""
    write_book(root, {**RICH, **(files or {})})
    return for_format(read_book("standard", root, Report()), "epub")


def invented_pages(numbered: NumberedBook, every: int = 5) -> PageMap:
    """A page map in which a page begins with every so many places, the first two without text of the e-book."""
    keys = [key for key, place in PagePlaces(numbered).by_key.items() if not key.endswith(".title")]
    first = [Page("i", "right", "front", PageStart("")), Page("ii", "left", "front", PageStart("check"))]
    starts = keys[::every]
    pages = [
        Page(str(number), "right" if number % 2 else "left", "", PageStart(key))
        for number, key in enumerate(starts, 1)
    ]
    index_of = {key: 2 + index // every for index, key in enumerate(keys)}
    blocks = [node for node in walk(numbered.book) if isinstance(node, Block) and node.key in index_of]
    index_of |= {
        node.key: index_of[block.key]
        for block in blocks
        for node in walk(block)
        if isinstance(node, IndexMark)
    }
    return PageMap((*first, *pages, Page("z", "left", "", PageStart(""), blank=True)), index_of)


def print_face(numbered: NumberedBook, pages: PageMap = EMPTY_PAGE_MAP) -> PrintFace:
    """The print face, for the lengths of lines."""
    return PrintFace(numbered, PAPERS["a4"], Adjustments(pages=pages), Path(), "")


@dataclass(frozen=True, slots=True)
class Ebook:
    """A made e-book: its bytes, its files, and its documents as elements by their names in text/."""

    content: bytes
    files: Mapping[str, bytes]

    def document(self, name: str) -> etree._Element:
        """A document by its name without its ending."""
        return etree.fromstring(self.files[f"EPUB/text/{name}.xhtml"])

    @property
    def documents(self) -> dict[str, etree._Element]:
        """All documents."""
        names = [name for name in self.files if name.endswith(".xhtml")]
        return {Path(name).stem: etree.fromstring(self.files[name]) for name in names}

    @property
    def package(self) -> etree._Element:
        """The package document."""
        return etree.fromstring(self.files["EPUB/content.opf"])


def made(
    root: Path,
    files: Mapping[str, str | bytes | None] | None = None,
    pages: PageMap | None = None,
    report: Report | None = None,
) -> Ebook:
    """An e-book of the rich book, without fonts."""
    numbered = numbered_book(root, files)
    pages = invented_pages(numbered) if pages is None else pages
    marked = with_page_marks(numbered, pages, print_face(numbered, pages))
    printed = PrintedPages(pages, "A rich book, A4 edition 0.1")
    heard = Report() if report is None else report
    content = make_ebook(marked, printed, png(), TypeCase((), Drawer(root / "kept", 0)), root / "book", heard)
    with ZipFile(BytesIO(content)) as archive:
        return Ebook(content, {name: archive.read(name) for name in archive.namelist()})


def words_of(element: etree._Element) -> str:
    """All its text, with single spaces."""
    return " ".join(Markup("").join(str(text) for text in element.itertext()).split())


def found(root: etree._Element, path: str) -> list[etree._Element]:
    """The elements at an XPath with the prefixes h and epub."""
    return list(root.xpath(path, namespaces=NAMES))
