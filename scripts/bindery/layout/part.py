"""A part of the printed book: what is laid out, and later printed, apart."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class PrintPart:
    """One HTML document: the front matter, a chapter, or the back matter.

    `slug` is the part's name; `html` a whole document that names its stylesheets relative to layouts/print/ and the
    book's pictures relative to book/ by file addresses of their own; `first_side` the side on which it begins, which
    it must, unless it `floats`: then it is the side that the part before has left; `roman` whether its folios are
    i, ii, iii.
    Every element that stands for a block carries the block's key as `id`; a piece's element carries
    `data-piece="slug"`. Side notes have the class `note` on an absolutely placed box, whose inner box is `note-body`;
    a footnote's body has `data-call="KEY OF ITS CALL"`; prompts to be filled have `data-fill`.
    """

    slug: str
    html: str
    first_side: Literal["left", "right"]
    roman: bool
    floats: bool = False
