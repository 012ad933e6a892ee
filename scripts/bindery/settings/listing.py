"""The reading order in book.yaml against the files that there are."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from bindery.findings import Place, Report
from bindery.intake import Located, place_of, read_text, read_yaml, suggestion
from bindery.settings.sentences import same_again
from bindery.settings.value import Listed

PARTS = ("front", "chapters", "extras", "back")


def existing(part: str, located: Located, root: Path, report: Report) -> tuple[Listed, ...]:
    """The files that a list of book.yaml names and that exist, each once; findings for the others."""
    earlier = _earlier(part, located)
    listed: list[Listed] = []
    for path, place in entries(part, located):
        if not is_below_book(path, place, report):
            continue
        if path in earlier:
            report.add("S010", f'"{path}" is listed twice', place, same_again(earlier[path]))
            continue
        earlier[path] = place
        if _exists(path, place, root, report):
            listed.append(Listed(path, place))
    return tuple(listed)


def entries(part: str, located: Located) -> Iterator[tuple[str, Place]]:
    """What one of the four lists names, with the place of each line."""
    paths = located.at((part,))
    for index, path in enumerate(paths if isinstance(paths, list) else ()):
        if isinstance(path, str):
            yield normal(path), located.place((part, index))


def normal(path: str) -> str:
    """A path without what means nothing in it: `./chapters//one.md` is `chapters/one.md`."""
    return PurePosixPath(path.strip()).as_posix()


def check_nothing_is_unlisted(located: Located, root: Path, report: Report) -> None:
    """Report every Markdown file in the four folders that no list names and no edition welcomes with."""
    known = {path for part in PARTS for path, _ in entries(part, located)} | _welcomes(root)
    for path in _markdown_files(root):
        if path not in known:
            folder = path.partition("/")[0]
            hint = f'add "- {path}" to "{folder}" in book/book.yaml, or move the file out of that folder'
            report.add(
                "S012", f'no list in book.yaml names "{path}"', place_of(root / "book" / path, root, 1), hint
            )


def is_below_book(path: str, place: Place, report: Report) -> bool:
    """Whether a path from book/ stays there; a finding for one that does not, by its words alone."""
    if "\\" in path:
        report.add(
            "S013", f'"{path}" is divided by backslashes', place, f'write "{path.replace(chr(92), "/")}"'
        )
        return False
    if path.startswith(("/", "~")) or ".." in PurePosixPath(path).parts or path[1:2] == ":":
        hint = 'write the path from the folder book, such as "chapters/01-beginning.md"'
        report.add("S013", f'"{path}" leads out of the folder book', place, hint)
        return False
    if path.startswith("book/"):
        hint = f'write "{path.removeprefix("book/")}"'
        report.add("S013", f'"{path}": paths begin inside the folder book', place, hint)
        return False
    return True


def _earlier(part: str, located: Located) -> dict[str, Place]:
    before = PARTS[: PARTS.index(part)]
    return {path: place for name in reversed(before) for path, place in entries(name, located)}


def _exists(path: str, place: Place, root: Path, report: Report) -> bool:
    if not path.endswith(".md"):
        hint = suggestion(f"{path}.md", _markdown_files(root)) or "a piece is a Markdown file"
        report.add("S014", f'"{path}" does not end in .md', place, hint)
        return False
    if (root / "book" / path).is_dir():
        report.add("S011", f'"{path}" is a folder', place, "name a file in it, or take the line away")
        return False
    if not (root / "book" / path).is_file():
        hint = suggestion(path, _markdown_files(root)) or "make the file, or take the line away"
        report.add("S011", f'there is no file "{path}" in the folder book', place, hint)
        return False
    return True


def _markdown_files(root: Path) -> tuple[str, ...]:
    book = root / "book"
    found = (path for part in PARTS for path in (book / part).rglob("*") if path.suffix.lower() == ".md")
    return tuple(sorted(path.relative_to(book).as_posix() for path in found))


def _welcomes(root: Path) -> frozenset[str]:
    """The welcome pages that editions name; what is wrong with an edition is said when it is loaded."""
    silent = Report()
    texts = ((path, read_text(path, root, silent)) for path in (root / "book" / "editions").glob("*.yaml"))
    documents = (read_yaml(text, path.name, silent) for path, text in texts if text is not None)
    return frozenset(normal(str(document.at(("welcome",)))) for document in documents if document)
