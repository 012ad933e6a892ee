"""What is in the finished documents that the metadata may speak of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bindery.epub.documents import Document

_FIXED_LENGTH = re.compile(r"(?<![\w-])[0-9.]+(px|pt|pc|cm|mm|in)\b")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_OUT_OF_ORDER = re.compile(r"(?<![\w-])(position:\s*(absolute|fixed)|order:|(flex-direction:\s*\w+-reverse))")
_MOVES = re.compile(r"(?<![\w-])(animation|transition)")
_ACTING = (
    "//h:video | //h:audio | //h:canvas | //h:script | //svg:animate | //svg:animateTransform | //svg:set"
)
_HIDDEN = "ancestor-or-self::*[@aria-hidden='true']"
_PICTURES = f"(//h:img | //svg:svg[not(ancestor::svg:svg)])[not({_HIDDEN})]"
_DESCRIPTION = "normalize-space(@alt) or normalize-space(@aria-label) or svg:title"


@dataclass(frozen=True, slots=True)
class Facts:
    """Each is true of all documents together."""

    pictures: bool
    pictures_described: bool
    long_descriptions: bool
    headings: bool
    contents: bool
    page_markers: bool
    page_list: bool
    index: bool
    roles: bool
    reflows: bool
    in_order: bool
    still: bool


def facts_of(documents: Sequence[Document], css: str) -> Facts:
    """Look at every document and at the style sheets."""
    rules = _COMMENT.sub("", css)

    def somewhere(path: str) -> bool:
        return any(document.found(path) for document in documents)

    return Facts(
        pictures=somewhere(_PICTURES),
        pictures_described=not somewhere(f"({_PICTURES})[not({_DESCRIPTION})]"),
        long_descriptions=somewhere("//h:figure//h:details"),
        headings=somewhere("//h:h1 | //h:h2"),
        contents=somewhere("//h:nav[@epub:type='toc']//h:a"),
        page_markers=somewhere("//*[@epub:type='pagebreak']"),
        page_list=somewhere("//h:nav[@epub:type='page-list']//h:a"),
        index=somewhere("//*[@epub:type='index']"),
        roles=somewhere("//*[@role]"),
        reflows=not _FIXED_LENGTH.search(rules),
        in_order=not _OUT_OF_ORDER.search(rules),
        still=not (_MOVES.search(rules) or somewhere(_ACTING)),
    )
