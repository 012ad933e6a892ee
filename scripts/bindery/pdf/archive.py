"""What an archive asks of a file (PDF/A-2a, ISO 19005-2): colours that are defined, and everything there to print."""

from datetime import date
from struct import pack

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import ImageCms

_PRINTED = 4  # the flag of an annotation that is there on paper as well: ISO 32000-1, 12.5.3
_SRGB = "sRGB IEC61966-2.1"
_DATE = slice(24, 36)  # where a colour profile says when it was made: ICC.1, 7.2.8


def make_archivable(pdf: Pdf, made: date) -> None:
    """Name the colour space of the screen, print every link, and smooth no picture."""
    _name_colours(pdf, made)
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            annotation.F = _PRINTED
    for thing in pdf.objects:
        if isinstance(thing, Stream) and "/Interpolate" in thing:
            del thing[Name.Interpolate]


def _name_colours(pdf: Pdf, made: date) -> None:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATE] = pack(">6H", made.year, made.month, made.day, 0, 0, 0)
    stream = pdf.make_stream(bytes(profile), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_SRGB),
        Info=String(_SRGB),
        DestOutputProfile=stream,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
