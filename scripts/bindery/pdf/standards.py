"""The standards that a bound file can meet: its structure written as each of them asks."""

from collections.abc import Callable, Mapping

from pikepdf import Dictionary, Name, Pdf

from bindery.model.edition import Standard
from bindery.pdf import ua2
from bindery.pdf.archive import make_archivable
from bindery.pdf.imprint import Imprint
from bindery.pdf.tree import Element, write_tree

VERSIONS: Mapping[Standard, str] = {"ua-1": "1.7", "ua-2": "2.0"}
"""The version of PDF that each standard is built on."""


def write_structure(pdf: Pdf, document: Element, imprint: Imprint) -> None:
    """Write the structure of a file whose pages, places, outline and links are all there."""
    _WRITE[imprint.standard](pdf, document, imprint)


def _write_ua_1(pdf: Pdf, document: Element, imprint: Imprint) -> None:
    write_tree(pdf, document)
    # What a listener hears where a type is newer than PDF 1.7.
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Aside=Name.Note)
    make_archivable(pdf, imprint.date)


def _write_ua_2(pdf: Pdf, document: Element, _imprint: Imprint) -> None:
    ua2.prepare(pdf, document)
    ua2.connect(pdf, document, write_tree(pdf, document))


_WRITE: Mapping[Standard, Callable[[Pdf, Element, Imprint], None]] = {
    "ua-1": _write_ua_1,
    "ua-2": _write_ua_2,
}
