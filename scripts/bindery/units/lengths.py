"""Conversions between millimetres, PostScript points (1/72 inch) and CSS pixels (1/96 inch)."""

MM_PER_INCH = 25.4


def mm_of_pt(points: float) -> float:
    """Millimetres of a length in points."""
    return points * MM_PER_INCH / 72


def pt_of_mm(millimetres: float) -> float:
    """Points of a length in millimetres."""
    return millimetres * 72 / MM_PER_INCH


def mm_of_px(pixels: float) -> float:
    """Millimetres of a length in CSS pixels."""
    return pixels * MM_PER_INCH / 96


def px_of_mm(millimetres: float) -> float:
    """CSS pixels of a length in millimetres."""
    return millimetres * 96 / MM_PER_INCH
