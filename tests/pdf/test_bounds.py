"""What exceeds a bound is stopped and told; what was there before is there again."""

import resource
import signal
from itertools import count

import pytest

from bindery.pdf.bounds import OutOfBoundsError, bounded


def test_work_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(OutOfBoundsError, match="longer"), bounded(seconds=0.05):
        for _ in count():
            pass


def test_work_that_takes_too_much_memory_is_stopped() -> None:
    with pytest.raises(OutOfBoundsError, match="memory"), bounded(memory=2 * 1024**3):
        bytearray(4 * 1024**3)


def test_the_bounds_of_before_are_restored() -> None:
    memory, handler = resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGALRM)
    with bounded():
        pass
    assert (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGALRM)) == (memory, handler)
