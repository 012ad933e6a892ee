"""Dividing a piece into its front matter and its body, by their lines alone."""

from dataclasses import dataclass

from bindery.findings import Place, Report

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class FrontMatterText:
    """The two halves of a piece, each with the line (from 1) on which it begins in the file."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split_front_matter(text: str, file: str, report: Report) -> FrontMatterText | None:
    """The halves of a piece; None, after a finding, when it has no front matter or never closes it."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        hint = 'begin the file with a line of three hyphens, "title: ..." and another line of three hyphens'
        report.add("I018", "this piece has no front matter", Place(file, 1), hint)
        return None
    end = next((index for index in range(1, len(lines)) if lines[index].rstrip() == _FENCE), None)
    if end is None:
        hint = "close it with a line of three hyphens before the text begins"
        report.add("I019", "the front matter that begins here is never closed", Place(file, 1), hint)
        return None
    return FrontMatterText("\n".join(lines[1:end]), 2, "\n".join(lines[end + 1 :]), end + 2)
