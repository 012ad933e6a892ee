"""What every chapter has, and every pathway; terms that are used, and works that are cited."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from bindery.findings import Report
from bindery.model.blocks import Block
from bindery.model.book import Book, Piece
from bindery.model.course_blocks import Definition, Figure, Pathway, Work
from bindery.model.inlines import Citation, Term, plain_text
from bindery.model.node import walk
from bindery.model.settings import PieceKind
from bindery.model.style import HouseStyle, PathwayPart

_PARTS: Mapping[PathwayPart, tuple[str, Callable[[Pathway], tuple[Block, ...]]]] = {
    "purpose": ("purpose", lambda pathway: pathway.purpose),
    "you-need": ("line “You need”", lambda pathway: pathway.need),
    "access": ("line “Access”", lambda pathway: pathway.access),
    "if-it-goes-wrong": ("line “If it goes wrong”", lambda pathway: pathway.if_it_goes_wrong),
    "journal": ("line “Journal”", lambda pathway: pathway.journal),
}


def check_pattern(book: Book, style: HouseStyle, report: Report) -> None:
    """Report chapters that lack a part of the pattern, or have too few of it."""
    for piece in book.body:
        if piece.kind is not PieceKind.CHAPTER:
            continue
        there = parts_of(piece)
        missing = [name for name, least in style.pattern.items() if not there[name]]
        few = {name: least for name, least in style.pattern.items() if 0 < there[name] < least}
        if missing:
            report.add("H001", f"this chapter has no {_listed(missing)}", piece.place)
        for name, least in few.items():
            message = f"this chapter has {there[name]} of the part “{name}”, and the house wants {least}"
            report.add("H001", message, piece.place)


def parts_of(piece: Piece) -> Counter[str]:
    """How often a piece has each part that a pattern can name."""
    matter = piece.matter
    there = Counter(node.kind for node in walk(piece) if isinstance(node, Block))
    there["tree-figure"] = sum(_is_tree(node) for node in walk(piece) if isinstance(node, Figure))
    there["aims"] = len(matter.aims)
    there |= Counter(
        {"summary": bool(matter.summary), "aim": bool(matter.aim), "tree-label": bool(matter.tree_label)}
    )
    return there


def _is_tree(figure: Figure) -> bool:
    return PurePosixPath(figure.src).name.startswith("tree")


def check_pathways(book: Book, style: HouseStyle, report: Report) -> None:
    """Report pathways that lack a part which the house wants."""
    for node in walk(book):
        if not isinstance(node, Pathway):
            continue
        for name in style.pathway:
            words, part = _PARTS[name]
            if not part(node):
                report.add("H002", f"the pathway “{plain_text(node.title)}” has no {words}", node.place)


def check_terms(book: Book, report: Report) -> None:
    """Report terms of the glossary that no piece uses."""
    used = {node.slug for piece in book.pieces for node in walk(piece) if isinstance(node, Term)}
    for term in book.glossary:
        if not used & set(term.slugs):
            hint = f"write [[{term.entry.term.lower()}]] where the text uses it, or take the entry away"
            report.add("H003", f"no chapter uses the term “{term.entry.term}”", term.place, hint)


def check_works(book: Book, report: Report) -> None:
    """Report works that nothing refers to."""
    cited = set(_cited(book))
    for work in book.works:
        if work.key not in cited:
            hint = f"write [@{work.key}] where the text follows it, or take the entry away"
            report.add("H004", f"nothing refers to the work “{work.key}”", work.place, hint)


def _cited(book: Book) -> Iterator[str]:
    for node in walk(book):
        match node:
            case Citation(reference=key) | Work(reference=key) | Definition(source=key):
                yield key
            case _:
                pass


def _listed(names: Sequence[str]) -> str:
    return " and no ".join(name.replace("-", " ") for name in names)
