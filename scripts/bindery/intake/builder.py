"""Plain data with places, built from the events of a YAML parser one by one, without recursion.

Nothing is built that the author did not spell out: no tags, no anchors, no aliases, one document.
"""

import re
from dataclasses import dataclass

from ruamel.yaml.error import StringMark
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from bindery.findings import Place, Report
from bindery.intake.characters import first_unwanted, name_of
from bindery.intake.located import Data, DataPath, Located

# The deepest file of a book nests six deep; beyond 32 somebody is trying something.
DEPTH_LIMIT = 32

_NOTHING = ("", "~", "null", "Null", "NULL")
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
# Numbers that read the same when written back, of a size that every machine holds exactly.
_INT = re.compile(r"0|-?[1-9][0-9]{0,14}")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]{0,9})\.([0-9]{0,5}[1-9]|0)")


class Refusal(Exception):
    """What this press does not read, as a finding to be."""

    def __init__(self, code: str, message: str, place: Place, hint: str = "") -> None:
        """Keep the parts of the finding."""
        super().__init__(message)
        self.code, self.message, self.place, self.hint = code, message, place, hint


@dataclass(slots=True)
class _Collection:
    """A mapping or a list that is not closed yet, where it stands, and the key whose value is awaited."""

    value: dict[str, Data] | list[Data]
    path: DataPath
    key: str | None = None


class Builder:
    """Takes events one by one; `_open` holds the collections that are not closed yet, the innermost last."""

    def __init__(self, file: str, first_line: int) -> None:
        """Begin with nothing; `first_line` is the line of the file on which the YAML begins."""
        self._file, self._first_line = file, first_line
        self._open: list[_Collection] = []
        self._data: Data = None
        self._documents = 0
        self.last = Place(file, first_line)
        self._places: dict[DataPath, Place] = {}

    def mark(self, mark: StringMark | None) -> Place:
        """The place of a mark of the parser."""
        if mark is None:
            return Place(self._file, self._first_line)
        return Place(self._file, mark.line + self._first_line, mark.column + 1)

    def take(self, event: Event) -> None:
        """Let one event happen; Refusal for what this press does not read."""
        place = self.last = self.mark(event.start_mark)
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise Refusal("I015", "a second document begins here", place, 'take the line "---" away')
        elif isinstance(event, NodeEvent):
            self._refuse_references(event, place)
            self._take_node(event, place)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._open.pop()

    def finish(self, report: Report) -> Located | None:
        """All that was taken."""
        if self._data is None:
            hint = 'lines that begin with # do nothing; write "key: value"'
            report.add("I017", "there is nothing in this YAML", Place(self._file, self._first_line), hint)
            return None
        return Located(self._data, self._file, self._places)

    def _refuse_references(self, event: NodeEvent, place: Place) -> None:
        if isinstance(event, AliasEvent) or event.anchor:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            message = f"anchors and aliases are not read here ({sign}{event.anchor})"
            hint = f"write the values out in full; words that begin with {sign} need quotes"
            raise Refusal("I012", message, place, hint)
        tag = getattr(event, "tag", None)
        if tag is not None:
            hint = "take it away; words that begin with ! need quotes"
            raise Refusal("I013", f"tags are not read here ({tag})", place, hint)

    def _take_node(self, event: NodeEvent, place: Place) -> None:
        if self._wants_key():
            self._take_key(event, place)
            return
        path = self._next_path()
        self._places.setdefault(path, place)
        if isinstance(event, ScalarEvent):
            self._put(self._scalar(event, place))
            return
        value: dict[str, Data] | list[Data] = {} if isinstance(event, MappingStartEvent) else []
        self._put(value)
        if len(self._open) >= DEPTH_LIMIT:
            raise Refusal("I014", f"this is nested more than {DEPTH_LIMIT} deep", place, "make it flatter")
        self._open.append(_Collection(value, path))

    def _wants_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._open[-1].key is None

    def _take_key(self, event: NodeEvent, place: Place) -> None:
        if not isinstance(event, ScalarEvent):
            raise Refusal("I016", "a key must be a word, not a list or a mapping", place, "put it in quotes")
        mapping = self._open[-1]
        key = self._checked(event.value, place)
        if key in mapping.value:
            hint = f"it stands already on line {self._places[(*mapping.path, key)].line}; keep one of the two"
            raise Refusal("I011", f'the key "{key}" stands here a second time', place, hint)
        mapping.key = key
        self._places[(*mapping.path, key)] = place

    def _next_path(self) -> DataPath:
        if not self._open:
            return ()
        collection = self._open[-1]
        step = len(collection.value) if collection.key is None else collection.key
        return (*collection.path, step)

    def _put(self, value: Data) -> None:
        if not self._open:
            self._data = value
            return
        collection = self._open[-1]
        if isinstance(collection.value, list):
            collection.value.append(value)
        elif collection.key is not None:
            collection.value[collection.key] = value
            collection.key = None

    def _scalar(self, event: ScalarEvent, place: Place) -> Data:
        text = self._checked(event.value, place)
        return _resolved(text) if event.style is None else text

    def _checked(self, text: str, place: Place) -> str:
        index = first_unwanted(text)
        if index is None:
            return text
        message = f"a character that cannot be seen: {name_of(text[index])}"
        raise Refusal("I006", message, place, "take the escape sequence away")


def _resolved(text: str) -> Data:
    if text in _NOTHING:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
