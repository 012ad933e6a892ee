"""Editions of the real book, built once for all tests of a process."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from bindery.build.reading import read_book
from bindery.build.stages import build_edition
from bindery.build.stamp import Stamp
from bindery.findings import Report
from bindery.model.numbered import NumberedBook

PROJECT = Path(__file__).parents[2]


class Silence:
    """A progress that nobody watches."""

    def stage(self, words: str) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Built:
    """An edition: what it was made from, and its files."""

    numbered: NumberedBook
    pdf: Path
    epub: Path


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Built]:
    """The standard edition, and one with every second chapter."""
    root = tmp_path_factory.mktemp("book")
    shutil.copytree(PROJECT / "book", root / "book")
    stems = sorted(path.stem for path in (root / "book/chapters").glob("*.md"))
    (root / "book/editions/half.yaml").write_text(f"chapters: [{', '.join(stems[::2])}]\n", "utf-8")
    return {name: _built(name, root) for name in ("standard", "half")}


def _built(name: str, root: Path) -> Built:
    report = Report()
    paths = {path.suffix: path for path in build_edition(Stamp(name, root, None), report, Silence())}
    assert not report.has_errors, list(report)
    return Built(read_book(name, root, Report()), paths[".pdf"], paths[".epub"])
