"""A page as a picture, for the e-book's cover."""

from io import BytesIO

import pypdfium2
from PIL import Image

from bindery.pdf.engine import Engine
from bindery.pdf.fence import Fence
from bindery.pdf.task import Picture, PictureTask


def picture(task: PictureTask) -> Picture:
    """The first page of a document as a PNG; the same bytes for the same document and files."""
    engine = Engine(Fence(task.folders))
    page = engine.page(task.html)
    document = pypdfium2.PdfDocument(page.pdf)
    try:
        sheet = document[0]
        bitmap = sheet.render(scale=task.width / sheet.get_width())
        image: Image.Image = bitmap.to_pil().convert("RGB")
    finally:
        document.close()
    return Picture(_png(image, task.width), engine.fence.passed, bool(page.borrowed))


def _png(image: Image.Image, width: int) -> bytes:
    if image.width != width:
        image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
    target = BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()
