"""The preview from its beginning to its end: when it is interrupted, or when its browser has been gone for long."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from watchfiles import watch

from bindery.layout.templates import LAYOUTS
from bindery.pdf import Crew
from bindery.preview.answers import Desktop
from bindery.preview.board import Board
from bindery.preview.desk import Desk
from bindery.preview.pictures import PagePictures
from bindery.preview.server import Visitors, served

# Milliseconds: an editor writes a file in several steps, all within this time.
_ONE_CHANGE, _STEP = 80, 20
_LOOK_EVERY = 1000


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen: the port (0 for any), and after how many seconds without a browser the preview ends."""

    port: int = 0
    patience: float = 300


def preview(edition: str, root: Path, choices: Choices, tell: Callable[[str], None]) -> None:
    """Show an edition while it is written; `tell` hears the address. Ends with KeyboardInterrupt, or by itself.

    MachineError when the port is taken.
    """
    board, pictures, visitors = Board(), PagePictures(), Visitors()
    desktop = Desktop(board, pictures)
    with (
        Crew() as hands,
        served(desktop.answer, board, visitors, choices.port) as address,
        Desk(edition, root, hands, board, pictures).working() as desk,
    ):
        tell(address)
        for changes in watch(
            root / "book",
            LAYOUTS,
            debounce=_ONE_CHANGE,
            step=_STEP,
            rust_timeout=_LOOK_EVERY,
            yield_on_timeout=True,
        ):
            if changes:
                desk.changed()
            if visitors.gone_for() > choices.patience:
                return
