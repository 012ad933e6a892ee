"""What the browser is shown, as JSON: put up by the desk, taken down by the server."""

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from threading import Condition

_MOST_KEPT = 4


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A printed page: the name of its picture, its folio, its side."""

    picture: str
    label: str
    side: str


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding, in words: what it weighs and its code, what it is, where, the line itself, and what helps."""

    severity: str
    code: str
    title: str
    message: str
    place: str
    line: str
    hint: str


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document of the e-book: its address below the e-book's, and its title."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody has just written: the index of the page, and the address in the e-book; the count of changes."""

    number: int
    page: int
    address: str


@dataclass(frozen=True, slots=True)
class Showing:
    """Everything on the page. `state` is working, ready or faulty; `ebook` the name under which its files are.

    `ratio` is the width of the paper to its height, as CSS writes it.
    """

    title: str = ""
    state: str = "working"
    words: str = ""
    findings: tuple[ShownFinding, ...] = ()
    pages: tuple[ShownPage, ...] = ()
    ratio: str = "210 / 297"
    ebook: str = ""
    documents: tuple[ShownDocument, ...] = ()
    spot: Spot | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)

    def json(self) -> str:
        """All but the files of the e-book."""
        return json.dumps(asdict(replace(self, files={})))


class Board:
    """The showing of the moment; whoever waits hears of the next."""

    def __init__(self) -> None:
        """Begin empty."""
        self._changed = Condition()
        self._number, self._showing = 0, Showing()
        self._last: deque[Showing] = deque(maxlen=_MOST_KEPT)

    @property
    def showing(self) -> Showing:
        """What is shown now."""
        return self._showing

    def put(self, showing: Showing) -> None:
        """Show this."""
        with self._changed:
            self._number, self._showing = self._number + 1, showing
            self._last.append(showing)
            self._changed.notify_all()

    def book_file(self, book: str, name: str) -> bytes | None:
        """A file of the e-book that is shown, or was a moment ago: a browser may still ask for it."""
        return next((one.files.get(name) for one in tuple(self._last) if one.ebook == book), None)

    def wait(self, number: int, seconds: float) -> tuple[int, Showing]:
        """The number of the showing and the showing, as soon as it is another than `number`, or after so long."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != number, seconds)
            return self._number, self._showing
