"""A reading engine in Chromium, and a book read in it: opened, turned from document to document, looked at."""

import json
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from bindery.checks.loopback import Answer, served
from bindery.checks.programs import HOW_TO_INSTALL, NODE_MODULES, home_of_its_own, program
from bindery.checks.verdict import JudgeMissing, Subject, finding
from bindery.findings import Finding

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_HERE = Path(__file__).with_name("browser")
SCREENS = ((600, 800), (320, 480))
"""CSS pixels: a small e-reader, and the smallest telephone that anybody reads on."""
_MILLISECONDS = 30_000
_MEDIA_TYPES = {".js": "text/javascript", ".html": "text/html"}
# Chromium says this of an engine's own frame, whatever the book.
_NOT_OF_THE_BOOK = ("both allow-scripts and allow-same-origin",)
_LONGEST = 300
_PASSING = re.compile(r"(blob:)?http://127\.0\.0\.1:\d+/([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?")


@dataclass(frozen=True, slots=True)
class Engine:
    """A reading engine: our page that starts it, and the packages of tests/node that it needs, its own first."""

    page: str
    packages: tuple[str, ...]


FOLIATE = Engine("foliate.html", ("foliate-js",))
EPUB_JS = Engine("epubjs.html", ("epubjs", "jszip"))


@dataclass(frozen=True, slots=True)
class _Noises:
    """What the browser complained of while a document was open."""

    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def taken(self) -> "_Noises":
        """What there is so far, after which there is nothing."""
        taken = _Noises(self.errors[:], self.requests[:])
        self.errors.clear()
        self.requests.clear()
        return taken


@dataclass(frozen=True, slots=True)
class Reader:
    """An engine that is ready; `version` names it and its browser."""

    engine: Engine
    browser: "Browser"
    version: str

    def findings(
        self, book: bytes, subject: Subject, screens: Sequence[tuple[int, int]]
    ) -> tuple[Finding, ...]:
        """What is found in a book when all its documents are read on screens of these sizes, each thing once."""
        found = [each for screen in screens for each in self._read(book, subject, screen)]
        return tuple(dict.fromkeys(found))

    def _read(self, book: bytes, subject: Subject, screen: tuple[int, int]) -> list[Finding]:
        files = served(lambda path: _file(path, self.engine, book))
        with files as address, _page(self.browser, screen) as (page, noises):
            page.goto(f"{address}/")
            return list(_findings(page, noises, subject))


@contextmanager
def reader(engine: Engine) -> Iterator[Reader]:
    """An engine in a browser with a home folder that goes with it, and no way to any other machine.

    Raises:
        JudgeMissing: playwright, Chromium or a package of the engine is not there.
    """
    if find_spec("playwright") is None:
        raise JudgeMissing(f"reading needs the Python package playwright; {HOW_TO_INSTALL}")
    folders = [NODE_MODULES / name for name in engine.packages]
    if not all((folder / "package.json").is_file() for folder in folders):
        raise JudgeMissing(f"reading needs the packages of tests/node; {HOW_TO_INSTALL}")
    version = json.loads((folders[0] / "package.json").read_text("utf-8"))["version"]
    with _browser(program("chromium", "reading")) as browser:
        yield Reader(engine, browser, f"{version}, Chromium {browser.version}")


@contextmanager
def _browser(chromium: str) -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - there only where the tests' packages are

    with TemporaryDirectory(prefix="bindery-reading-") as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
            env={**os.environ, **home_of_its_own(home)},
        )
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def _page(browser: "Browser", screen: tuple[int, int]) -> "Iterator[tuple[Page, _Noises]]":
    context = browser.new_context(viewport={"width": screen[0], "height": screen[1]})
    page, noises = context.new_page(), _Noises()
    page.on("console", lambda said: _listen(noises, said.type, said.text))
    page.on("pageerror", lambda error: _listen(noises, "error", str(error)))
    page.on("requestfailed", lambda request: noises.requests.append(request.url))
    page.on("response", lambda reply: noises.requests.append(reply.url) if not reply.ok else None)
    try:
        yield page, noises
    finally:
        context.close()


def _listen(noises: _Noises, kind: str, text: str) -> None:
    if kind in ("error", "warning") and not any(known in text for known in _NOT_OF_THE_BOOK):
        noises.errors.append(_lasting(" ".join(text.split()))[:_LONGEST])


def _lasting(text: str) -> str:
    """Words without what changes with every run: our port, and the names that browsers give to what they unpack."""
    return _PASSING.sub("", text)


def _file(path: str, engine: Engine, book: bytes) -> Answer | None:
    if path == "/book":
        return book, "application/octet-stream"
    if path == "/favicon.ico":
        return b"", "image/x-icon"
    name = path.lstrip("/") or engine.page
    inside_package = name.partition("/")[0] in engine.packages
    folder = (NODE_MODULES if inside_package else _HERE).resolve()
    wanted = (folder / name).resolve()
    if not wanted.is_relative_to(folder) or not wanted.is_file():
        return None
    return wanted.read_bytes(), _MEDIA_TYPES.get(wanted.suffix, "application/octet-stream")


class _NoAnswer(Exception):
    """The page did not answer; the message says why."""


class _TooLate(_NoAnswer):
    """The page did not answer in time; it will not answer the next question either."""


def _ask(page: "Page", question: str, argument: object = None) -> Any:
    """The answer of the page to a JavaScript function. _NoAnswer when there is none."""
    from playwright import sync_api  # noqa: PLC0415 - as above

    try:
        return page.wait_for_function(question, arg=argument, timeout=_MILLISECONDS).json_value()
    except sync_api.TimeoutError:
        raise _TooLate(f"nothing came within {_MILLISECONDS // 1000} seconds") from None
    except sync_api.Error as error:
        raise _NoAnswer(_lasting(" ".join(str(error).split()))[:_LONGEST]) from None


def _findings(page: "Page", noises: _Noises, subject: Subject) -> Iterator[Finding]:
    try:
        _ask(page, "() => window.openBook")
        names = _ask(page, "() => openBook()")
    except _NoAnswer as reason:
        yield finding("C020", f"the e-book does not open: {reason}", subject.place())
        return
    if not names:
        yield finding("C020", "the e-book has no document to read", subject.place())
    for index, name in enumerate(names):
        try:
            yield from _told(_ask(page, "index => look(index)", index), subject, name)
        except _NoAnswer as reason:
            yield finding("C020", f"the document does not open: {reason}", subject.place(name))
            if isinstance(reason, _TooLate):
                return
        yield from _heard(noises.taken(), subject, name)


def _told(seen: dict[str, Any], subject: Subject, name: str) -> Iterator[Finding]:
    """Findings from what the page itself looked at."""
    place = subject.place(name)
    if seen["malformed"] or seen["empty"]:
        what = "is not well formed" if seen["malformed"] else "is empty when it is read"
        yield finding("C020", f"the document {what}", place)
    yield from (finding("C023", f"the font {face} does not load", place) for face in seen["fonts"])
    yield from (finding("C024", f"the picture does not show: {alt}", place) for alt in seen["images"])
    yield from (finding("C025", f"wider than the page: {what}", place) for what in seen["wide"])


def _heard(noises: _Noises, subject: Subject, name: str) -> Iterator[Finding]:
    """Findings from what the browser complained of meanwhile."""
    place = subject.place(name)
    yield from (
        finding("C021", f"the browser reports: {said}", place) for said in dict.fromkeys(noises.errors)
    )
    yield from (
        finding("C022", f"cannot be loaded: {_lasting(url)}", place) for url in dict.fromkeys(noises.requests)
    )
