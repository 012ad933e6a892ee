"""What is kept from one build to the next, and how much of it."""

from bindery.store import Drawer, cache_folder

_MIB = 1024**2
SIGNATURES = Drawer(cache_folder() / "signatures", 256 * _MIB)
GUESSES = Drawer(cache_folder() / "guesses", 16 * _MIB)
SUBSETS = Drawer(cache_folder() / "subsets", 32 * _MIB)
PICTURES = Drawer(cache_folder() / "pictures", 32 * _MIB)
VERDICTS = Drawer(cache_folder() / "verdicts", 4 * _MIB)
STAMPS = Drawer(cache_folder() / "stamps", 4 * _MIB)


def sweep_drawers(*others: Drawer) -> None:
    """Keep all drawers within their limits, and others too."""
    for drawer in (SIGNATURES, GUESSES, SUBSETS, PICTURES, VERDICTS, STAMPS, *others):
        drawer.sweep()
