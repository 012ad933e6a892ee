"""Where a book uses its terms and its works."""

from bindery.model.book import Book
from bindery.model.inlines import Citation, Term
from bindery.model.node import Node, rebuild, walk


def with_own_terms(book: Book) -> Book:
    """Every term under the slug of its entry in the glossary, however the author has spelt it."""
    own = {slug: term.slug for term in book.glossary for slug in term.slugs}

    def named(node: Node) -> tuple[Node, ...]:
        match node:
            case Term(slug=slug, children=words, key=key, place=place) if own.get(slug, slug) != slug:
                return (Term(own[slug], words, key, place),)
            case _:
                return (node,)

    return rebuild(book, named)


def first_uses(book: Book) -> dict[str, str]:
    """The key of the first use of every term, under the term's own slug."""
    uses: dict[str, str] = {}
    for piece in book.pieces:
        for node in walk(piece):
            if isinstance(node, Term):
                uses.setdefault(node.slug, node.key)
    return uses


def citations(book: Book) -> dict[str, tuple[str, ...]]:
    """The keys of the uses of every work."""
    uses: dict[str, tuple[str, ...]] = {}
    for node in walk(book):
        if isinstance(node, Citation):
            uses[node.reference] = (*uses.get(node.reference, ()), node.key)
    return uses
