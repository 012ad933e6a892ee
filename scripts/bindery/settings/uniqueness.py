"""Names that may stand only once."""

from bindery.findings import Place, Report
from bindery.settings.sentences import same_again


class Names:
    """The names met so far, with their places."""

    def __init__(self, code: str, what: str, report: Report) -> None:
        """Begin with none; a second one is reported under `code` as `WHAT "name" ...`."""
        self._code, self._what, self._report = code, what, report
        self._places: dict[str, Place] = {}

    def meet(self, name: str, place: Place) -> bool:
        """Note a name; False, after a finding that names both places, when it was met before."""
        if name not in self._places:
            self._places[name] = place
            return True
        message = f'{self._what} "{name}" stands here a second time'
        self._report.add(self._code, message, place, same_again(self._places[name]))
        return False
