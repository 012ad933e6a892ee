"""The preview answers one browser on this machine, from memory, and nobody who comes by another way."""

import http.client
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from bindery.findings import MachineError
from bindery.preview.answers import Desktop
from bindery.preview.board import Board, Showing
from bindery.preview.pictures import PagePictures
from bindery.preview.server import Visitors, served

BOOK = {"EPUB/text/one.xhtml": b"<html/>", "EPUB/package.opf": b"<package/>"}


@pytest.fixture
def board() -> Board:
    board = Board()
    board.put(Showing(title="Tea", ebook="abc", files=BOOK))
    return board


@pytest.fixture
def visitors() -> Visitors:
    return Visitors()


@pytest.fixture
def port(board: Board, visitors: Visitors) -> Iterator[int]:
    with served(Desktop(board, PagePictures()).answer, board, visitors, 0) as address:
        assert urlsplit(address).hostname == "127.0.0.1"
        yield urlsplit(address).port or 0


def ask(port: int, path: str = "/", method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    given = {"Host": f"127.0.0.1:{port}"} | {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in given.items():
        connection.putheader(name, value)
    connection.endheaders()
    return connection.getresponse()


@pytest.mark.parametrize("path", ["/", "/preview.css", "/preview.js", "/ebook/abc/EPUB/text/one.xhtml"])
def test_the_page_and_what_belongs_to_it_are_there(port: int, path: str) -> None:
    answer = ask(port, path)
    assert answer.status == 200
    assert answer.read()
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_name_localhost_will_do(port: int) -> None:
    assert ask(port, Host=f"localhost:{port}").status == 200


@pytest.mark.parametrize(
    "host", ["", "evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:{port}"]
)
def test_another_host_is_refused(port: int, host: str) -> None:
    answer = ask(port, Host=host.format(port=port))
    assert (answer.status, answer.read()) == (421, b"")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/", "/events"])
def test_a_page_of_another_site_is_refused(port: int, path: str, headers: dict[str, str]) -> None:
    assert ask(port, path, **headers).status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_another_method_is_refused(port: int, method: str) -> None:
    answer = ask(port, method=method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "//etc/passwd",
        "/../../../../etc/passwd",
        "/preview.js/../page.html.j2",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/ebook/abc/../../book/book.yaml",
        "/ebook/abc/..%2f..%2fbook%2fbook.yaml",
        "/ebook/other/EPUB/text/one.xhtml",
        "/ebook/abc/EPUB/package.opf",
        "/ebook/abc",
        "/page/",
        "/page/x-0",
        "/page/../../book/book.yaml",
        "/page/x-%00",
        "/events/",
    ],
)
def test_there_is_no_path_to_anything_else(port: int, path: str) -> None:
    answer = ask(port, path)
    assert (answer.status, answer.read()) == (404, b"")


@pytest.mark.parametrize(
    "said", [b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x00", b"A" * 70_000]
)
def test_nonsense_is_refused_and_the_next_one_is_answered(port: int, said: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(said)
        line.shutdown(socket.SHUT_WR)
        assert b"200 OK" not in line.makefile("rb").read()
    assert ask(port).status == 200


def test_a_head_is_a_get_without_the_content(port: int) -> None:
    answer = ask(port, method="HEAD")
    assert int(answer.headers["Content-Length"]) > 0
    assert answer.read() == b""


def test_every_showing_is_told_to_whoever_listens(port: int, board: Board, visitors: Visitors) -> None:
    answer = ask(port, "/events")
    assert b'"title": "Tea"' in answer.readline()
    assert visitors.gone_for() == 0
    board.put(Showing(title="Coffee"))
    told = [answer.readline() for _ in range(2)]
    assert b'"title": "Coffee"' in told[1]
    assert b"xhtml" not in told[1]


def test_a_port_that_is_taken_is_the_machines_fault(port: int, board: Board) -> None:
    with pytest.raises(MachineError, match=f"port {port}"), served(lambda _: None, board, Visitors(), port):
        pass
