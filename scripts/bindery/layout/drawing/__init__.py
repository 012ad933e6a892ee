"""The drawing system of the book: one square, its corners rounded or not.

Every public function is pure and returns one `svg` element as text, well-formed XML with its namespace, for inline use:
one user unit is one mm; no ids, no scripts, no styles; the same bytes for the same arguments.

`colour` is by default `currentColor`, so that CSS decides in the e-book. WeasyPrint hands no CSS colour to inline SVG
(it paints black): in print pass `accent_of(chapter).value`. `paper` fills outlined shapes; `none` leaves them empty.
A drawing is an ornament (`aria-hidden`) unless it gets a `title`, which makes it a picture of that name.
CSS must say `svg { display: block; overflow: visible }`, as lines on an edge reach half their width beyond it.
"""

from bindery.layout.drawing.answers import (
    answer_circle,
    answer_square,
    checkbox,
    day_boxes,
    mark_box,
    sum_box,
    turning_arrow,
)
from bindery.layout.drawing.clock import clock
from bindery.layout.drawing.frames import Band, next_step_leaf, numeral_leaf, pathway_frame
from bindery.layout.drawing.grid import Crossing, block, crosses
from bindery.layout.drawing.marks import MARK, PAGE_KINDS, PageKind, mark
from bindery.layout.drawing.measures import check_bar, duplex_cross, line_scale
from bindery.layout.drawing.mind_map import leaf_spots, leans_right, mind_map
from bindery.layout.drawing.people import GROUPS, Who, person, who
from bindery.layout.drawing.ruling import (
    FIRST_WITH_TEXT,
    cornell,
    dots,
    dotted_rule,
    line_count,
    lines,
    rule,
    squares,
)
from bindery.layout.drawing.square import Form, shape
from bindery.layout.drawing.tokens import ACCENTS, Accent, accent_of
from bindery.layout.drawing.tree import cover_tree, large_tree, small_tree, tree_to_shade

__all__ = [
    "ACCENTS",
    "FIRST_WITH_TEXT",
    "GROUPS",
    "MARK",
    "PAGE_KINDS",
    "Accent",
    "Band",
    "Crossing",
    "Form",
    "PageKind",
    "Who",
    "accent_of",
    "answer_circle",
    "answer_square",
    "block",
    "check_bar",
    "checkbox",
    "clock",
    "cornell",
    "cover_tree",
    "crosses",
    "day_boxes",
    "dots",
    "dotted_rule",
    "duplex_cross",
    "large_tree",
    "leaf_spots",
    "leans_right",
    "line_count",
    "line_scale",
    "lines",
    "mark",
    "mark_box",
    "mind_map",
    "next_step_leaf",
    "numeral_leaf",
    "pathway_frame",
    "person",
    "rule",
    "shape",
    "small_tree",
    "squares",
    "sum_box",
    "tree_to_shade",
    "turning_arrow",
    "who",
]
