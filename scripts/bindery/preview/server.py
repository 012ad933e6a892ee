"""A server to a browser on this machine. It answers from memory, and to nobody who came by another name.

It listens on the loopback address only. A page of another site that leads its own name here (DNS rebinding) is refused
by the Host, and one that asks across sites by what the browser tells of it. There is no path to any file.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any
from urllib.parse import urlsplit

from bindery.findings import MachineError
from bindery.preview.board import Board

LOOPBACK = "127.0.0.1"
# Seconds between two signs of life, by which a browser that has gone is noticed.
_HEARTBEAT = 2.0
_METHODS = ("GET", "HEAD")
_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# The e-book's own pages: no script, no form, nothing from elsewhere.
BOOK_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent for a path. What `stays` the same under its name need not be asked for again."""

    content: bytes
    media_type: str
    policy: str = _PAGE_POLICY
    stays: bool = False


Answers = Callable[[str], Answer | None]


class Visitors:
    """How many browsers look, and since when none has."""

    def __init__(self) -> None:
        """Nobody looks yet."""
        self._lock, self._count, self._since = Lock(), 0, time.monotonic()

    @contextmanager
    def visit(self) -> Iterator[None]:
        """A browser looks."""
        with self._lock:
            self._count += 1
        try:
            yield
        finally:
            with self._lock:
                self._count, self._since = self._count - 1, time.monotonic()

    def gone_for(self) -> float:
        """Seconds for which no browser has looked."""
        with self._lock:
            return 0.0 if self._count else time.monotonic() - self._since


@contextmanager
def served(answers: Answers, board: Board, visitors: Visitors, port: int) -> Iterator[str]:
    """The address of the server, on this port or on any (0). MachineError when the port is taken."""
    try:
        server = _Server(answers, board, visitors, port)
    except OSError as error:
        raise MachineError(
            f"port {port} cannot be used: {error.strerror}", "name another one, or none"
        ) from error
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield f"http://{LOOPBACK}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def refusal(method: str, headers: Message | Mapping[str, str], port: int) -> HTTPStatus | None:
    """Why a request is not answered; None when it may be."""
    if method not in _METHODS:
        return HTTPStatus.METHOD_NOT_ALLOWED
    names = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}
    if headers.get("Host", "") not in names:
        return HTTPStatus.MISDIRECTED_REQUEST
    origin = headers.get("Origin")
    if headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
        return HTTPStatus.FORBIDDEN
    if origin is not None and origin.removeprefix("http://") not in names:
        return HTTPStatus.FORBIDDEN
    return None


class _Server(ThreadingHTTPServer):
    """Answers each browser in a thread of its own, which does not outlive the preview."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, answers: Answers, board: Board, visitors: Visitors, port: int) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.answers, self.board, self.visitors = answers, board, visitors


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"
    server_version, sys_version = "bindery", ""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == "/events":
            self._tell()
            return
        answer = self.server.answers(path)
        if answer is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._send(answer)

    def do_HEAD(self) -> None:
        self.do_GET()

    def parse_request(self) -> bool:
        if not super().parse_request():
            return False
        status = refusal(self.command, self.headers, self.server.server_port)
        if status is not None:
            self._refuse(status)
        return status is None

    def _refuse(self, status: HTTPStatus) -> None:
        self.send_response(status)
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", ", ".join(_METHODS))
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True

    def _send(self, answer: Answer) -> None:
        self.send_response(HTTPStatus.OK)
        self._send_headers(answer)
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        if self.command != "HEAD":
            with suppress(ConnectionError):
                self.wfile.write(answer.content)

    def _send_headers(self, answer: Answer) -> None:
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Security-Policy", answer.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "private, max-age=3600" if answer.stays else "no-store")

    def _tell(self) -> None:
        """Tell of every new showing until the browser has gone."""
        self.send_response(HTTPStatus.OK)
        self._send_headers(Answer(b"", "text/event-stream; charset=utf-8"))
        self.end_headers()
        if self.command == "HEAD":
            return
        number = -1
        with self.server.visitors.visit(), suppress(ConnectionError):
            while True:
                new, showing = self.server.board.wait(number, _HEARTBEAT)
                said = ": \n\n" if new == number else f"data: {showing.json()}\n\n"
                self.wfile.write(said.encode())
                number = new

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's names
        """Say nothing: what fails is told in the browser."""
