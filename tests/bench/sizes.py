"""Books of many sizes made of the standard one: its chapters, over and over, each copy with ids of its own."""

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from bindery.store import STRAY

PROJECT = Path(__file__).resolve().parents[2]
EDITION, SECOND = "bench", "second"
# What the chapters and the front and back matter of the standard edition take, roughly: pages.
_CHAPTER, _REST = 31, 72
_ID = re.compile(r"(?<=[{ ])#([\w-]+)(?=[ }])")
_ONCE = re.compile(r"^(:{3,}) questionnaire .*\n\1\n", re.MULTILINE)
_TITLE = re.compile(r"^(title: .*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Bench:
    """A project of its own, with the press in it and a cache of its own, and a book of about so many pages.

    `chapters` are those of the book, in their order.
    """

    root: Path
    pages: int
    chapters: tuple[Path, ...]

    @property
    def output(self) -> Path:
        """Where the files of the edition come."""
        return self.root / "output" / EDITION

    def forget(self) -> None:
        """Begin as after `make clean`, but for the cut fonts, which are the same for every book."""
        shutil.rmtree(self.root / "output", ignore_errors=True)
        for drawer in (self.root / ".cache").glob("*"):
            if drawer.name != "fonts":
                shutil.rmtree(drawer)

    def write_a_paragraph(self, words: str) -> None:
        """Put words before the first long paragraph of the chapter in the middle of the book."""
        chapter = self.chapters[len(self.chapters) // 2]
        lines = chapter.read_text("utf-8").split("\n")
        index = next(index for index, line in enumerate(lines) if len(line) > 200 and line[0].isalpha())
        lines[index] = f"{words} {lines[index]}"
        chapter.write_text("\n".join(lines), "utf-8")


def set_up(folder: Path, pages: int) -> Bench:
    """A bench in this folder, for a book of about so many pages; 0 for the standard edition as it is."""
    for name in ("scripts", "layouts", "book"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    if (PROJECT / ".cache" / "fonts").is_dir():
        cutting = shutil.ignore_patterns(f"{STRAY}*")
        shutil.copytree(PROJECT / ".cache" / "fonts", folder / ".cache" / "fonts", ignore=cutting)
    originals = sorted((folder / "book" / "chapters").glob("*.md"))
    count = max(1, round((pages - _REST) / _CHAPTER)) if pages else len(originals)
    return Bench(folder, pages, _chosen(folder, originals, count))


def _chosen(folder: Path, originals: Sequence[Path], count: int) -> tuple[Path, ...]:
    """So many chapters, and two editions that have them."""
    texts = {path: path.read_text("utf-8") for path in originals}
    chosen = [
        _copy(originals[number % len(originals)], number // len(originals), texts) for number in range(count)
    ]
    yaml, settings = YAML(), folder / "book" / "book.yaml"
    data = yaml.load(settings)
    data["chapters"] = [f"chapters/{path.name}" for path in dict.fromkeys([*originals, *chosen])]
    yaml.dump(data, settings)
    names = "\n".join(f"  - {path.stem}" for path in chosen)
    for edition, group in ((EDITION, "Bench"), (SECOND, "Riverside Library")):
        file = folder / "book" / "editions" / f"{edition}.yaml"
        file.write_text(f"organisation: {group}\nchapters:\n{names}\n", "utf-8")
    return tuple(chosen)


def _copy(original: Path, number: int, texts: dict[Path, str]) -> Path:
    """The chapter itself, or its copy of this number: other ids, another title, and no questionnaire a second time."""
    if number == 0:
        return original
    text = _ONCE.sub("", texts[original])
    for name in set(_ID.findall(text)):
        text = re.sub(rf"#{name}(?![\w-])", f"#{name}-{number}", text)
    text = _TITLE.sub(rf"\1 ({number + 1})", text, count=1)
    path = original.with_name(f"{original.stem}-{number + 1}.md")
    path.write_text(text, "utf-8")
    return path
