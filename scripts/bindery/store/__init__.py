"""Where the press puts files: whole or not at all, and what it has worked out once."""

from bindery.store.atomic import STRAY, stray_folder, sweep_stray_folders, write_synced, write_whole
from bindery.store.drawer import Drawer, cache_folder, name_of
from bindery.store.memory import give_back

__all__ = [
    "STRAY",
    "Drawer",
    "cache_folder",
    "give_back",
    "name_of",
    "stray_folder",
    "sweep_stray_folders",
    "write_synced",
    "write_whole",
]
