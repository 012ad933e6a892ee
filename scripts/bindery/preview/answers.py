"""What there is to ask for: the page itself, the pictures of printed pages, and the files of the e-book."""

from dataclasses import asdict
from json import dumps

from bindery.layout.templates import layout_file, render
from bindery.preview.board import Board
from bindery.preview.pictures import PagePictures
from bindery.preview.server import BOOK_POLICY, Answer
from bindery.preview.words import WORDS

_OWN = {"/preview.css": "text/css; charset=utf-8", "/preview.js": "text/javascript; charset=utf-8"}
_BOOK_TYPES = {
    "xhtml": "application/xhtml+xml",
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "ttf": "font/ttf",
}


class Desktop:
    """The paths of the preview, each looked up in memory."""

    def __init__(self, board: Board, pictures: PagePictures) -> None:
        """Show what is on the board."""
        self._board, self._pictures = board, pictures
        self._page = render("preview/page.html.j2", words=WORDS, words_json=dumps(asdict(WORDS))).encode()
        self._own = {path: layout_file(f"preview{path}") for path in _OWN}

    def answer(self, path: str) -> Answer | None:
        """The answer to a path; None where there is nothing."""
        if path == "/":
            return Answer(self._page, "text/html; charset=utf-8")
        if path in _OWN:
            return Answer(self._own[path], _OWN[path])
        _, kind, *rest = path.split("/", 3)
        if kind == "page" and len(rest) == 1:
            return self._picture(rest[0])
        return self._book_file(*rest) if kind == "ebook" and len(rest) == len(("book", "name")) else None

    def _picture(self, name: str) -> Answer | None:
        png = self._pictures.png(name)
        return Answer(png, "image/png", stays=True) if png else None

    def _book_file(self, book: str, name: str) -> Answer | None:
        content = self._board.book_file(book, name)
        media_type = _BOOK_TYPES.get(name.rpartition(".")[2])
        return Answer(content, media_type, BOOK_POLICY, stays=True) if content and media_type else None
