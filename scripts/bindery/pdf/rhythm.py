"""Back to the lines of text: blocks of any height end where the next line of text may stand."""

from collections.abc import Mapping

# mm from line to line of text; source: the design, one idea: three to a square of 16.
LINE = 16 / 3
# mm below which nobody sees a difference.
_SAME = 0.02


def snaps(heights: Mapping[str, float]) -> dict[str, float]:
    """What is missing at the foot of each block to a whole number of lines (mm), where it is more than nothing."""
    missing = {key: round(-height % LINE, 3) for key, height in heights.items()}
    return {key: mm for key, mm in missing.items() if _SAME < mm < LINE - _SAME}
