"""What pdfium says of a painted thing: its colour, and the forms in which it stands."""

from collections.abc import Iterator
from ctypes import byref
from typing import Any

from pypdfium2 import raw


def colour(entry: Any, getter: Any) -> tuple[int, int, int]:
    """The colour of its inside or of its line."""
    red, green, blue, alpha = (raw.c_uint() for _ in range(4))
    getter(entry, byref(red), byref(green), byref(blue), byref(alpha))
    return red.value, green.value, blue.value


def containers(entry: Any) -> Iterator[Any]:
    """The forms in which a thing stands, from the innermost out."""
    while entry.container is not None:
        entry = entry.container
        yield entry


def matrix(entry: Any) -> Any:
    """From the thing's own units to points on the page."""
    product = entry.get_matrix()
    for outer in containers(entry):
        product = product.multiply(outer.get_matrix())
    return product


def bounds(entry: Any) -> tuple[float, float, float, float]:
    """Left, low, right and high edge of what is seen of it, in points on the page."""
    left, low, right, high = entry.get_bounds()
    corners = [(x, y) for x in (left, right) for y in (low, high)]
    for outer in containers(entry):
        corners = [outer.get_matrix().on_point(*corner) for corner in corners]
    across, up = zip(*corners, strict=True)
    return min(across), min(up), max(across), max(up)
