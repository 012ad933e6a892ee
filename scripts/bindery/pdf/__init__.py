"""The printed book: parts laid out until nothing moves any more, bound, and finished as an accessible PDF."""

from bindery.pdf.engine import Engine, Sheets
from bindery.pdf.fence import Fence
from bindery.pdf.imprint import Imprint
from bindery.pdf.picture import picture
from bindery.pdf.press import Printed, print_book

__all__ = ["Engine", "Fence", "Imprint", "Printed", "Sheets", "picture", "print_book"]
