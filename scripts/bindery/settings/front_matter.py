"""The front matter of a piece, typed."""

from bindery.findings import Report
from bindery.intake import FrontMatterText, Located, read_yaml
from bindery.model.settings import FrontMatter
from bindery.settings.validate import validate


def read_front_matter(
    halves: FrontMatterText, file: str, report: Report
) -> tuple[FrontMatter, Located] | None:
    """What the front matter of a piece says, and where; None, after findings, when it does not fit."""
    located = read_yaml(halves.yaml, file, report, halves.yaml_line)
    if located is None:
        return None
    matter = validate(FrontMatter, located, report)
    return (matter, located) if matter else None
