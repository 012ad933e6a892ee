"""The text of a new edition file, for a person who has never seen one."""

import json
import re
from collections.abc import Iterable

from bindery.findings import UsageError
from bindery.settings.value import Settings

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_SCHEMA = "../../scripts/bindery/settings/schemas/edition.schema.json"


def edition_text(name: str, settings: Settings) -> str:
    """The file book/editions/NAME.yaml, every key in it and explained; UsageError for a name that cannot be one."""
    if not _NAME.fullmatch(name):
        small = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        proposal = f', such as "{small}"' if _NAME.fullmatch(small) else ""
        raise UsageError(
            f'an edition cannot be called "{name}": small letters a to z, figures and hyphens, a letter first{proposal}'
        )
    return "\n\n".join((_head(name), _names(settings), _choice(settings), _words(settings), _OUTPUTS)) + "\n"


def _head(name: str) -> str:
    return f"""\
# yaml-language-server: $schema={_SCHEMA}
#
# The edition "{name}". Build it with:  make workbook EDITION={name}
# What comes out stands in the folder output/{name}.
#
# How to read this file:
# - A line that begins with # is a remark, and does nothing. Take the # and the space after it away, and it does.
# - "key: value" needs the space after the colon. Words that hold a colon or a # go in "double quotes".
# - Lines that belong to the line above them begin with two spaces. Use spaces, never tabs.
# - What you leave out is taken from standard.yaml, in this folder.
# If something is wrong, the press says so, with the number of the line, and makes nothing."""


def _names(settings: Settings) -> str:
    return f"""\
# The names on the cover and the title page.
# title: {_quoted(settings.book.title)}
# subtitle: {_quoted(settings.book.subtitle or "A line under the title")}
# organisation: "Riverside Library"
# facilitator: "The name of whoever leads the workshop"

# Your logo: copy an SVG, PNG or JPEG into the folder book/figures, and name it here.
# logo: figures/our-logo.svg

# A page of your own at the beginning: a Markdown file in the folder book. Its first line is three hyphens (---),
# its second a title (title: Welcome), its third three hyphens again. Your words follow, with an empty line
# between paragraphs.
# welcome: editions/our-welcome.md"""


def _choice(settings: Settings) -> str:
    return f"""\
# Which chapters, in the order in which you want them: the names of the files in book/chapters, without .md.
# Numbers, contents and page references follow. To leave one out, delete its line.
chapters:
{_listed(_stem(path) for path in settings.book.chapters)}

# Pieces of the front and the back to leave out: the names of the files in book/front and book/back, without .md.
# leave-out:
{_remarks(_listed(_stem(path) for path in (*settings.book.front, *settings.book.back)), "  - the-name-of-one")}

# Which questionnaires: the names of the files in book/questionnaires, without .yaml. Without these lines, all.
# questionnaires:
{_remarks(_listed(settings.questionnaire_names), "  - the-name-of-one")}

# How many pages to print wherever the book has a journal page of a kind; 0 leaves that kind out.
# journal:
{_remarks(_pages(settings.journal_names), "  lined: 2")}

# The notes for leaders: true gathers them behind the last page, so that no other page gets another number.
facilitator-guide: false"""


def _words(settings: Settings) -> str:
    return f"""\
# The language of the text, as a tag such as en-GB, cs or pt-BR; a screen reader needs it to speak well.
# language: {settings.book.language}

# Other words for the labels that the press prints. Keep a pair of braces, {{}}, where the words had one.
# wording:
#   pathway: {_quoted("Exercise")}
#   facilitated-by: {_quoted("Led by {}")}"""


_OUTPUTS = """\
# Only when people have checked the e-book for accessibility, and answer for it: what they found it to meet, and who
# they are. It is told to shops and libraries. The press itself never claims it.
# certification: {standard: WCAG 2.2 Level AA, by: "The name of whoever checked it"}

# The files to make, one line for each.
# format: pdf to print and write in, epub to read on an e-reader or a telephone, or with a screen reader.
# profile: print is the only one so far. paper: a4, or letter for printers in North America.
outputs:
  - {format: pdf, profile: print, paper: a4}
  - {format: epub}
  # - {format: pdf, profile: print, paper: letter}
  # - {format: pdf, profile: print, paper: a4, standard: ua-2}   # for reading programs that know PDF/UA-2"""


def _listed(names: Iterable[str]) -> str:
    return "\n".join(f"  - {name}" for name in names)


def _pages(kinds: Iterable[str]) -> str:
    return "\n".join(f"  {name}: 2" for name in kinds)


def _remarks(lines: str, example: str) -> str:
    return "\n".join(f"# {line}" for line in (lines or example).split("\n"))


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".md")
