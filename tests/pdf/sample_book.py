"""A small book for the press: HTML as the layout makes it, with side notes, footnotes, fills, tables and links."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from bindery.findings import Report
from bindery.layout.adjustments import Adjustments
from bindery.layout.part import PrintPart
from bindery.model.edition import Standard
from bindery.pdf import Imprint, Order, Printed, print_book
from pdf.workshop import OwnHands, workshop

FOLDER = Path(__file__).parent
CSS = (FOLDER / "sample_book.css").read_text("utf-8")
IMPRINT = Imprint(
    "A sample", ("One", "Two"), "en-GB", date(2026, 11, 23), "What it is.", ("sampling", "books")
)
SENTENCE = "people share work because sharing turns small hours into long afternoons and few hands into many"
WORDS = SENTENCE.split()
ORNAMENT = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle r="9" cx="10" cy="10"/></svg>'
)
DRAWING = ORNAMENT.replace("<circle", "<title>A round thing</title><circle")


@dataclass(frozen=True)
class Chapter:
    """What a part of the sample is made of."""

    slug: str
    body: str
    side: Literal["left", "right"] = "left"
    roman: bool = False


def words(seed: str, count: int) -> str:
    """So many words, always the same for a seed."""
    dice = random.Random(seed)  # noqa: S311 - words, no secrets
    return " ".join(dice.choice(WORDS) for _ in range(count)).capitalize() + "."


def paragraph(key: str, count: int = 60, inner: str = "") -> str:
    """A paragraph of so many words; `inner` is glued after its first words."""
    return f'<p id="{key}">{words(key, 5)}{inner} {words(key, count)}</p>'


def paragraphs(name: str, count: int) -> str:
    """So many paragraphs, their keys NAME0, NAME1 …"""
    return "".join(paragraph(f"{name}{index}") for index in range(count))


def note(key: str, count: int = 12, inner: str = "") -> str:
    """A side note, to be put inside a paragraph; `inner` is glued after its last word."""
    body = f'<span class="note-body">{words(key, count)}{inner}</span>'
    return f'<span class="note" data-tag="Aside" id="{key}">{body}</span>'


def footnote(key: str, count: int = 20) -> str:
    """A footnote, to be glued after a word."""
    said = 'data-note="Note" data-back="Back"'
    return f'<span class="footnote" id="{key}" data-call="{key}" {said}>{words(key, count)}</span>'


def fill(key: str, adjustments: Adjustments, least: int = 3) -> str:
    """A prompt that takes the lines its page has left."""
    lines = adjustments.lines.get(key, least)
    rules = '<div class="line"></div>' * lines
    numbers = f'data-fill="{lines}" data-asked="{least}"'
    return f'<div id="{key}" {numbers}><p class="prompt" id="{key}-p">Your words</p>{rules}</div>'


def room(key: str, adjustments: Adjustments) -> str:
    """Room for notes that takes what text has left of its page, before something that begins a page."""
    lines = adjustments.lines.get(key, 0)
    style = f"height: {lines * 8}mm; padding-top: .01mm; --overleaf: never"
    return f'<div id="{key}" data-fill="{lines}" data-weight="0" style="{style}"></div>'


def question(key: str, adjustments: Adjustments, asked: int) -> str:
    """A question that asks for so many lines, and takes as many again where its page has them."""
    lines = adjustments.lines.get(key, asked)
    numbers = f'data-fill="{lines}" data-asked="{asked}" data-weight="{asked}" data-most="{2 * asked}"'
    style = f"break-inside: avoid; height: {lines * 8 + 8}mm"
    return f'<div id="{key}" {numbers} style="{style}"><p id="{key}-p">Why?</p></div>'


def part(chapter: Chapter, adjustments: Adjustments | None = None, css: str = "") -> PrintPart:
    """A chapter as an HTML document."""
    adjustments = adjustments or Adjustments()
    style = "lower-roman" if chapter.roman else "decimal"
    filler = '<section class="filler"><h2>Notes</h2></section>' if chapter.slug in adjustments.fillers else ""
    html = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>A sample</title>
<style>{CSS}
@page :first {{ counter-reset: page {adjustments.first_numbers.get(chapter.slug, 1)} }}
@page :left {{ @bottom-left {{ content: counter(page, {style}) }} }}
@page :right {{ @bottom-right {{ content: counter(page, {style}) }} }}
{css}</style></head>
<body><section id="{chapter.slug}" data-piece="{chapter.slug}">
<h1>{chapter.slug.capitalize()}</h1>{chapter.body}</section>{filler}</body></html>"""
    return PrintPart(chapter.slug, html, chapter.side, chapter.roman)


def chapter(number: int, adjustments: Adjustments) -> Chapter:
    """A chapter with everything in it that a page can do to it."""
    return Chapter(f"ch{number}", "".join(_blocks(f"c{number}-", adjustments)))


def _blocks(name: str, adjustments: Adjustments) -> Iterable[str]:
    for index in range(24):
        key = f"{name}{index}"
        inner = note(f"{key}-n", 20 + index) if index % 3 else ""
        inner += footnote(f"{key}-f") if index % 4 == 1 else ""
        inner += (
            f'<a href="#c1-9">, page {adjustments.pages.label_of("c1-9") or "00"}</a>'
            if index % 7 == 0
            else ""
        )
        yield paragraph(key, 60 + index, inner)
        if index % 9 == 5:
            yield fill(f"{key}-w", adjustments)
        if index == 11:
            yield f'<div class="full" id="{key}-figure">{DRAWING}</div>{table(key)}{ORNAMENT}'


def table(key: str) -> str:
    """A table that goes over a page."""
    rows = "".join(
        f'<tr><td id="{key}-{row}">Row {row}</td><td>{words(key, 20)}</td></tr>' for row in range(20)
    )
    return f'<table id="{key}-t"><thead><tr><th>Head</th><th>Words</th></tr></thead><tbody>{rows}</tbody></table>'


def sample(adjustments: Adjustments) -> list[PrintPart]:
    """The parts of the sample: front matter, a half-title, two chapters, back matter."""
    chapters = [
        Chapter("front", paragraphs("f", 17), "right", roman=True),
        Chapter("half", '<p id="h0">Half title</p>', "right"),
        chapter(1, adjustments),
        chapter(2, adjustments),
        Chapter("back", paragraphs("b", 17), "right"),
    ]
    return [part(one, adjustments) for one in chapters]


def printed(
    parts: Sequence[PrintPart] | None = None,
    report: Report | None = None,
    hands: OwnHands | None = None,
    standard: Standard = "ua-1",
) -> Printed:
    """The sample, or other parts that no adjustment changes, printed."""
    imprint = replace(IMPRINT, standard=standard)
    report = Report() if report is None else report
    order = Order((lambda _: parts) if parts else sample, {}, imprint)
    return print_book(order, workshop(FOLDER, hands=hands), report, lambda _: None)
