"""The desk: whenever the files change it reads, proofs and settles, and puts what came of it on the board."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread

from bindery.findings import CannotGoOn, MachineError, Report, UsageError
from bindery.pdf import Hands
from bindery.preview import words
from bindery.preview.board import Board, Showing, Spot
from bindery.preview.pictures import PagePictures
from bindery.preview.proofs import ProofRoom, Proofs
from bindery.preview.told import documents_of, findings_of, pages_of, spot_in


class _Superseded(Exception):
    """The files have changed again: what is being made is of no interest any more."""


class Desk:
    """Works in a thread of its own, one round after another."""

    def __init__(self, edition: str, root: Path, hands: Hands, board: Board, pictures: PagePictures) -> None:
        """Show this edition of the book in `root` on a board."""
        self._room = ProofRoom(edition, root, hands, self)
        self._root, self._board, self._pictures = root, board, pictures
        self._wanted, self._ended = Event(), Event()
        self._last: Proofs | None = None
        self._changes = 0

    @contextmanager
    def working(self) -> Iterator["Desk"]:
        """Work as long as this lasts."""
        thread = Thread(target=self._work, daemon=True)
        thread.start()
        self.changed()
        try:
            yield self
        finally:
            self._ended.set()
            self._wanted.set()
            thread.join()

    def changed(self) -> None:
        """The files have changed."""
        self._wanted.set()

    def stage(self, words: str) -> None:
        """The press begins a stage: the moment to leave off when the files have changed again."""
        if self._wanted.is_set():
            raise _Superseded
        if self._last is None:
            self._board.put(replace(self._board.showing, state="working", words=words))

    def _work(self) -> None:
        while not self._ended.is_set():
            self._wanted.wait()
            self._wanted.clear()
            if not self._ended.is_set():
                self._round()

    def _round(self) -> None:
        report = Report()
        try:
            self._print(report)
        except _Superseded:
            return
        except CannotGoOn:
            self._tell_faults(words.FAULTY if self._last else words.FAULTY_AT_FIRST, report)
        except (MachineError, UsageError) as error:
            self._tell_faults("; ".join(filter(None, (str(error), getattr(error, "hint", "")))), report)
        except Exception as error:  # noqa: BLE001 - whatever it is, the next change may cure it
            self._tell_faults(words.OUR_BUG.format(f"{type(error).__name__}: {error}"), report)

    def _print(self, report: Report) -> None:
        self.stage(words.READING)
        numbered = self._room.read(report)
        if self._last:
            proof = self._room.proof(numbered, self._last, report)
            if proof:
                self._changes += 1
                self._show(proof, report, spot_in(proof, self._changes))
                proof = self._room.with_ebook(proof)
                self._changes += 1
                self._show(proof, report, spot_in(proof, self._changes))
        self._show(self._room.settled(numbered, report), report, self._board.showing.spot)

    def _show(self, proofs: Proofs, report: Report, spot: Spot | None) -> None:
        self._last = proofs
        self._pictures.lay({leaf.pdf for leaf in proofs.leaves})
        self._board.put(
            Showing(
                title=proofs.numbered.book.settings.title,
                state="ready" if proofs.is_settled else "working",
                words=words.UP_TO_DATE if proofs.is_settled else words.SETTLING,
                findings=findings_of(report, self._root),
                pages=pages_of(proofs),
                ratio=f"{proofs.paper.width} / {proofs.paper.height}",
                ebook=sha256(b"".join(proofs.ebook.values())).hexdigest()[:24],
                documents=documents_of(proofs),
                spot=spot,
                files=proofs.ebook,
            )
        )

    def _tell_faults(self, what: str, report: Report) -> None:
        findings = findings_of(report, self._root)
        self._board.put(replace(self._board.showing, state="faulty", words=what, findings=findings))
