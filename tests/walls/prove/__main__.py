"""`python -m walls.prove`: all proofs in full size. What was tried already is not tried again."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from math import ceil
from os import cpu_count
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock

from walls.proof import SEED, Proof, Verdict
from walls.proofs import BY_NAME, PROOFS
from walls.prove.bench import Bench
from walls.prove.page import page
from walls.prove.record import Record
from walls.room import PROJECT

# Seconds between two lines that tell how far it has come.
_TELL = 30.0


class Progress:
    """Tells how far it has come, now and then, and each flaw at once."""

    def __init__(self, proofs: Sequence[Proof], wanted: int, done: int) -> None:
        """Begin with what was done before."""
        self._wanted, self._done, self._flaws = wanted, done, 0
        self._begun = self._told = time.monotonic()
        self._lock = Lock()
        self._say(f"{len(proofs)} proofs, {wanted:,} trials, {done:,} of them done before")

    def count(self, proof: Proof, number: int, flaws: Sequence[str]) -> None:
        """A trial has ended."""
        with self._lock:
            self._done += 1
            if flaws:
                self._flaws += 1
                self._say(f"{proof.name}, trial {number}: {', '.join(flaws)}")
            if time.monotonic() - self._told > _TELL:
                self._told = time.monotonic()
                minutes = (self._told - self._begun) / 60
                self._say(f"{self._done:,} of {self._wanted:,}, {minutes:.0f} minutes: {proof.name}")

    def _say(self, words: str) -> None:
        sys.stderr.write(f"prove: {words}\n")
        sys.stderr.flush()


def main() -> int:
    """Do what is left to do, and write the page. 0 when there is no flaw, 1 when there is one."""
    options = _options()
    record = Record(options.seed)
    proofs = [BY_NAME[name] for name in options.only] or list(PROOFS)
    numbers = {proof.name: range(ceil(proof.many * options.scale)) for proof in proofs}
    left: SimpleQueue[tuple[Proof, int]] = SimpleQueue()
    for proof in proofs:
        known = record.verdicts(proof)
        for number in numbers[proof.name]:
            if number not in known:
                left.put((proof, number))
    wanted = sum(map(len, numbers.values()))
    progress = Progress(proofs, wanted, wanted - left.qsize())
    with ThreadPoolExecutor(options.workers) as pool:
        workers = [pool.submit(_work, left, record, progress) for _ in range(options.workers)]
    for worker in workers:
        worker.result()
    verdicts = [(proof, _of(record.verdicts(proof), numbers[proof.name])) for proof in proofs]
    told = page(verdicts, options.seed, record.sources)
    if options.out:
        options.out.write_text(told, "utf-8")
    else:
        sys.stdout.write(told)
    return int(any(one.flaws for _, all_of in verdicts for one in all_of.values()))


def _of(verdicts: Mapping[int, Verdict], numbers: range) -> dict[int, Verdict]:
    return {number: verdict for number, verdict in sorted(verdicts.items()) if number in numbers}


def _work(left: "SimpleQueue[tuple[Proof, int]]", record: Record, progress: Progress) -> None:
    with Bench(record.seed) as bench:
        while True:
            try:
                proof, number = left.get_nowait()
            except Empty:
                return
            verdict = bench.verdict(proof, number)
            record.add(proof, number, verdict)
            progress.count(proof, number, verdict.flaws)


def _options() -> Namespace:
    parser = ArgumentParser("python -m walls.prove", description=__doc__)
    parser.add_argument("--workers", type=int, default=cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--scale", type=float, default=1.0, help="this share of the full numbers")
    parser.add_argument("--only", nargs="*", default=[], choices=list(BY_NAME), metavar="NAME")
    parser.add_argument("--out", type=Path, help="write the page here; without it, it is printed")
    options = parser.parse_args()
    if options.out is None and options.scale == 1.0 and not options.only:
        options.out = PROJECT / "RELIABILITY.md"
    return options


if __name__ == "__main__":
    sys.exit(main())
