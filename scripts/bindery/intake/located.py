"""Plain data that knows where each of its parts stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from bindery.findings import Place

Data = dict[str, "Data"] | list["Data"] | str | int | float | bool | None
DataPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """What a YAML document says, and the place of everything in it, by the path of keys and indexes that leads there.

    A number is an int or a float only when it reads the same when written back: `1.10`, `0123` and `1e5` stay text,
    so that no version or ISBN loses a digit. A date stays text as well.
    """

    data: Data
    file: str
    places: Mapping[DataPath, Place]

    def place(self, path: DataPath = ()) -> Place:
        """The place of the key (or of the entry of a list) at this path, or of the nearest thing round it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file))

    def at(self, path: DataPath) -> Data:
        """The data at this path; None when there is nothing."""
        found: Data = self.data
        for step in path:
            if isinstance(found, dict) and isinstance(step, str):
                found = found.get(step)
            elif isinstance(found, list) and isinstance(step, int) and step < len(found):
                found = found[step]
            else:
                return None
        return found

    def keys(self, path: DataPath = ()) -> tuple[str, ...]:
        """The keys of the mapping at this path; none when it is no mapping."""
        found = self.at(path)
        return tuple(found) if isinstance(found, dict) else ()
