"""A PDF read aloud as plain text: what a screen reader would say of it, in its order."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2

from bindery.checks.pdf_facts.opened import OpenedPdf, opened
from bindery.checks.pdf_text.nodes import Node, Run, joined, read_nodes
from bindery.checks.verdict import Subject
from bindery.findings import UsageError

_STEP = "  "
_HEADINGS = {"H": "Heading", "Title": "Title"} | {f"H{level}": f"Heading {level}" for level in range(1, 10)}
# What stands in a line of text.
_INLINE = frozenset(("Code", "Em", "Lbl", "Link", "Quote", "Reference", "Span", "Strong", "Sub"))
_NAMED = {
    "Aside": "Aside",
    "BlockQuote": "Quotation",
    "Caption": "Caption",
    "FENote": "Note",
    "Note": "Note",
}


def read_aloud(path: Path) -> Iterator[str]:
    """Line by line: headings, lists, tables, notes and figures are announced, links stand in brackets.

    A line with a folio stands where the reading comes to another page. UsageError for a file that is no PDF.
    """
    try:
        with opened(Subject(path, path.name)) as pdf:
            yield from _aloud(pdf)
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        raise UsageError(f"{path.name} cannot be read as a PDF: {error}") from None


def _aloud(opened: OpenedPdf) -> Iterator[str]:
    yield f"{opened.pdf.docinfo.get('/Title', 'no title')} ({opened.pdf.Root.get('/Lang', 'no language')})"
    page = -1
    for where, line in _Voice().lines(read_nodes(opened), ""):
        if where not in {page, -1}:
            page = where
            yield f"--- {opened.page_name(page)} ---"
        yield line


Lines = Iterator[tuple[int, str]]


class _Voice:
    """Says elements as lines, each with the index of the page on which it begins."""

    def lines(self, node: Node, indent: str) -> Lines:
        if node.kind in _HEADINGS:
            yield node.page, f"{indent}{_HEADINGS[node.kind]}: {_said(node)}"
        elif node.kind in {"Figure", "Formula"}:
            yield node.page, f"{indent}Figure: {node.alt or 'no description'}"
            yield from self._inside(_without_runs(node), indent)
        elif node.kind in _SAID:
            yield from _SAID[node.kind](self, node, indent)
        elif node.kind in _NAMED:
            yield from self._named(node, indent)
        else:
            yield from self._inside(node, indent)

    def _inside(self, node: Node, indent: str) -> Lines:
        """Blocks one after another; text between them, or instead of them, as lines of its own."""
        line: list[Node | Run] = []
        for child in node.children:
            if isinstance(child, Run) or child.kind in _INLINE:
                line.append(child)
                continue
            yield from _line(line, indent)
            line = []
            yield from self.lines(child, indent)
        yield from _line(line, indent)

    def _named(self, node: Node, indent: str) -> Lines:
        name = _NAMED[node.kind]
        yield from _announced(f"{indent}{name}: ", list(self._inside(node, indent + _STEP)), node.page)
        if any(not isinstance(child, Run) for child in node.children):
            yield -1, f"{indent}End of {name.lower()}"

    def list(self, node: Node, indent: str) -> Lines:
        items = [child for child in node.children if isinstance(child, Node) and child.kind in {"LI", "TOCI"}]
        name = "Contents" if node.kind == "TOC" else "List"
        yield node.page, f"{indent}{name}, {_count(len(items), 'item')}"
        for child in node.children:
            if isinstance(child, Node):
                yield from self.lines(child, indent)
        yield -1, f"{indent}End of {name.lower()}"

    def item(self, node: Node, indent: str) -> Lines:
        labels = [_said(child) for child in node.children if isinstance(child, Node) and child.kind == "Lbl"]
        rest = replace(
            node, children=tuple(c for c in node.children if isinstance(c, Run) or c.kind != "Lbl")
        )
        label = _label(" ".join(filter(None, labels)))
        yield from _announced(f"{indent}{label} ", list(self._inside(rest, indent + _STEP)), node.page)

    def table(self, node: Node, indent: str) -> Lines:
        rows = list(_rows(node))
        columns = max((len(_cells(row)) for row in rows), default=0)
        yield node.page, f"{indent}Table, {_count(len(rows), 'row')}, {_count(columns, 'column')}"
        for number, row in enumerate(rows, 1):
            said = " | ".join(_cell(cell) for cell in _cells(row))
            yield row.page, f"{indent}{_STEP}Row {number}: {said}"
        yield -1, f"{indent}End of table"


_SAID: dict[str, Callable[[_Voice, Node, str], Lines]] = {
    "L": _Voice.list,
    "TOC": _Voice.list,
    "LI": _Voice.item,
    "TOCI": _Voice.item,
    "Table": _Voice.table,
}


def _label(words: str) -> str:
    """A number as it is, a term with a colon, a dash for an item without a label."""
    return f"{words}:" if words[-1:].isalpha() else words or "-"


def _announced(beginning: str, lines: list[tuple[int, str]], page: int) -> Lines:
    """The lines, the first of them after a beginning."""
    if not lines:
        yield page, beginning.rstrip()
        return
    (_, first), *rest = lines
    yield page, beginning + first.strip()
    yield from rest


def _line(parts: list[Node | Run], indent: str) -> Lines:
    said = _spoken(parts)
    if said:
        yield next(_all_runs(parts)).page, f"{indent}{said}"


def _said(node: Node) -> str:
    return _spoken(list(node.children))


def _spoken(parts: "list[Node | Run]") -> str:
    return joined([run for part in parts for run in _spoken_runs(part)])


def _spoken_runs(part: Node | Run) -> list[Run]:
    """The text as it is said: abbreviations in full, links in brackets, other languages with their name."""
    if isinstance(part, Run):
        return [part]
    inner = [run for child in part.children for run in _spoken_runs(child)]
    if not inner:
        return []
    if part.expansion or part.alt:
        return [replace(inner[0], text=part.expansion or part.alt)]
    if part.language:
        return _between(inner, f"({part.language}: ", ")")
    return _between(inner, "[", "]") if part.kind == "Link" else inner


def _between(runs: list[Run], before: str, after: str) -> list[Run]:
    """The runs between two signs, which stand inside the spaces around."""
    text = runs[0].text
    space = text[: len(text) - len(text.lstrip())]
    opened = [replace(runs[0], text=f"{space}{before}{text.lstrip()}"), *runs[1:]]
    end = opened[-1].text
    space = end[len(end.rstrip()) :]
    return [*opened[:-1], replace(opened[-1], text=f"{end.rstrip()}{after}{space}")]


def _all_runs(parts: list[Node | Run]) -> Iterator[Run]:
    for part in parts:
        if isinstance(part, Run):
            yield part
        else:
            yield from _all_runs(list(part.children))


def _without_runs(node: Node) -> Node:
    return replace(node, children=tuple(child for child in node.children if isinstance(child, Node)))


def _rows(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, Node):
            yield from [child] if child.kind == "TR" else _rows(child)


def _cells(row: Node) -> list[Node]:
    return [child for child in row.children if isinstance(child, Node)]


def _cell(cell: Node) -> str:
    words = " ".join(line.strip() for _, line in _Voice().lines(replace(cell, kind="Div"), ""))
    return (f"{words} (head)" if cell.kind == "TH" else words) or "empty"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
