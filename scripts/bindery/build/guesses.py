"""The adjustments of the last build: the first guess of the next one, which is laid out once if it confirms them."""

from pydantic import TypeAdapter, ValidationError

from bindery.layout.adjustments import Adjustments
from bindery.pdf import NO_GUESS
from bindery.store import Drawer, name_of

_ADJUSTMENTS = TypeAdapter(Adjustments)


class Guesses:
    """What is remembered of one output, or else of another edition's."""

    def __init__(self, drawer: Drawer, edition: str, output: str) -> None:
        """Remember in this drawer, under names made of these."""
        self._drawer = drawer
        self._own, self._any = (name_of(name.encode()) for name in (f"{edition}/{output}", output))

    def last(self) -> Adjustments:
        """The last adjustments; no guess where there are none, or none that can be read."""
        try:
            return _ADJUSTMENTS.validate_json(
                self._drawer.find(self._own) or self._drawer.find(self._any) or b""
            )
        except ValidationError:
            return NO_GUESS

    def remember(self, adjustments: Adjustments) -> None:
        """Take these for the next time."""
        for name in (self._own, self._any):
            self._drawer.keep(name, _ADJUSTMENTS.dump_json(adjustments))
