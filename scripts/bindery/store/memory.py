"""Memory that nobody uses any more, given back to the machine."""

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Let go of what is free already; on systems that cannot, nothing happens.

    Without it a process keeps what it once needed: measured with weasyprint 70.0, 100 MB after a part of 60 pages, and
    300 MB after binding 1,450.
    """
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
