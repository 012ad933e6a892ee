"""A signature: a part of the book printed apart, as plain values that can be kept and sent between processes."""

from dataclasses import dataclass

from bindery.pdf.fence import Refusal
from bindery.pdf.letters import BorrowedFont
from bindery.pdf.log import Remark
from bindery.pdf.readings import PartReading


@dataclass(frozen=True, slots=True)
class Signature:
    """What came of a part.

    `reading` is None where something that it needs is missing; `pdf` is empty where it was not written. `said`,
    `refused`, `borrowed` and `addresses` (outside the part) are what there is to report; `files` are the addresses
    that its pages depend on, each with its SHA-256.
    """

    reading: PartReading | None
    pdf: bytes = b""
    said: tuple[Remark, ...] = ()
    refused: tuple[Refusal, ...] = ()
    borrowed: tuple[BorrowedFont, ...] = ()
    addresses: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the part was left out."""
        return self.reading is not None and not any(remark.is_error for remark in self.said)
