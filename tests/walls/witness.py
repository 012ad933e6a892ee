"""Witnesses of a leak: a canary that may stand in no output, and a socket that nobody may call."""

import socket
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image

CANARY = b"canary-7f3a9b-sings"
SECRET_TEXT = f"---\ntitle: {CANARY.decode()}\n---\n{CANARY.decode()}\n"
SECRET_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 40">'
    f'<!-- {CANARY.decode()} --><text y="20" id="f">{CANARY.decode()}</text></svg>'
)
SECRET_CSS = f'body::before {{ content: "{CANARY.decode()}" }}'


def secret_png() -> bytes:
    """A picture whose pixels are the canary, over and over."""
    size = (len(CANARY), 3)
    target = BytesIO()
    Image.frombytes("RGB", size, CANARY * 9).save(target, "PNG")
    return target.getvalue()


def keep_secrets(secrets: Path) -> None:
    """Fill a folder with secrets: a text, a drawing, a picture, a stylesheet, settings."""
    secrets.mkdir(exist_ok=True)
    for name, content in {
        "secret.svg": SECRET_SVG,
        "secret.md": SECRET_TEXT,
        "secret.css": SECRET_CSS,
        "secret.yaml": f"title: {SECRET_TEXT!r}\n",
    }.items():
        (secrets / name).write_text(content)
    (secrets / "secret.png").write_bytes(secret_png())


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file under a folder, and what is in it: archives, streams and words of PDFs, pixels of pictures."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield from _inside(path.name, path.read_bytes())


def _inside(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, content
    if content.startswith(b"%PDF"):
        yield from ((f"{name}: stream", stream) for stream in _streams(content))
        yield f"{name}: words", _words(content).encode()
    elif zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for member in archive.namelist():
                yield from _inside(f"{name}/{member}", archive.read(member))
    elif name.endswith((".png", ".jpg", ".jpeg")):
        yield f"{name}: pixels", Image.open(BytesIO(content)).convert("RGB").tobytes()


def _streams(content: bytes) -> Iterator[bytes]:
    with pikepdf.open(BytesIO(content)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                yield thing.read_bytes() if _is_readable(thing) else thing.read_raw_bytes()
            elif isinstance(thing, pikepdf.Dictionary | pikepdf.Array | pikepdf.String):
                yield thing.unparse(resolved=False)


def _is_readable(stream: pikepdf.Stream) -> bool:
    return stream.get("/Filter") not in {pikepdf.Name.DCTDecode, pikepdf.Name.JPXDecode}


def _words(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def leaks(folder: Path) -> list[str]:
    """Where under a folder the canary sings: as it is, in UTF-16, or with the spaces gone."""
    signs = (CANARY, CANARY.decode().encode("utf-16-be"), CANARY.decode().encode("utf-16-le"))
    return [name for name, content in contents(folder) if any(sign in content for sign in signs)]


@dataclass
class Listener:
    """A socket on the loopback, and how often somebody called."""

    port: int
    calls: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """What to call."""
        return f"http://127.0.0.1:{self.port}"


def listener() -> Listener:
    """A socket that answers every call with a redirect to a file of the machine, and remembers it, for ever."""
    server = socket.create_server(("127.0.0.1", 0))
    listener = Listener(server.getsockname()[1])
    threading.Thread(target=_serve, args=(server, listener), daemon=True).start()
    return listener


def _serve(server: socket.socket, listener: Listener) -> None:
    while True:
        client, _ = server.accept()
        with client:
            listener.calls.append("called")
            client.sendall(b"HTTP/1.0 302 Found\r\nLocation: file:///etc/hostname\r\n\r\n")
