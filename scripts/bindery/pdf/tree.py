"""The structure of a tagged PDF as plain values: what a screen reader reads, in its order."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from bindery.pdf.origin import KEY, NOWHERE, Origin

_KEPT = ("/Alt", "/ActualText", "/E", "/Lang", "/ID", "/A", "/T")


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content on a page (both counted from 0); `blank` when it is known to be white space."""

    page: int
    mcid: int
    blank: bool = field(default=False, compare=False)


@dataclass(slots=True)
class Annotation:
    """A link on a page."""

    page: int
    target: Object


@dataclass(slots=True)
class Element:
    """A structure element: its type without the slash, the page it begins on, what it says of itself, what it holds.

    `origin` tells of the HTML that it was made for; `names` are the places that links may lead to, in or at it.
    """

    kind: str
    page: int
    entries: dict[str, Object] = field(default_factory=dict)
    children: list["Element | Content | Annotation"] = field(default_factory=list)
    origin: Origin = NOWHERE
    names: list[str] = field(default_factory=list)


Child = Element | Content | Annotation


def elements(element: Element) -> Iterator[Element]:
    """The element and all elements inside, in reading order."""
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from elements(child)


def contents(element: Element) -> Iterator[Content]:
    """The marked content inside, in reading order."""
    for child in element.children:
        if isinstance(child, Content):
            yield child
        elif isinstance(child, Element):
            yield from contents(child)


def annotations(element: Element) -> Iterator[Annotation]:
    """The links inside, in reading order."""
    for found in elements(element):
        yield from (child for child in found.children if isinstance(child, Annotation))


def read_tree(pdf: Pdf, *, bound_in: Pdf | None = None) -> Element:
    """The document element of a tagged PDF; with the pages and links of a file at whose end its pages were added."""
    return _Reader(pdf, bound_in).element(pdf.Root.StructTreeRoot.K[0], 0)


class _Reader:
    """Reads elements; of a file that is bound in another one, nothing stays tied to it."""

    def __init__(self, pdf: Pdf, bound_in: Pdf | None) -> None:
        before = len(bound_in.pages) - len(pdf.pages) if bound_in else 0
        self._pages = {page.obj.objgen: before + index for index, page in enumerate(pdf.pages)}
        self._bound_in = bound_in

    def element(self, source: Object, page: int, blank: tuple[int, ...] = ()) -> Element:
        if "/Pg" in source:
            page = self._pages[source.Pg.objgen]
        # The engine makes an element of its own for every run of text, of which the one around it tells.
        origin = Origin.decoded(str(source[f"/{KEY}"])) if f"/{KEY}" in source else Origin(blank=blank)
        element = Element(
            kind=str(source.S)[1:],
            page=page,
            entries={key: self._entry(source[key]) for key in _KEPT if key in source},
            origin=origin,
            names=list(origin.names) or [origin.id] * bool(origin.id),
        )
        for kid in source.get("/K", ()):
            element.children.append(self._kid(kid, page, origin.blank))
        return element

    def _kid(self, kid: Any, page: int, blank: tuple[int, ...]) -> Child:
        if not isinstance(kid, Object):
            return Content(page, int(kid), int(kid) in blank)
        if kid.get("/Type") == Name.MCR:
            return Content(self._pages[kid.Pg.objgen], int(kid.MCID))
        if kid.get("/Type") == Name.OBJR:
            target = self._bound_in.copy_foreign(kid.Obj) if self._bound_in else kid.Obj
            return Annotation(self._pages[kid.Pg.objgen], target)
        return self.element(kid, page, blank)

    def _entry(self, value: Object) -> Object:
        return Object.parse(value.unparse()) if self._bound_in else value


def write_tree(pdf: Pdf, document: Element, *, with_origins: bool = False) -> dict[int, Object]:
    """Put this structure in place of the one that the PDF has; what is not in it belongs to nobody afterwards.

    `with_origins` leaves the private keys in it, for the binder. Gives the PDF object of every element by the
    element's `id()`.
    """
    writer = _Writer(pdf, with_origins=with_origins)
    top = writer.element(document, pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot)))
    root = top.P
    root.K = Array([top])
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=writer.numbers()))
    root.ParentTreeNextKey = len(pdf.pages) + len(writer.annotations)
    if writer.ids:
        names = [value for name in sorted(writer.ids) for value in (String(name), writer.ids[name])]
        root.IDTree = pdf.make_indirect(Dictionary(Names=Array(names)))
    pdf.Root.StructTreeRoot = root
    return writer.made


class _Writer:
    """Makes PDF objects of elements, and remembers who owns what."""

    def __init__(self, pdf: Pdf, *, with_origins: bool) -> None:
        self._pdf = pdf
        self._with_origins = with_origins
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[dict[int, Object]] = [{} for _ in self._pages]
        self.annotations: list[Object] = []
        self.ids: dict[str, Object] = {}
        self.made: dict[int, Object] = {}

    def element(self, element: Element, parent: Object) -> Object:
        made = self._pdf.make_indirect(
            Dictionary(
                Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent, Pg=self._pages[element.page]
            )
        )
        self.made[id(element)] = made
        for key, value in element.entries.items():
            made[key] = value
        if self._with_origins:
            made[f"/{KEY}"] = String(replace(element.origin, names=tuple(element.names), blank=()).encoded())
        if "/ID" in element.entries:
            self.ids[str(element.entries["/ID"])] = made
        made.K = Array([self._kid(child, element, made) for child in element.children])
        return made

    def _kid(self, child: Child, element: Element, made: Object) -> Any:
        if isinstance(child, Element):
            return self.element(child, made)
        if isinstance(child, Annotation):
            child.target.StructParent = len(self._pages) + len(self.annotations)
            self.annotations.append(made)
            return Dictionary(Type=Name.OBJR, Obj=child.target, Pg=self._pages[child.page])
        self._owners[child.page][child.mcid] = made
        if child.page == element.page:
            return child.mcid
        return Dictionary(Type=Name.MCR, Pg=self._pages[child.page], MCID=child.mcid)

    def numbers(self) -> Array:
        """The parent tree: for each page its content's owners by number, then the owner of each link."""
        numbers: list[Any] = []
        for index, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = index
            row = [owners.get(mcid) for mcid in range(max(owners, default=-1) + 1)]
            numbers += [index, Array(row)]
        for key, owner in enumerate(self.annotations, start=len(self._pages)):
            numbers += [key, owner]
        return Array(numbers)
