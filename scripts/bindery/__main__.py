"""`python -m bindery`, and the command `bindery`."""

import os
import signal
from typing import NoReturn

INTERRUPTED, TERMINATED = 130, 143


def main() -> NoReturn:
    """Run a command and leave with its exit code; whoever stops it while it still starts sees no traceback either."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    signal.signal(signal.SIGTERM, lambda *_: os._exit(TERMINATED))
    from bindery.cli import main as run  # noqa: PLC0415 - it takes a second to load, and may be stopped meanwhile

    run()


if __name__ == "__main__":
    main()
