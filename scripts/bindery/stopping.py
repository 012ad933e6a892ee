"""Being told to stop: an exception wherever Python is, but for the places that would swallow it."""

import signal
from types import FrameType

TERMINATED = 143
# Seconds until it is told again.
_AGAIN = 0.01
# What Python runs when it tidies up: it prints what such a function raises, and goes on as if nothing had been said.
_SWALLOWS = frozenset(("__del__", "_remove", "remove", "_commit_removals"))


def stop_when_told() -> None:
    """From now on raise KeyboardInterrupt when interrupted, and SystemExit(143) when terminated."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)


def _stop(number: int, frame: FrameType | None) -> None:
    if _is_tidying(frame):
        signal.signal(signal.SIGALRM, lambda _, later: _stop(number, later))
        signal.setitimer(signal.ITIMER_REAL, _AGAIN)
        return
    raise KeyboardInterrupt if number == signal.SIGINT else SystemExit(TERMINATED)


def _is_tidying(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_name in _SWALLOWS:
            return True
        frame = frame.f_back
    return False
