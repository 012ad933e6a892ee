"""The bounded press: a layout that takes too long or too much memory is stopped, and the machine stays usable."""

import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# Ten times what the slowest of our chapters takes on a small machine.
SECONDS = 120
# Bytes of address space: a book of 1,500 pages takes about one GB.
MEMORY = 6 * 1024**3


class OutOfBoundsError(Exception):
    """The work was stopped; the message says which bound it met."""


@contextmanager
def bounded(seconds: float = SECONDS, memory: int = MEMORY) -> Iterator[None]:
    """Stop the work in this block when it exceeds a bound. Raises OutOfBoundsError.

    Time is bounded in the main thread only, as that is where Python hears signals.
    """
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_least(memory, *before), before[1]))
    try:
        with _timed(seconds):
            yield
    except (MemoryError, RecursionError) as error:
        raise OutOfBoundsError("needs more memory than the press allows") from error
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


@contextmanager
def _timed(seconds: float) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handler = signal.signal(signal.SIGALRM, _too_long)
    # Again each second: inside a callback from C, an exception is dropped.
    left, _ = signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, left)
        signal.signal(signal.SIGALRM, handler)


def _too_long(_signal: int, _frame: object) -> None:
    raise OutOfBoundsError("takes longer than the press allows")


def _least(*limits: int) -> int:
    return min(limit for limit in limits if limit != resource.RLIM_INFINITY)
