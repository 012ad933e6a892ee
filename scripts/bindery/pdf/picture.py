"""A page as a picture, for the e-book's cover."""

from io import BytesIO

import pypdfium2
from PIL import Image

from bindery.pdf.engine import Engine
from bindery.pdf.fence import Fence
from bindery.pdf.task import PictureTask


def picture(task: PictureTask) -> bytes:
    """The first page of a document as a PNG; the same bytes for the same document."""
    document = pypdfium2.PdfDocument(Engine(Fence(task.folders)).page(task.html))
    try:
        page = document[0]
        bitmap = page.render(scale=task.width / page.get_width())
        image: Image.Image = bitmap.to_pil().convert("RGB")
    finally:
        document.close()
    return _png(image, task.width)


def _png(image: Image.Image, width: int) -> bytes:
    if image.width != width:
        image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
    target = BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()
