"""`python -m bench [--rounds N] [PAGES...]`: books of these sizes, made in every way, round by round.

0 is the standard edition itself. Without a size: the standard edition, and books of 50, 150, 500 and 1500 pages.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from bench.measure import Failed, run
from bench.peers import PEERS, Peer, prose
from bench.sizes import EDITION, SECOND, Bench, set_up
from bench.table import COLD, Results, told
from bench.table import PARAGRAPH as ONE_PARAGRAPH
from bench.table import SECOND as SECOND_EDITION
from bench.table import UNCHANGED as NOTHING

SIZES = (0, 50, 150, 500, 1500)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(
        prog="bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    peers = [peer for peer in PEERS if peer.is_there]
    results = Results()
    with TemporaryDirectory(prefix="bindery-bench-") as name:
        benches = [set_up(Path(name) / str(pages), pages) for pages in asked.pages]
        for number in range(asked.rounds):
            for bench in benches:
                _tell(f"round {number + 1}, {bench.pages} pages")
                _press(bench, number, results)
                for peer in peers:
                    _peer(peer, bench, results)
    missing = [peer.name for peer in PEERS if peer not in peers]
    sys.stdout.write("\n".join(told(results, {peer.name: peer.leaves_out for peer in peers}, missing)) + "\n")


def _press(bench: Bench, number: int, results: Results) -> None:
    bench.forget()
    ways: tuple[tuple[str, str, Callable[[], None]], ...] = (
        (COLD, EDITION, lambda: None),
        (NOTHING, EDITION, lambda: None),
        (ONE_PARAGRAPH, EDITION, lambda: bench.write_a_paragraph(f"In round {number} this is new.")),
        (SECOND_EDITION, SECOND, lambda: None),
    )
    for way, edition, prepare in ways:
        prepare()
        command = [sys.executable, "-m", "bindery", "build", edition]
        try:
            results.add(
                bench.pages, way, run(command, bench.root, {"PYTHONPATH": str(bench.root / "scripts")})
            )
        except Failed as error:
            _tell(f"the press failed ({way}): {error}")
            return
        _look(next((bench.root / "output" / edition).glob("*.pdf")), bench.pages, way, results)


def _peer(peer: Peer, bench: Bench, results: Results) -> None:
    folder = bench.root / "peer"
    folder.mkdir(exist_ok=True)
    (folder / peer.source).write_text(peer.write(prose(bench.chapters)), "utf-8")
    try:
        results.add(bench.pages, peer.name, run(peer.command(folder), folder))
        _look(folder / peer.made, bench.pages, peer.name, results)
    except (Failed, OSError) as error:
        _tell(f"{peer.name} failed: {error}")


def _look(made: Path, size: int, way: str, results: Results) -> None:
    results.sizes[size, way] = made.stat().st_size
    if made.suffix == ".pdf":
        with pikepdf.open(made) as pdf:
            results.pages[size, way] = len(pdf.pages)


def _tell(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    main()
