"""Other programs that make books, on the prose of the same chapters; each only where it is installed."""

import re
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from pathlib import Path

from bench.sizes import PROJECT

_FRONT_MATTER = re.compile(r"\A---\n.*?^title: (.*?)$.*?\n---\n", re.DOTALL | re.MULTILINE)
_MARKUP = re.compile(r"\{[^}]*\}|[*_`\[\]]|\(#[^)]*\)|\^[\w-]+")
_TYPST = re.compile(r"([\\#$*_`<>@\[\]~/=+\-])")
_STYLE = "@page { size: A4; margin: 25mm } body { font: 10.5pt/1.4 serif }"
_NODE = PROJECT / "tests" / "node" / "node_modules" / ".bin"


@dataclass(frozen=True, slots=True)
class Line:
    """A heading of a level, or a paragraph (level 0)."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A program: what it reads, the command that makes `made` of it, and what its book leaves out beside ours."""

    name: str
    program: str
    leaves_out: str
    made: str
    write: Callable[[Sequence[Line]], str]
    source: str
    command: Callable[[Path], Sequence[str]]

    @property
    def is_there(self) -> bool:
        """Whether it is installed."""
        return all(self._has(one) for one in self.program.split())

    def _has(self, program: str) -> bool:
        return bool(find_spec(program) if program in _PACKAGES else _found(program))


def prose(chapters: Sequence[Path]) -> list[Line]:
    """The headings and paragraphs of chapters, without anything that only a workbook has."""
    lines: list[Line] = []
    for chapter in chapters:
        text = chapter.read_text("utf-8")
        title = _FRONT_MATTER.match(text)
        lines.append(Line(1, title[1] if title else chapter.stem))
        blocks = (block.strip() for block in _FRONT_MATTER.sub("", text).split("\n\n"))
        lines += [_line(block) for block in blocks if block and not block.startswith((":::", "|", "[^"))]
    return [line for line in lines if line.words]


def _line(block: str) -> Line:
    marks = len(block) - len(block.lstrip("#"))
    words = " ".join(_MARKUP.sub("", block.lstrip("#")).replace(":::", "").split())
    return Line(min(marks, 4), words)


def _as_markdown(lines: Sequence[Line]) -> str:
    return "\n\n".join(f"{'#' * line.level} {line.words}".strip() for line in lines)


def _as_typst(lines: Sequence[Line]) -> str:
    escaped = [(line.level, _TYPST.sub(r"\\\1", line.words)) for line in lines]
    body = "\n\n".join(f"{'=' * level} {words}".strip() for level, words in escaped)
    return f'#set page(paper: "a4", numbering: "1")\n#set text(lang: "en")\n#outline()\n{body}\n'


def _as_asciidoc(lines: Sequence[Line]) -> str:
    body = "\n\n".join(
        f"{'=' * (line.level + 1) if line.level else ''} {line.words}".strip() for line in lines
    )
    return f"= Book\n:doctype: book\n:toc:\n\n{body}\n"


def _as_html(lines: Sequence[Line]) -> str:
    tags = {0: "p", **{level: f"h{level}" for level in range(1, 5)}}
    body = "\n".join(f"<{tags[line.level]}>{escape(line.words)}</{tags[line.level]}>" for line in lines)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><style>{_STYLE}</style>{body}'
    )


def _found(program: str) -> str:
    own = _NODE / program
    return str(own) if own.is_file() else shutil.which(program) or ""


_PROSE_ONLY = "all but prose: no lines to write on, questionnaires, drawings, side notes"
_PACKAGES = ("typst", "weasyprint")
_TYPST_CODE = "import typst; typst.compile('book.typ', output='book.pdf')"
PEERS = (
    Peer(
        "Typst", "typst", _PROSE_ONLY, "book.pdf", _as_typst, "book.typ",
        lambda _: [sys.executable, "-c", _TYPST_CODE],
    ),
    Peer(
        "pandoc with XeLaTeX", "pandoc xelatex", f"{_PROSE_ONLY}; tags", "book.pdf", _as_markdown, "book.md",
        lambda _: ["pandoc", "book.md", "--toc", "--pdf-engine=xelatex", "-o", "book.pdf"],
    ),
    Peer(
        "Chromium", "chromium", f"{_PROSE_ONLY}; contents and every page number that points", "book.pdf", _as_html,
        "book.html",
        lambda folder: [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'home'}",
            "--print-to-pdf=book.pdf", "book.html",
        ],
    ),
    Peer(
        "WeasyPrint alone", "weasyprint", f"{_PROSE_ONLY}; contents and every page number that points; tags",
        "book.pdf", _as_html, "book.html",
        lambda _: [sys.executable, "-m", "weasyprint", "book.html", "book.pdf"],
    ),
    Peer(
        "Vivliostyle", "vivliostyle chromium", f"{_PROSE_ONLY}; contents", "book.pdf", _as_html, "book.html",
        lambda _: [
            _found("vivliostyle"), "build", "book.html", "-o", "book.pdf", "--executable-browser", _found("chromium"),
        ],
    ),
    Peer(
        "Paged.js", "pagedjs-cli chromium", f"{_PROSE_ONLY}; contents", "book.pdf", _as_html, "book.html",
        lambda _: [
            "env", f"PUPPETEER_EXECUTABLE_PATH={_found('chromium')}", _found("pagedjs-cli"), "book.html",
            "-o", "book.pdf", "--browserArgs=--no-sandbox",
        ],
    ),
    Peer(
        "asciidoctor-pdf", "asciidoctor-pdf", f"{_PROSE_ONLY}; tags", "book.pdf", _as_asciidoc, "book.adoc",
        lambda _: ["asciidoctor-pdf", "book.adoc", "-o", "book.pdf"],
    ),
    Peer(
        "pandoc, EPUB", "pandoc", f"{_PROSE_ONLY}; printed pages", "book.epub", _as_markdown, "book.md",
        lambda _: ["pandoc", "book.md", "--toc", "-o", "book.epub"],
    ),
)  # fmt: skip
