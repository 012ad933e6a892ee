"""The printed book: parts laid out until nothing moves any more, finished as an accessible PDF, and bound."""

from bindery.pdf.crew import Crew, Hands
from bindery.pdf.fence import Fence
from bindery.pdf.imprint import Imprint
from bindery.pdf.press import NO_GUESS, Kept, Order, Printed, Workshop, print_book, proofs
from bindery.pdf.signature import Signature
from bindery.pdf.task import Limits, Picture, PictureTask, Stopped

__all__ = [
    "NO_GUESS",
    "Crew",
    "Fence",
    "Hands",
    "Imprint",
    "Kept",
    "Limits",
    "Order",
    "Picture",
    "PictureTask",
    "Printed",
    "Signature",
    "Stopped",
    "Workshop",
    "print_book",
    "proofs",
]
