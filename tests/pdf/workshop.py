"""A workshop in this very process: no worker, no bounds, and a memory that lasts for one book."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

from bindery.layout.part import PrintPart
from bindery.pdf import Picture, PictureTask, Signature, Stopped, Workshop
from bindery.pdf.picture import picture
from bindery.pdf.print_part import print_part
from bindery.pdf.task import PrintTask

Given = ParamSpec("Given")
Result = TypeVar("Result")


class OwnHands:
    """Does every task here and now, and counts the parts that were laid out."""

    def __init__(self) -> None:
        self.laid: list[str] = []

    def print(self, tasks: Sequence[PrintTask]) -> Sequence[Signature | Stopped]:
        self.laid += [task.part.slug for task in tasks]
        return [print_part(task) for task in tasks]

    def picture(self, task: PictureTask) -> Picture | Stopped:
        return picture(task)

    def begin(
        self, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs
    ) -> Callable[[], Result]:
        return lambda: work(*given, **named)

    def rest(self) -> None:
        pass


class Memory:
    """Keeps signatures as long as it lives."""

    def __init__(self) -> None:
        self._kept: dict[PrintPart, Signature] = {}

    def find(self, part: PrintPart, *, written: bool) -> Signature | None:
        found = self._kept.get(part)
        return found if found and (found.pdf or not written) else None

    def keep(self, part: PrintPart, signature: Signature) -> None:
        self._kept[part] = signature


def workshop(*folders: Path, hands: OwnHands | None = None) -> Workshop:
    """A workshop whose pages may use these folders."""
    return Workshop(hands or OwnHands(), folders, Memory())
