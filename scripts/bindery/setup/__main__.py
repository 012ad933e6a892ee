"""The command `python3 -m bindery.setup workbook|tests`; with nothing to do it prints nothing.

Exit codes: 0 ready, 2 wrong usage, 3 the machine lacks something, 130 interrupted.
"""

import sys

OLDEST_PYTHON = (3, 11)

if sys.version_info < OLDEST_PYTHON:
    sys.stderr.write(
        "Bindery needs Python 3.11 or newer; python3 is version {}.{} here.\n"
        "Install a newer one, then name it: make workbook PYTHON=python3.12\n".format(*sys.version_info[:2])
    )
    raise SystemExit(3)

from bindery.setup.command import main

raise SystemExit(main(sys.argv[1:]))
