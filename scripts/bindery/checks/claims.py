"""Which standards a PDF says of itself that it meets, read from its metadata."""

from pathlib import Path

import pikepdf

_UA = "{http://www.aiim.org/pdfua/ns/id/}"
_A = "{http://www.aiim.org/pdfa/ns/id/}"


def claimed_flavours(path: Path) -> tuple[str, ...]:
    """The claims as short names such as `ua1` and `2a`, in this order; none when the file cannot be read."""
    try:
        with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
            accessible = str(metadata.get(_UA + "part", "")).strip()
            part = str(metadata.get(_A + "part", "")).strip()
            level = str(metadata.get(_A + "conformance", "")).strip()
    except (pikepdf.PdfError, ValueError):
        return ()
    claims = (f"ua{accessible}" if accessible else "", f"{part}{level.lower()}" if part else "")
    return tuple(claim for claim in claims if claim)
