"""The kinds of journal page: loading them, and whether they can be printed."""

from math import ceil
from pathlib import Path

from bindery.findings import Place, Report
from bindery.intake import Located
from bindery.model.journal import JournalKind, PagePart
from bindery.settings.documents import check_file_name, read_document, yaml_files
from bindery.settings.uniqueness import Names
from bindery.settings.validate import validate
from bindery.settings.value import Placed

# Source: the design of the workbook, parts 2, 3 and 6 (items 11 and 12). All in mm.
PAGE_HEIGHT = 240.0
PROMPT_HEIGHT = 24.0
LINE = 8.0
TRACKER_HEAD, TRACKER_ROW, TRACKER_FOOT = 8.0, 12.0, 8.0
LINE_SCALE = 16.0
# A row of a tracker in boxes takes two rows of them, and air.
BOXES_HEAD, BOXES_ROW = 8.0, 21.333
FOLD = 8.0
LEAST_MAP, MOST_RAYS = 15, 10
# Words stand beside the room, 42 mm wide: some 24 letters of a title, 28 of its help.
WORDS_TOP = 1.667
TITLE_LINE, TITLE_LETTERS = 5.333, 24
HELP_LINE, HELP_LETTERS = 4.0, 28

# The keys that mean something for a part, besides type, title and help.
_USED = {
    "lines": ("lines",),
    "box": ("lines",),
    "tracker": ("rows", "columns"),
    "line-scale": ("left", "right"),
    "field": (),
    "mind-map": ("lines", "columns"),
    "fold": (),
}


def load_journal_kinds(root: Path, report: Report) -> tuple[tuple[Placed[JournalKind], ...], frozenset[str]]:
    """The kinds of book/journal/*.yaml by file name, and the names of those that could not be read."""
    names = Names("S022", "the journal page", report)
    kinds: list[Placed[JournalKind]] = []
    broken: set[str] = set()
    for path in yaml_files("journal", root, report):
        located = read_document(path, root, report)
        kind = validate(JournalKind, located, report) if located else None
        if located is None or kind is None:
            broken.add(path.stem)
            continue
        place = located.place(("name",))
        check_file_name(kind.name, path, place, report)
        _check(kind, located, report)
        if names.meet(kind.name, place):
            kinds.append(Placed(kind, place))
    return tuple(kinds), frozenset(broken)


def height_of(kind: JournalKind) -> float:
    """The height in mm that the prompt and the parts of a guided page need; the page has 240."""
    return head_height(kind) + sum(_height(part) for part in kind.parts)


def head_height(kind: JournalKind) -> float:
    """The height in mm of the prompt, or of the fields beside it where they are taller."""
    fields = sum(part.type == "field" for part in kind.parts)
    return max(PROMPT_HEIGHT, LINE * (fields + 1))


def _height(part: PagePart) -> float:
    """The height of a part: of its room, or of the words beside it where they are taller."""
    match part.type:
        case "field":
            return 0.0
        case "fold":
            return FOLD
        case "mind-map":
            return LINE * part.lines
        case "tracker" if part.has_boxes:
            return BOXES_HEAD + BOXES_ROW * part.rows
        case "tracker":
            return TRACKER_HEAD + TRACKER_ROW * part.rows + TRACKER_FOOT
        case "line-scale":
            return max(LINE_SCALE, _words(part))
        case _:
            return max(LINE * part.lines, _words(part))


def _words(part: PagePart) -> float:
    title, help_ = ceil(len(part.title) / TITLE_LETTERS), ceil(len(part.help) / HELP_LETTERS)
    return WORDS_TOP + TITLE_LINE * title + HELP_LINE * help_


def _check(kind: JournalKind, located: Located, report: Report) -> None:
    if kind.ruling == "guided":
        _check_guided(kind, located, report)
    elif kind.parts and kind.ruling != "cornell":
        hint = 'write "ruling: guided", or take the parts away'
        report.add(
            "S024", f'a page with the ruling "{kind.ruling}" prints no parts', located.place(("parts",)), hint
        )
    for index, part in enumerate(kind.parts):
        _check_part(part, index, located, report)


def _check_guided(kind: JournalKind, located: Located, report: Report) -> None:
    if not kind.parts:
        hint = 'list under "parts:" what stands on the page, from top to bottom'
        report.add("S021", f'the guided page "{kind.name}" has no parts', located.place(("ruling",)), hint)
    height = height_of(kind)
    if height > PAGE_HEIGHT:
        hint = f"take {ceil((height - PAGE_HEIGHT) / LINE)} lines or more away"
        message = f"the parts need about {height:.0f} mm, and the page has {PAGE_HEIGHT:.0f}"
        report.add("S023", message, located.place(("parts",)), hint)


def _check_part(part: PagePart, index: int, located: Located, report: Report) -> None:
    path = ("parts", index)
    if part.type == "tracker" and not part.columns:
        hint = "write columns: [Mon, Tue, Wed, Thu, Fri, Sat, Sun]"
        report.add("S025", f'the tracker "{part.title}" has no columns', located.place(path), hint)
    if part.type == "line-scale" and not (part.left and part.right):
        hint = "write left: and right:, the words at the two ends"
        report.add("S025", f'the line "{part.title}" has no words at its ends', located.place(path), hint)
    if part.type == "mind-map":
        _check_map(part, located.place(path), report)
    for key in located.keys(path):
        if key not in ("type", "title", "help", *_USED[part.type]):
            message = f'"{key}" means nothing for a part of the type "{part.type}"'
            report.add("S026", message, located.place((*path, key)), "take it away, or change the type")


def _check_map(part: PagePart, place: Place, report: Report) -> None:
    if part.lines < LEAST_MAP:
        hint = f"write lines: {LEAST_MAP} or more; a page has 27 below its prompt"
        report.add("S025", f'the mind map "{part.title}" has no room', place, hint)
    if len(part.columns) > MOST_RAYS:
        hint = f"{MOST_RAYS} at most; readers draw the others"
        report.add("S025", f'the mind map "{part.title}" has too many rays', place, hint)
