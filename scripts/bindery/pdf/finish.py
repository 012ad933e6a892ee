"""The finisher: the bound pages made into an accessible file that is the same wherever and whenever it is made."""

from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf

from bindery.model.pages import PageMap
from bindery.pdf import ua2
from bindery.pdf.archive import make_archivable
from bindery.pdf.artifacts import make_artifacts
from bindery.pdf.imprint import Imprint
from bindery.pdf.mend import mend
from bindery.pdf.metadata import describe, label_pages
from bindery.pdf.notes import link_notes
from bindery.pdf.tree import Element, contents, elements, read_tree, write_tree

_PT_PER_PX = 72 / 96


def finish(bound: bytes, imprint: Imprint, pages: PageMap) -> bytes:
    """The finished PDF of pages that the engine has bound and tagged."""
    with Pdf.open(BytesIO(bound)) as pdf:
        document = read_tree(pdf)
        tagged = set(contents(document))
        mend(document)
        _turn_boxes(pdf, document)
        link_notes(pdf, document)
        read = set(contents(document))
        make_artifacts(pdf, read, tagged - read)
        _WRITE[imprint.standard](pdf, document, imprint)
        describe(pdf, imprint)
        label_pages(pdf, pages)
        return _saved(pdf, _VERSIONS[imprint.standard])


def _write_ua_1(pdf: Pdf, document: Element, imprint: Imprint) -> None:
    write_tree(pdf, document)
    # What a listener hears where a type is newer than PDF 1.7.
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Aside=Name.Note)
    make_archivable(pdf, imprint.date)


def _write_ua_2(pdf: Pdf, document: Element, _imprint: Imprint) -> None:
    ua2.prepare(pdf, document)
    ua2.connect(pdf, document, write_tree(pdf, document))


_WRITE = {"ua-1": _write_ua_1, "ua-2": _write_ua_2}
_VERSIONS = {"ua-1": "1.7", "ua-2": "2.0"}


def _turn_boxes(pdf: Pdf, document: Element) -> None:
    """Give figures their boxes in points from the lower edge; the engine writes pixels from the upper one."""
    for figure in (found for found in elements(document) if found.kind == "Figure" and "/A" in found.entries):
        height = float(pdf.pages[figure.page].mediabox[3])
        box: Object = figure.entries["/A"].BBox
        left, upper, right, lower = (float(number) * _PT_PER_PX for number in box)
        edges = (left, height - lower, right, height - upper)
        figure.entries["/A"][Name.BBox] = Array([round(edge, 3) for edge in edges])


def _saved(pdf: Pdf, version: str) -> bytes:
    pdf.remove_unreferenced_resources()
    target = BytesIO()
    pdf.save(
        target,
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
        force_version=version,
        fix_metadata_version=False,
    )
    return target.getvalue()
