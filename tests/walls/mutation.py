"""Mutated input: a book with hostile fragments put in and bytes turned over; a seed gives the same ones."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from books import MINIMAL

FRAGMENTS: tuple[bytes, ...] = tuple(
    text.encode("utf-8", "surrogatepass")
    for text in (
        "\x00", "\x1b[2J", "\u202e", "\ufeff", "\ud800", "\u2028", "\r", "\t", "  \n", "\n\n\n", "---\n", "...\n",
        ":::\n", "::: pathway\n", "::: note {kind=journal}\n",
        '::: figure {src=figures/leaf.svg alt="A leaf."}\nx\n:::\n', "::: write {lines=fill}\nWhat?\n:::\n",
        "::: only {format=epub}\n", "::: {#x}\n", "::: example {title=\"}\n", "## Heading {#first}\n",
        "#### Deep\n", "# One\n", "> " * 40, "- " * 40, "1. " * 12, "*" * 60, "[" * 200, "](", "[]()",
        "[](#first)", "[](#no)", "[x](javascript:alert(1))", "[x](file:///etc/passwd)", "[[tea]]", "[[", "[[|]]",
        "[@smith2001]", "[@]", "[x]{.index}", "[x]{lang=}", "[^1]", "[^1]: Note.\n", "[^x]: \n", "![x](y.png)",
        "<script>alert(1)</script>", "<!--", "<![CDATA[", "&#0;", "&#x110000;", "&amp", "`" * 7, "~~~\n",
        "| a | b |\n|---|---|\n| c |\n", "|||\n|-|\n", "Term\n: Text\n", "{{ 7 * 7 }}", "{% raw %}",
        "{0.__class__}", "%s%n", "\\" * 9, "'", '"', "“", ": ", "- x: y\n", "&a ", "*a",
        "!!python/object/apply:os.system [id]", "!", "{", "}", "[", "]", "?", "? [a]\n", "<<: ", "| \n",
        ">-\n  x\n", "9" * 400, "-1", "1e999", ".nan", "0x1F", "0123", "2026-13-45", "null", "true", "~",
        "../../../../etc/passwd", "/etc/passwd", "http://127.0.0.1:9/", "data:image/svg+xml,<svg/>", "🌳",
        "e\u0301" * 30, "नमस्ते", "a" * 3000, '<?xml version="1.0"?>',
        "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>", "&y;", '<image href="http://127.0.0.1:9/x"/>',
        'style="fill:url(http://127.0.0.1:9/)"', 'viewBox="nan 0 -1 1e400"', '<use href="#f"/>', "<g>" * 50,
        'width="-1"', "</svg>",
    )
)  # fmt: skip
MOST_EDITS = 6
# What people write and strangers send, by the file of the small book that stands for it.
TARGETS = (
    "book/chapters/01-one.md",
    "book/questionnaires/tea.yaml",
    "book/editions/standard.yaml",
    "book/book.yaml",
    "book/figures/leaf.svg",
    "book/references.yaml",
    "book/glossary.yaml",
    "book/journal/lined.yaml",
    "book/front/title.md",
)
CHAPTER = TARGETS[0]
# A chapter that has something of everything, so that mutations meet every reader.
RICH = """---
kind: chapter
title: What is one?
summary: A line for the contents.
aims:
  - {text: Tell one from two, see: first}
minutes: {read: 25, questions: 20}
---
::: epigraph {by="Ada Smith" year="2001"}
One is one.
:::

## First heading {#first}

Some words about [[tea]], after [@smith2001], and [a note][x].[^1] See [](#leaf) and [tea]{.index entry="tea, green"}.

[^1]: A footnote with **bold** words.

[x]: https://example.org/

::: note {title="Aside"}
Beside the text.
:::

- one
- two
  1. three

| a | b |
|---|---|
| c | d |

::: figure {#leaf src=figures/leaf.svg alt="A leaf." width=full}
The caption.
:::

::: write {lines=3 title="Here"}
What?
:::

::: checklist
- one sign
:::

::: pathway {#way who="alone pair" minutes=20}
### A way

To see.

You need
: paper

1. **Start.** Write.
2. (5 min) **Alone.** Write.

On your own
: The same, alone.

Journal
: One question. [](#page)
:::

::: journal {#page kind=lined pages=1}
**What happened?**
:::

::: questionnaire {name=tea}
:::

::: go-deeper {title="One work"}
- [@smith2001] Begin here.
:::
"""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A book with one file changed: its number, the file, and what is in it now."""

    number: int
    name: str
    content: bytes


def small_book() -> dict[str, bytes]:
    """The files of the small book that are mutated, as they were."""
    return {name: RICH.encode() if name == CHAPTER else (MINIMAL / name).read_bytes() for name in TARGETS}


def mutant(originals: Mapping[str, bytes], seed: int, number: int) -> Mutant:
    """The mutant with a number; the files in turn, every second one with a single edit, the same for the same seed."""
    random = Random(seed * 1_000_003 + number)  # noqa: S311 - a fixed seed is the point
    name = sorted(originals)[number % len(originals)]
    edits = 1 if number // len(originals) % 2 else random.randint(2, MOST_EDITS)
    return Mutant(number, name, mutated(originals[name], random, edits))


def mutated(content: bytes, random: Random, edits: int) -> bytes:
    """The content after so many edits."""
    for _ in range(edits):
        content = _edited(content, random)
    return content


def _edited(content: bytes, random: Random) -> bytes:
    at, length = random.randrange(len(content) + 1), random.choice((0, 1, 1, 4, 30, 200))
    match random.randrange(5):
        case 0:  # a byte turned over
            flipped = bytes([content[at] ^ (1 << random.randrange(8))]) if at < len(content) else b""
            return content[:at] + flipped + content[at + 1 :]
        case 1:  # something left out
            return content[:at] + content[at + length :]
        case 2:  # something twice
            return content[: at + length] + content[at:]
        case _:
            return content[:at] + random.choice(FRAGMENTS) + content[at:]


@contextmanager
def put_in(mutant: Mutant, root: Path) -> Iterator[None]:
    """The mutant in the place of its original in a book, for a while."""
    path = root / mutant.name
    before = path.read_bytes()
    path.write_bytes(mutant.content)
    try:
        yield
    finally:
        path.write_bytes(before)
