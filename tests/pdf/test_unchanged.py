"""Finishing changes nothing but the structure: the same words, the same pixels, no larger a file."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from bindery.layout.adjustments import Adjustments
from bindery.pdf.engine import Engine
from bindery.pdf.fence import Fence
from bindery.pdf.finish import finish_part
from pdf.sample_book import FOLDER, chapter, part


@dataclass(frozen=True)
class Files:
    """A chapter with everything in it, as the engine wrote it and as it was finished."""

    before: Path
    after: Path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    engine = Engine(Fence([FOLDER]))
    written = engine.write(engine.lay_out(part(chapter(1, Adjustments()))))
    folder = tmp_path_factory.mktemp("unchanged")
    (folder / "before.pdf").write_bytes(written)
    (folder / "after.pdf").write_bytes(finish_part(written))
    return Files(folder / "before.pdf", folder / "after.pdf")


@pytest.mark.parametrize("mode", ["", "-layout", "-raw"])
def test_poppler_reads_the_same_text(files: Files, mode: str) -> None:
    before, after = (
        subprocess.run(["pdftotext", *mode.split(), str(path), "-"], capture_output=True, check=True).stdout
        for path in (files.before, files.after)
    )
    assert len(before) > 10_000
    assert after == before


def test_pdfium_reads_the_same_text(files: Files) -> None:
    before, after = (texts(path) for path in (files.before, files.after))
    assert after == before


def test_every_pixel_is_the_same(files: Files) -> None:
    before, after = (pictures(path) for path in (files.before, files.after))
    assert len(before) > 3
    assert after == before


def test_the_file_is_not_larger(files: Files) -> None:
    assert files.after.stat().st_size <= files.before.stat().st_size


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def pictures(path: Path) -> list[bytes]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.render(scale=1).to_pil().tobytes() for page in pdf]
