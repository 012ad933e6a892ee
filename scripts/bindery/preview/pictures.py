"""Printed pages as pictures, made when somebody looks at them."""

from collections import OrderedDict, deque
from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from threading import Lock

import pypdfium2
from PIL import Image

# Pixels to a point: a page of A4 is 1190 pixels wide, enough for a screen of fine resolution.
SCALE = 2.0
_MOST_KEPT = 128
_MOST_LAID = 4
_LENGTH = 24


def name_of_part(pdf: bytes) -> str:
    """The name of a part's pages: the same for the same bytes."""
    return sha256(pdf).hexdigest()[:_LENGTH]


class PagePictures:
    """The pages of the parts on the desk; several threads may ask for them."""

    def __init__(self) -> None:
        """Begin without a part."""
        self._laid: deque[dict[str, bytes]] = deque(maxlen=_MOST_LAID)
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def lay(self, parts: Iterable[bytes]) -> None:
        """From now on give the pages of these parts; a browser may still ask for those of the last few."""
        self._laid.append({name_of_part(pdf): pdf for pdf in parts})

    def png(self, name: str) -> bytes | None:
        """The picture `PART-INDEX`, the index counted from 0; None where there is no such page."""
        part, _, index = name.partition("-")
        # The library that paints is not made for two threads at once.
        with self._lock:
            if name not in self._made:
                pdf = next((parts[part] for parts in tuple(self._laid) if part in parts), None)
                made = _painted(pdf, int(index)) if pdf and index.isascii() and index.isdigit() else None
                if made is None:
                    return None
                self._made[name] = made
            self._made.move_to_end(name)
            while len(self._made) > _MOST_KEPT:
                self._made.popitem(last=False)
            return self._made[name]


def _painted(pdf: bytes, index: int) -> bytes | None:
    with pypdfium2.PdfDocument(pdf) as document:
        if index >= len(document):
            return None
        image: Image.Image = document[index].render(scale=SCALE).to_pil()
    target = BytesIO()
    image.save(target, "PNG", compress_level=1)
    return target.getvalue()
