"""Proofs and findings in the words of the board."""

import re
from html import unescape
from pathlib import Path

from bindery.findings import Finding, Report, code_of
from bindery.preview.board import ShownDocument, ShownFinding, ShownPage, Spot
from bindery.preview.pictures import name_of_part
from bindery.preview.proofs import Proofs
from bindery.show import excerpt

_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_DOCUMENT = ".xhtml"


def findings_of(report: Report, root: Path) -> tuple[ShownFinding, ...]:
    """The findings, each with the line itself."""
    return tuple(_finding(finding, root) for finding in report)


def _finding(finding: Finding, root: Path) -> ShownFinding:
    return ShownFinding(
        severity=finding.severity.value,
        code=finding.code,
        title=code_of(finding.code).title,
        message=finding.message,
        place=str(finding.place),
        line=excerpt(finding.place, root),
        hint=finding.hint,
    )


def pages_of(proofs: Proofs) -> tuple[ShownPage, ...]:
    """The printed pages, in order."""
    names = {pdf: name_of_part(pdf) for pdf in {leaf.pdf for leaf in proofs.leaves}}
    return tuple(
        ShownPage(f"{names[leaf.pdf]}-{leaf.index}", leaf.label, leaf.side) for leaf in proofs.leaves
    )


def documents_of(proofs: Proofs) -> tuple[ShownDocument, ...]:
    """The documents of the e-book, in the order of its file."""
    return tuple(
        ShownDocument(name, _title(content, name))
        for name, content in proofs.ebook.items()
        if name.endswith(_DOCUMENT)
    )


def _title(content: bytes, name: str) -> str:
    found = _TITLE.search(content)
    return unescape(found[1].decode()) if found else name


def spot_in(proofs: Proofs, number: int) -> Spot | None:
    """The page and the place in the e-book of what has just been written."""
    if proofs.leaf is None:
        return None
    addresses = (_address(proofs, key) for key in proofs.written)
    return Spot(number, proofs.leaf, next(filter(None, addresses), ""))


def _address(proofs: Proofs, key: str) -> str:
    sign = f'id="{key}"'.encode()
    found = (name for name, content in proofs.ebook.items() if name.endswith(_DOCUMENT) and sign in content)
    return next((f"{name}#{key}" for name in found), "")
