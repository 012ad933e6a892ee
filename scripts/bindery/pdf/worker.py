"""A worker of the press: a process that does one task after another, within bounds that the kernel keeps.

Started as `python -m bindery.pdf.worker FD`; tasks come and results go as pickled values over that socket, which only
the press that started the worker holds.
"""

import gc
import os
import resource
import signal
import sys
import threading
import time
from multiprocessing.connection import Connection

from bindery.findings import MachineError
from bindery.pdf.engine import calm_memory
from bindery.pdf.picture import picture
from bindery.pdf.print_part import print_part
from bindery.pdf.task import OUT_OF_MEMORY, TOO_DEEP, Errand, Limits, PictureTask, PrintTask, Stopped
from bindery.store import give_back

# Seconds between two looks whether the press is still there.
_LOOK = 0.5


def main() -> None:
    """Work until the press hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = Connection(int(sys.argv[1]))
    threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    calm_memory()
    try:
        while True:
            task, limits = connection.recv()
            _bound(limits)
            connection.send(done(task))
            _unbound()
            # Boxes hold each other in rings, which nobody else takes apart: a third of a gigabyte after five parts.
            gc.collect()
            give_back()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def done(task: PrintTask | PictureTask | Errand) -> object:
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
    """Let the kernel end this process when a task takes more than it may."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + limits.seconds) + 1
    for kind, limit in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def _unbound() -> None:
    """Time for what comes between two tasks."""
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))


def _leave_with(press: int) -> None:
    while os.getppid() == press:
        time.sleep(_LOOK)
    os._exit(0)


if __name__ == "__main__":
    main()
