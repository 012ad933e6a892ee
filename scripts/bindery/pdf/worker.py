"""A worker of the press: a process that does one task after another, each in a fork of itself that the kernel bounds.

Started as `python -m bindery.pdf.worker FD`; tasks come and results go as pickled values over that socket, which only
the press that started the worker holds. A fork takes all its memory with it when it ends (boxes hold each other in
rings: a third of a gigabyte after five parts), and no task can leave anything behind for the next.
"""

import os
import resource
import signal
import sys
import threading
import time
import traceback
from multiprocessing.connection import Connection, Pipe, wait
from multiprocessing.reduction import ForkingPickler
from typing import NoReturn

from bindery.findings import MachineError
from bindery.pdf.engine import calm_memory
from bindery.pdf.picture import picture
from bindery.pdf.print_part import print_part
from bindery.pdf.task import (
    OUT_OF_MEMORY,
    OUT_OF_TIME,
    TOO_DEEP,
    Errand,
    Limits,
    PrintTask,
    Stopped,
    Task,
)

# Seconds between two looks of a fork whether its worker is still there.
_LOOK = 0.2


def main() -> None:
    """Work until the press hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = Connection(int(sys.argv[1]))
    calm_memory()
    try:
        while True:
            task, limits = connection.recv()
            connection.send_bytes(_apart(task, limits, connection))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _apart(task: Task, limits: Limits, press: Connection) -> bytes:
    """What came of a task in a fork, pickled; when the press hangs up meanwhile, the fork is ended."""
    ours, theirs = Pipe(duplex=False)
    fork = os.fork()
    if fork == 0:
        ours.close()
        press.close()
        _work(task, limits, theirs)
    theirs.close()
    with ours:
        if ours not in wait([ours, press]):
            os.kill(fork, signal.SIGKILL)
        result = _received(ours)
    status = os.waitpid(fork, 0)[1]
    return result or bytes(ForkingPickler.dumps(_why(status)))


def _received(line: Connection) -> bytes:
    """What a fork has sent; nothing when it died before."""
    try:
        return line.recv_bytes()
    except (EOFError, OSError):
        return b""


def _why(status: int) -> Stopped:
    return OUT_OF_TIME if os.waitstatus_to_exitcode(status) == -signal.SIGXCPU else OUT_OF_MEMORY


def _work(task: Task, limits: Limits, line: Connection) -> NoReturn:
    """Do a task, as a fork that ends with it."""
    try:
        threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
        _bound(limits)
        line.send(done(task))
    except BaseException:  # noqa: BLE001 - the worker hears of it by our end
        traceback.print_exc()
    finally:
        os._exit(0)


def done(task: Task) -> object:
    """What came of a task. Whatever the engine does with a part, the press goes on."""
    try:
        if isinstance(task, Errand):
            return task.work()
        return print_part(task) if isinstance(task, PrintTask) else picture(task)
    except MachineError as error:
        return error
    except RecursionError:
        return TOO_DEEP
    except Exception as error:
        if os.environ.get("BINDERY_DEBUG"):
            raise
        return OUT_OF_MEMORY if _lacks_memory(error) else Stopped(f"makes the engine fail ({_named(error)})")


def _lacks_memory(error: BaseException | None) -> bool:
    """Whether memory was refused at the beginning of this.

    Python itself says SystemError where it had no memory left for saying MemoryError.
    """
    while error and not isinstance(error, MemoryError | SystemError):
        error = error.__cause__ or error.__context__
    return error is not None


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:120]


def _bound(limits: Limits) -> None:
    """Let the kernel end this process when its task takes more than it may."""
    seconds = int(limits.seconds) + 1
    for kind, limit in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def _leave_with(worker: int) -> None:
    while os.getppid() == worker:
        time.sleep(_LOOK)
    os._exit(0)


if __name__ == "__main__":
    main()
