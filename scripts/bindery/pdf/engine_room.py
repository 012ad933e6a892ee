"""The one module that imports WeasyPrint: what the press uses of it, in its own names. None has types: `Any`."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes as _boxes
from weasyprint.layout import block as _block
from weasyprint.layout import page as _page
from weasyprint.pdf import tags as _tags
from weasyprint.text import fonts as _fonts
from weasyprint.urls import URLFetcherResponse

engine: Any = weasyprint
boxes: Any = _boxes
block_layout: Any = _block
page_layout: Any = _page
tags: Any = _tags
fonts: Any = _fonts
Response: Any = URLFetcherResponse


@contextmanager
def exchanged(holder: Any, name: str, value: Any) -> Iterator[None]:
    """Let the engine use this in place of its own for as long as it lasts."""
    own = getattr(holder, name)
    setattr(holder, name, value)
    try:
        yield
    finally:
        setattr(holder, name, own)
