"""The finisher: a part as the engine tagged it, made into one that is right to listen to."""

from io import BytesIO

from pikepdf import Array, Name, Object, ObjectStreamMode, Pdf

from bindery.pdf.artifacts import make_artifacts
from bindery.pdf.guard import require_everything, require_origins
from bindery.pdf.mend import mend
from bindery.pdf.notes import link_notes
from bindery.pdf.standards import VERSIONS
from bindery.pdf.tree import Element, contents, elements, read_tree, write_tree

_PT_PER_PX = 72 / 96


def finish_part(written: bytes) -> bytes:
    """A part as the engine wrote it, with its structure put right; the private keys are left for the binder.

    Raises StructureFault where the structure is not such as the finisher knows.
    """
    with Pdf.open(BytesIO(written)) as pdf:
        require_origins(pdf)
        engines, document = read_tree(pdf), read_tree(pdf)
        tagged = set(contents(engines))
        mend(document)
        require_everything(engines, document)
        _turn_boxes(pdf, document)
        link_notes(pdf, document)
        read = set(contents(document))
        make_artifacts(pdf, read, tagged - read)
        write_tree(pdf, document, with_origins=True)
        return saved(pdf, VERSIONS["ua-1"])


def _turn_boxes(pdf: Pdf, document: Element) -> None:
    """Give figures their boxes in points from the lower edge; the engine writes pixels from the upper one."""
    for figure in (found for found in elements(document) if found.kind == "Figure" and "/A" in found.entries):
        height = float(pdf.pages[figure.page].mediabox[3])
        box: Object = figure.entries["/A"].BBox
        left, upper, right, lower = (float(number) * _PT_PER_PX for number in box)
        edges = (left, height - lower, right, height - upper)
        figure.entries["/A"][Name.BBox] = Array([round(edge, 3) for edge in edges])


def saved(pdf: Pdf, version: str) -> bytes:
    """The bytes of a PDF of this version, the same for the same PDF."""
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
