"""A server of a few files to a browser on this machine, on a port of its own, for as long as it is needed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

Answer = tuple[bytes, str]
Files = Callable[[str], Answer | None]


@contextmanager
def served(files: Files) -> Iterator[str]:
    """The address of a server that answers with `files(path)`: bytes and media type, or None for not found."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(files))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(files: Files) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = files(unquote(urlsplit(self.path).path))
            if answer is None:
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            body, media_type = answer
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's names
            """Say nothing: what fails is reported by the browser."""

    return Handler
