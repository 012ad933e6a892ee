"""What must be so before and after the structure is put right; where it is not, the part is not printed."""

from collections.abc import Iterator
from typing import Any

from pikepdf import Dictionary, Object, Pdf

from bindery.pdf.origin import KEY
from bindery.pdf.tree import Element, annotations, contents


class StructureFault(Exception):
    """The structure of a part is not what the finisher knows how to put right; the message says in what."""


def require_origins(pdf: Pdf) -> None:
    """Every element that the engine made says of which HTML, but for its runs of text. Raises StructureFault."""
    (document,) = pdf.Root.StructTreeRoot.K
    strangers = [
        element for element in _elements(document) if f"/{KEY}" not in element and not _is_run(element)
    ]
    if strangers:
        kinds = ", ".join(sorted({str(element.S)[1:] for element in strangers}))
        message = f"{len(strangers)} elements of the structure do not say what they were made for: {kinds}"
        raise StructureFault(message)


def _elements(element: Object) -> Iterator[Object]:
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _is_run(element: Object) -> bool:
    return str(element.S) == "/Span" and not any(isinstance(kid, Dictionary) for kid in _kids(element))


def _kids(element: Object) -> list[Any]:
    return list(element.get("/K", ()))


def require_everything(before: Element, after: Element) -> None:
    """No link was lost, and nothing is read twice. Raises StructureFault."""
    links = [{link.target.objgen for link in annotations(document)} for document in (before, after)]
    if links[0] != links[1]:
        raise StructureFault(f"{len(links[0] ^ links[1])} links would belong to nothing that is read")
    read = list(contents(after))
    if len(read) != len(set(read)):
        raise StructureFault(f"{len(read) - len(set(read))} pieces of text would be read twice")
