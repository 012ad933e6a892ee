"""Whoever tells the press to stop is heard, even while Python tidies up and would swallow what is said."""

import subprocess
import sys

import pytest

_BUSY = """
import os, signal, sys, time
from bindery.stopping import stop_when_told

class Tidied:
    def __del__(self):
        os.kill(os.getpid(), signal.{name})
        sum(range(1000))

stop_when_told()
try:
    {doing}
    time.sleep(5)
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.parametrize("doing", ["Tidied()", "os.kill(os.getpid(), signal.{name})"])
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_ends_it_wherever_python_is(doing: str, name: str, code: int) -> None:
    script = _BUSY.format(name=name, doing=doing.format(name=name))
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (code, "")
