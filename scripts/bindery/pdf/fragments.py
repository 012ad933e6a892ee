"""What pages, columns and lines have torn, made one again."""

from bindery.pdf.tree import Annotation, Child, Content, Element

# What stands in a line may only be joined with what follows at once: something else may stand in between.
INLINE = frozenset(("Code", "Link", "Quote", "Reference", "Span"))
# The head of a table is printed again on every page, and read once.
_REPEATED = frozenset(("THead", "TFoot"))


def join(element: Element) -> None:
    """Make one element of all fragments of an HTML element; links keep a place to click on in every line."""
    element.children = _joined(element.children)
    for child in element.children:
        if isinstance(child, Element):
            join(child)


def _joined(children: list[Child]) -> list[Child]:
    joined: list[Child] = []
    first: dict[tuple[str, str], Element] = {}
    for child in children:
        before = _before(child, joined, first) if isinstance(child, Element) else None
        if not isinstance(child, Element):
            joined.append(child)
        elif before is None:
            joined.append(child)
            first[child.kind, child.origin.mark] = child
        else:
            before.children += _unread(child).children if child.kind in _REPEATED else child.children
            before.names += [name for name in child.names if name not in before.names]
    return joined


def _before(child: Element, joined: list[Child], first: dict[tuple[str, str], Element]) -> Element | None:
    before = first.get((child.kind, child.origin.mark)) if child.origin.mark else None
    if before is None or child.kind not in INLINE:
        return before
    return before if joined[-1] is before else None


def _unread(element: Element) -> Element:
    """The same without its content: only its links stay."""
    children: list[Child] = []
    for child in element.children:
        if isinstance(child, Element):
            children.append(_unread(child))
        elif isinstance(child, Annotation):
            children.append(child)
    return Element(element.kind, element.page, children=children, origin=element.origin)


def is_inline(child: Child) -> bool:
    """Whether it stands in a line of text."""
    return isinstance(child, Content | Annotation) or child.kind in INLINE
