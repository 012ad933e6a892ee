"""The order in which a machine is made ready, and the exit codes."""

import sys
from collections.abc import Sequence
from pathlib import Path

from bindery.setup import environment, loopback, machine, needs, node
from bindery.setup.shell import SetupError

ROOT = Path(__file__).resolve().parents[3]
USAGE = "usage: python3 -m bindery.setup workbook|tests"


def main(arguments: Sequence[str]) -> int:
    """Makes the machine ready for one purpose and returns the exit code."""
    if list(arguments) not in (["workbook"], ["tests"]):
        print(USAGE, file=sys.stderr)
        return 2
    try:
        prepare(ROOT, tests=arguments[0] == "tests")
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr)
        return 130
    return 0


def prepare(root: Path, *, tests: bool) -> None:
    """Installs what is missing, and only that.

    Raises:
        SetupError: the machine lacks something that cannot be installed here.
    """
    machine.ensure(needs.WORKBOOK + needs.TESTS if tests else needs.WORKBOOK)
    environment.ensure(root, "workbook")
    if tests:
        environment.ensure(root, "tests")
        loopback.ensure()
        node.ensure(root / "tests" / "node")
