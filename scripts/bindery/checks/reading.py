"""Reading the e-book as readers do: in foliate-js and epub.js, the engines of many reading programs, and on a Kindle.

The Kindle's file is made by calibre, and read in foliate-js: it is not Amazon's own converter, and no device.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bindery.checks.programs import (
    home_of_its_own,
    node_packages,
    package_versions,
    program,
    run,
    version_of,
)
from bindery.checks.reader import EPUB_JS, FOLIATE, SCREENS, Engine, reader
from bindery.checks.verdict import Judge, JudgeBroke, Subject, Verdicts, verdict

_SECONDS = 180
_AZW3 = "AZW3"
_CONVERT, _CONVERSION = "ebook-convert", "the conversion for Kindle"


def _read(judge: Judge, engine: Engine, subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
    with reader(engine) as reading:
        return tuple(
            (
                verdict(
                    judge.name, reading.version, reading.findings(subject.path.read_bytes(), subject, SCREENS)
                ),
            )
            for subject in subjects
        )


def examine(subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
    """One verdict on each e-book, by foliate-js. JudgeMissing when something that it needs is not there."""
    return _read(JUDGE, FOLIATE, subjects)


def examine_in_epub_js(subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
    """One verdict on each e-book, by epub.js. JudgeMissing when something that it needs is not there."""
    return _read(EPUBJS, EPUB_JS, subjects)


def examine_for_kindle(subjects: Sequence[Subject]) -> tuple[Verdicts, ...]:
    """One verdict on each e-book: converted to AZW3, and that read.

    Raises:
        JudgeMissing: calibre, or something that reading needs, is not there.
        JudgeBroke: calibre made no file.
    """
    convert = program(_CONVERT, _CONVERSION)
    calibre = version_of(_CONVERT, _CONVERSION).decode().splitlines()[0]
    with reader(FOLIATE) as reading:
        version = f"{calibre}, foliate-js {reading.version}"
        return tuple(
            (verdict(KINDLE.name, version, reading.findings(book, subject, SCREENS), _AZW3),)
            for subject in subjects
            for book in (_converted(subject, convert),)
        )


def _converted(subject: Subject, convert: str) -> bytes:
    with TemporaryDirectory(prefix="bindery-kindle-") as folder:
        target = Path(folder) / "book.azw3"
        command = [convert, str(subject.path.resolve()), str(target)]
        ran = run(command, seconds=_SECONDS, environment=home_of_its_own(folder))
        if ran.code or not target.is_file():
            raise JudgeBroke(f"calibre made no AZW3 (exit code {ran.code}): {ran.last_words}")
        return target.read_bytes()


def _made_of() -> tuple[bytes, ...]:
    return version_of("chromium", "reading"), node_packages(), *package_versions("playwright")


def _made_of_for_kindle() -> tuple[bytes, ...]:
    return version_of(_CONVERT, _CONVERSION), *_made_of()


_LOOKS_AT = "whether every page opens in a reading program"
JUDGE = Judge("Reading in foliate-js", ".epub", _LOOKS_AT, examine, _made_of, slow=True)
EPUBJS = Judge("Reading in epub.js", ".epub", _LOOKS_AT, examine_in_epub_js, _made_of, slow=True)
KINDLE = Judge(
    "Kindle, by calibre",
    ".epub",
    "whether it can be converted and read",
    examine_for_kindle,
    _made_of_for_kindle,
    _AZW3,
    slow=True,
)
