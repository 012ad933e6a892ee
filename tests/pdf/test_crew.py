"""The workers: the same as working here, each within bounds, and none outlives the press."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bindery.pdf import Crew, Limits, Picture, PictureTask, Signature, Stopped, worker
from bindery.pdf.print_part import print_part
from bindery.pdf.task import OUT_OF_MEMORY, OUT_OF_TIME, Errand, PrintTask
from pdf.sample_book import FOLDER, Chapter, paragraph, part

# Twelve boxes of this kind in one another would take the engine minutes.
NESTED = '<div style="display: flex">' * 14 + "x" + "</div>" * 14


def task(body: str, slug: str = "one") -> PrintTask:
    return PrintTask(part(Chapter(slug, body, "right")), (FOLDER,), write=True)


def test_a_worker_makes_the_same_bytes_as_this_process() -> None:
    tasks = [task(paragraph(f"p{index}"), f"s{index}") for index in range(3)]
    with Crew(hands=2) as crew:
        assert list(crew.print(tasks)) == [print_part(one) for one in tasks]


@pytest.mark.slow
def test_what_takes_too_long_is_stopped_and_the_others_go_on() -> None:
    with Crew(Limits(seconds=4), hands=2) as crew:
        hung, well = crew.print([task(NESTED, "hung"), task(paragraph("p"), "well")])
        assert hung == OUT_OF_TIME
        assert isinstance(well, Signature)
        assert isinstance(crew.print([task(paragraph("p"))])[0], Signature)


@pytest.mark.slow
def test_what_needs_too_much_memory_is_stopped() -> None:
    rows = "<tr>" + "<td>x</td>" * 400 + "</tr>"
    with Crew(Limits(memory=600 * 1024**2), hands=1) as crew:
        assert crew.print([task(f"<table>{rows * 400}</table>")]) == [OUT_OF_MEMORY]
        assert isinstance(crew.print([task(paragraph("p"))])[0], Signature)


def test_a_worker_that_has_died_between_two_tasks_is_replaced() -> None:
    with Crew(hands=1) as crew:
        crew.print([task(paragraph("p"))])
        crew._workers[0]._process.kill()
        crew._workers[0]._process.wait()
        assert isinstance(crew.print([task(paragraph("q"))])[0], Signature)


def test_a_crew_that_rested_works_on() -> None:
    with Crew(hands=2) as crew:
        crew.print([task(paragraph("p"))])
        processes = [worker._process for worker in crew._workers]
        crew.rest()
        assert all(process.poll() is not None for process in processes)
        crew.rest()
        assert isinstance(crew.print([task(paragraph("q"))])[0], Signature)


def test_memory_that_was_refused_far_below_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: PrintTask) -> Signature:
        raise ValueError from MemoryError()

    monkeypatch.setattr(worker, "print_part", fails)
    assert worker.done(task("x")) == OUT_OF_MEMORY


def test_what_makes_the_engine_fail_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: PrintTask) -> Signature:
        raise AssertionError("a box\nof boxes")

    monkeypatch.setattr(worker, "print_part", fails)
    assert worker.done(task("x")) == Stopped("makes the engine fail (AssertionError: a box)")


def test_a_picture_is_made_by_a_worker_too() -> None:
    with Crew(hands=1) as crew:
        made = crew.picture(PictureTask("<p>x</p>", 80, (FOLDER,)))
    assert isinstance(made, Picture)
    assert made.png.startswith(b"\x89PNG")


def test_a_hand_goes_on_an_errand_while_another_prints() -> None:
    with Crew(hands=2) as crew:
        own = os.getpid()
        begun = crew.begin(os.getpid)
        assert isinstance(crew.print([task(paragraph("p"))])[0], Signature)
        assert begun() not in {own, crew._workers[1]._process.pid}
        assert begun() == begun()
        assert [isinstance(done, Signature) for done in crew.print([task("x", "a"), task("y", "b")])] == [
            True
        ] * 2


def test_the_only_hand_prints_when_it_is_back_and_what_comes_meanwhile_is_done_here() -> None:
    with Crew(hands=1) as crew:
        first, second = crew.begin(os.getpid), crew.begin(os.getpid)
        assert isinstance(crew.print([task(paragraph("p"))])[0], Signature)
        assert first() != os.getpid()
        assert second() == os.getpid()


def test_an_errand_that_does_not_come_to_its_end_is_done_here() -> None:
    with Crew(hands=2) as crew:
        begun = crew.begin(_only_in, os.getpid())
        assert begun() == "here"
        assert isinstance(crew.print([task(paragraph("p"))])[0], Signature)


def _only_in(process: int) -> str:
    if os.getpid() != process:
        os.kill(os.getpid(), 9)
    return "here"


@pytest.mark.parametrize("how", ["os.kill(os.getpid(), 9)", "raise KeyboardInterrupt", "sys.exit(1)"])
def test_no_worker_outlives_the_press(how: str) -> None:
    code = (
        "import os, sys\nfrom bindery.pdf import Crew\n"
        "with Crew(hands=2) as crew:\n"
        "    print(*[worker._process.pid for worker in crew._workers], flush=True)\n"
        f"    {how}\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    pids = [int(word) for word in ended.stdout.split()]
    assert len(pids) == 2
    deadline = time.monotonic() + 30
    while any(_lives(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not [pid for pid in pids if _lives(pid)]


@pytest.mark.slow
@pytest.mark.parametrize("how", ["os.kill(os.getpid(), 9)", "raise KeyboardInterrupt", "sys.exit(1)"])
def test_no_task_outlives_the_press(how: str) -> None:
    """A worker and the forks in which it does its tasks are a group of their own."""
    code = (
        "import os, sys, time\nfrom bindery.pdf import Crew\n"
        "with Crew(hands=1) as crew:\n"
        "    crew.begin(os.getpid)(); crew.begin(time.sleep, 60); time.sleep(1)\n"
        "    print(crew._workers[0]._process.pid, flush=True)\n"
        f"    {how}\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    deadline = time.monotonic() + 30
    while _group_lives(int(ended.stdout)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _group_lives(int(ended.stdout))


def test_each_task_has_a_process_of_its_own() -> None:
    with Crew(hands=1) as crew:
        worker = crew._workers[0]._process.pid
        pids = [crew.begin(os.getpid)() for _ in range(3)]
    assert len({*pids, worker}) == 4


def test_a_task_that_dies_is_told_as_one_that_lacked_memory_and_the_next_one_is_done() -> None:
    with Crew(hands=1) as crew:
        assert crew._run([Errand(_die)]) == [OUT_OF_MEMORY]
        assert isinstance(crew.print([task(paragraph("p"))])[0], Signature)


def _die() -> None:
    os.kill(os.getpid(), 9)


def _group_lives(group: int) -> bool:
    alive = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        alive += [path] if int(fields[2]) == group and fields[0] not in "ZX" else []
    return bool(alive)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return "Z" not in Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
