"""The adjustments of the last build: the first guess of the next one, which is laid out once if it confirms them."""

from pydantic import TypeAdapter, ValidationError

from bindery.layout.adjustments import Adjustments
from bindery.pdf import NO_GUESS
from bindery.store import Drawer, name_of

_ADJUSTMENTS = TypeAdapter(Adjustments)


class Guesses:
    """What is remembered of one output."""

    def __init__(self, drawer: Drawer, output: str) -> None:
        """Remember in this drawer, under a name made of the output's."""
        self._drawer, self._name = drawer, name_of(output.encode())

    def last(self) -> Adjustments:
        """The last adjustments; no guess where there are none, or none that can be read."""
        try:
            return _ADJUSTMENTS.validate_json(self._drawer.find(self._name) or b"")
        except ValidationError:
            return NO_GUESS

    def remember(self, adjustments: Adjustments) -> None:
        """Take these for the next time."""
        self._drawer.keep(self._name, _ADJUSTMENTS.dump_json(adjustments))
