"""A small book for the press: HTML as the layout makes it, with side notes, footnotes, fills and folios."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from bindery.layout.adjustments import Adjustments
from bindery.layout.part import PrintPart
from bindery.pdf import Imprint

CSS = (Path(__file__).parent / "sample.css").read_text("utf-8")
IMPRINT = Imprint("A sample", ("One", "Two"), "en-GB", date(2026, 11, 23), "What it is.", ("sampling", "books"))
WORDS = "people share work because sharing turns small hours into long afternoons and few hands into many".split()


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


def note(key: str, count: int = 12, shift: float = 0.0) -> str:
    """A side note, to be put inside a paragraph."""
    top = f"position:relative;top:{shift}mm"
    return f'<span class="note" id="{key}"><span class="note-body" style="{top}">{words(key, count)}</span></span>'


def footnote(key: str, count: int = 20) -> str:
    """A footnote, to be glued after a word."""
    return f'<span class="footnote" id="{key}" data-call="{key}">{words(key, count)}</span>'


def fill(key: str, adjustments: Adjustments, least: int = 3) -> str:
    """A prompt that takes the lines its page has left."""
    lines = adjustments.lines.get(key, least)
    rules = '<div class="line"></div>' * lines
    return f'<div class="write" id="{key}" data-fill="{lines}"><p class="prompt" id="{key}-p">Your words</p>{rules}</div>'


def part(chapter: Chapter, adjustments: Adjustments, css: str = "") -> PrintPart:
    """A chapter as an HTML document."""
    first = adjustments.first_numbers.get(chapter.slug, 1)
    style = "lower-roman" if chapter.roman else "decimal"
    breaks = "".join(f"#{key} {{break-before: page}}" for key in sorted(adjustments.breaks))
    filler = '<section class="filler"><h2>Notes</h2></section>' if chapter.slug in adjustments.fillers else ""
    html = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>A sample</title>
<style>{CSS}
@page :first {{ counter-reset: page {first} }}
@page {{ --folio: counter(page, {style}) }}
@page :left {{ @bottom-left {{ content: counter(page, {style}) }} }}
@page :right {{ @bottom-right {{ content: counter(page, {style}) }} }}
@page :blank {{ @bottom-left {{ content: none }} @bottom-right {{ content: none }} @top-left {{ content: none }} }}
{breaks} {css}</style></head>
<body><section id="{chapter.slug}" data-piece="{chapter.slug}">
<h1>{chapter.slug.capitalize()}</h1>{chapter.body}</section>{filler}</body></html>"""
    return PrintPart(chapter.slug, html, chapter.side, chapter.roman)


def parts(chapters: Sequence[Chapter], adjustments: Adjustments) -> list[PrintPart]:
    """All parts of a sample."""
    return [part(chapter, adjustments) for chapter in chapters]
