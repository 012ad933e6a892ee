"""What the layout engine says while it works, turned into findings."""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from bindery.findings import Place, Report
from bindery.pdf.fence import Refusal, shown

# Where the rules of the page are written: the engine does not say in which file it met a mistake.
LAYOUTS = Place("layouts/print")
# A picture without a text is an ornament, and the finisher makes an artifact of it.
_ORNAMENT = "has no required alt description"
_ADDRESS = re.compile(r"(?:file|data|https?|ftp):[^\s'\"]+")
# What a remark may name: an address, a pointer within the book, letters that no font has.
_NAMED = re.compile(r"((?:file|data|https?|ftp):[^\s'\"]+)|(#[^\s'\"]+)|\"(.+)\" \(U\+")
_ID = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the engine said, or that was found in what it made; `is_error` when something is missing.

    `code` is that of the finding, where the message does not tell it.
    """

    message: str
    is_error: bool
    code: str = ""


class _Remarks(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.remarks: list[Remark] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if _ORNAMENT not in message:
            self.remarks.append(Remark(message, record.levelno >= logging.ERROR))


@contextmanager
def listening() -> Iterator[list[Remark]]:
    """Collect what the engine remarks, warnings and worse, while the block runs."""
    logger = logging.getLogger("weasyprint")
    remarks, before = _Remarks(), (logger.level, logger.propagate)
    logger.addHandler(remarks)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield remarks.remarks
    finally:
        logger.removeHandler(remarks)
        logger.level, logger.propagate = before


def report_remarks(remarks: Sequence[Remark], html: str, places: Mapping[str, Place], report: Report) -> None:
    """Make findings of remarks on a part, at the place of the block that has what they name, where it can be told.

    An address that could not be had is left to `report_refusals`, which knows why.
    """
    for remark in remarks:
        message = remark.message
        if message.startswith(("Failed to load image", "Failed to load stylesheet")) and "Refused" in message:
            continue
        named = _NAMED.search(message)
        place = place_of(named[named.lastindex or 0], html, places) if named else LAYOUTS
        report.add(_code(remark), _ADDRESS.sub(lambda found: shown(found[0]), message), place)


def _code(remark: Remark) -> str:
    if remark.code:
        return remark.code
    if remark.message.startswith(".notdef"):
        return "P006"
    return "P002" if remark.is_error else "P003"


def report_refusals(
    refusals: Sequence[Refusal], html: str, places: Mapping[str, Place], report: Report
) -> None:
    """Make findings of refused addresses, at the place of the block that names them where it can be told."""
    for refusal in refusals:
        place = place_of(refusal.address, html, places)
        report.add("P001", f"{refusal.address} {refusal.reason}", place)


def place_of(address: str, html: str, places: Mapping[str, Place]) -> Place:
    """The place of the last block before this address in a part; the layouts where there is none."""
    before, found, _ = html.partition(address.removesuffix("…"))
    keys = [key for key in _ID.findall(before) if key in places] if found else []
    return places[keys[-1]] if keys else LAYOUTS
