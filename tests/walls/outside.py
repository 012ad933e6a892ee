"""Nothing outside the book is read, and nothing is called: every way out tried against the reader and the fence."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from io import StringIO
from pathlib import Path

from bindery.findings import Report
from bindery.show import show_findings
from walls.proof import Flaw, Proof, Trial, Verdict, verdict_on
from walls.room import End, Outcome, check, laid_out, read
from walls.vectors import Vector, page_vectors, set_out, vectors
from walls.witness import CANARY, Listener, keep_secrets, leaks, listener

VECTORS = tuple(vectors())
PAGES = page_vectors()


@contextmanager
def nobody_is_asked() -> Iterator[list[str]]:
    """Remember every name that somebody wants to look up, and every address that somebody connects to."""
    asked: list[str] = []
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def connecting(self: socket.socket, address: object) -> None:
        asked.append(str(address))
        connect(self, address)  # type: ignore[arg-type]

    def looking_up(*names: object, **options: object) -> object:
        asked.append(str(names))
        return look_up(*names, **options)  # type: ignore[arg-type]

    socket.socket.connect = connecting  # type: ignore[method-assign,assignment]
    socket.getaddrinfo = looking_up  # type: ignore[assignment]
    try:
        yield asked
    finally:
        socket.socket.connect, socket.getaddrinfo = connect, look_up  # type: ignore[method-assign]


@contextmanager
def _set_up(folder: Path, _seed: int) -> Iterator[Trial]:
    call = listener()

    def trial(number: int) -> Verdict:
        index, place = number % (len(VECTORS) + len(PAGES)), folder / str(number)
        place.mkdir()
        called = len(call.calls)
        with nobody_is_asked() as asked:
            if index < len(VECTORS):
                name, verdict = _through_the_reader(VECTORS[index], place, call)
            else:
                name, verdict = _through_the_fence(PAGES[index - len(VECTORS)], place, call)
        calls = (Flaw.CALL,) * (len(call.calls) > called or bool(asked))
        return Verdict(verdict.end, (*verdict.flaws, *calls), f"{name}: {verdict.words} {asked}")

    yield trial


def _through_the_reader(vector: Vector, place: Path, call: Listener) -> tuple[str, Verdict]:
    """A book that asks for something outside: refused, and neither terminal nor report tells what is there."""
    root = set_out(vector, place / "project", place / "secrets", call.address)
    outcome = read(root)
    check(root)
    told = CANARY.decode() in outcome.told + on_the_terminal(outcome, root)
    found = leaks(root / "output")
    flaws = [Flaw.LEAK] * (told or bool(found)) + [Flaw.WRONG] * (outcome.end is not End.REFUSED)
    verdict = verdict_on(outcome, *flaws)
    return vector.name, Verdict(verdict.end, verdict.flaws, f"{verdict.words} {found}")


def on_the_terminal(outcome: Outcome, root: Path) -> str:
    """What a person sees of the findings."""
    report = Report()
    for finding in outcome.findings:
        report.add(finding.code, finding.message, finding.place, finding.hint)
    with redirect_stderr(StringIO()) as terminal:
        show_findings(report, root)
    return terminal.getvalue()


def _through_the_fence(page: str, place: Path, call: Listener) -> tuple[str, Verdict]:
    """A page that a template might have let through: the engine gets nothing from outside."""
    secrets, book, out = place / "secrets", place / "book", place / "out"
    for folder in (book, out):
        folder.mkdir()
    keep_secrets(secrets)
    (book / "link.png").symlink_to(secrets / "secret.png")
    html = page.replace("{outside}", secrets.as_uri()).replace("{call}", call.address)
    pdf, is_refused = laid_out(html.replace("{inside}", book.as_uri()), book)
    (out / "x.pdf").write_bytes(pdf)
    # The engine itself draws no <use> of another file; everything else is refused, and said.
    silent = not is_refused and "<use" not in html
    flaws = (Flaw.LEAK,) * bool(leaks(out)) + (Flaw.SILENT,) * silent
    return page, Verdict(End.REFUSED if is_refused else End.DONE, flaws)


COUNT = len(VECTORS) + len(PAGES)
PROOF = Proof(
    "ways out",
    "What asks for something outside the book is refused with a file and a line; nothing from there stands in any "
    "output, in the report or on the terminal, and nobody is called.",
    f"{len(VECTORS)} books (paths, links on the disk, file, data and network addresses, redirects, CSS imports, fonts, "
    "SVG images, uses, filters and entities, settings, tags, raw HTML, templates), each read, checked and told on a "
    f"terminal; and {len(PAGES)} pages given straight to the engine behind its fence (attachments, styles, fonts, "
    "images). A canary lies beside the book; a socket listens on the loopback; every name looked up is seen.",
    few=COUNT,
    many=COUNT,
    set_up=_set_up,
)
