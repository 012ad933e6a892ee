"""What the file says of itself: title, language, date, page labels."""

from datetime import UTC, datetime, time
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, Pdf, String

from bindery.model.edition import Standard
from bindery.model.pages import PageMap
from bindery.pdf.imprint import Imprint
from bindery.pdf.page_map import roman
from bindery.pdf.xmp import Value, packet

_CREATOR = "Bindery"
_CLAIMS: dict[Standard, dict[str, Value]] = {
    "ua-1": {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"},
    "ua-2": {"pdfuaid:part": "2", "pdfuaid:rev": "2024"},
}
_NUMBER_OF = {roman(number): number for number in range(1, 400)}


def describe(pdf: Pdf, imprint: Imprint) -> None:
    """Write title, authors, subjects, language and date: once for old readers, once as XMP, and the same in both."""
    moment = datetime.combine(imprint.date, time(), UTC)
    producer = str(pdf.docinfo.get("/Producer", ""))
    old = {
        "/Title": imprint.title,
        "/Author": ", ".join(imprint.authors),
        "/Subject": imprint.description,
        "/Keywords": ", ".join(imprint.subjects),
        "/Creator": _CREATOR,
        "/Producer": producer,
        "/CreationDate": moment.strftime("D:%Y%m%d%H%M%SZ"),
        "/ModDate": moment.strftime("D:%Y%m%d%H%M%SZ"),
    }
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary({key: String(value) for key, value in old.items() if value})
    )
    _write_xmp(pdf, imprint, producer, moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
    pdf.Root.Lang = String(imprint.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _write_xmp(pdf: Pdf, imprint: Imprint, producer: str, moment: str) -> None:
    properties: dict[str, Value] = {
        "dc:title": imprint.title,
        "dc:creator": imprint.authors,
        "dc:description": imprint.description,
        "dc:language": [imprint.language],
        "dc:subject": imprint.subjects,
        "pdf:Keywords": ", ".join(imprint.subjects),
        "pdf:Producer": producer,
        "xmp:CreatorTool": _CREATOR,
        "xmp:CreateDate": moment,
        "xmp:ModifyDate": moment,
    }
    described = packet({**properties, **_CLAIMS[imprint.standard]}, imprint.language)
    pdf.Root.Metadata = pdf.make_stream(described, Type=Name.Metadata, Subtype=Name.XML)


def label_pages(pdf: Pdf, pages: PageMap) -> None:
    """Let a reader's page box show the folios: one entry wherever the count begins anew."""
    numbers = [_number(page.label) for page in pages.pages]
    begins = [0] + [
        index + 1 for index, (one, two) in enumerate(pairwise(numbers)) if two != (one[0], one[1] + 1)
    ]
    entries: list[object] = []
    for index in begins:
        style, number = numbers[index]
        entries += [index, Dictionary(S=Name(style), St=number)]
    pdf.Root.PageLabels = Dictionary(Nums=Array(entries))


def _number(label: str) -> tuple[str, int]:
    return ("/D", int(label)) if label.isdigit() else ("/r", _NUMBER_OF[label])
