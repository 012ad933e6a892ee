"""A page as a picture, for the e-book's cover."""

from io import BytesIO

import pypdfium2
from PIL import Image

from bindery.pdf.engine import Engine


def picture(engine: Engine, html: str, width: int) -> bytes:
    """The first page of a document as a PNG so many pixels wide; the same bytes for the same document."""
    document = pypdfium2.PdfDocument(engine.page(html))
    try:
        page = document[0]
        bitmap = page.render(scale=width / page.get_width())
        image: Image.Image = bitmap.to_pil().convert("RGB")
    finally:
        document.close()
    if image.width != width:
        image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
    target = BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()
