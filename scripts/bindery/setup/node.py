"""The Node packages of the tests: the accessibility judge and the reading engine for e-books."""

from pathlib import Path

from bindery.setup import stamp
from bindery.setup.shell import SetupError, answer, run, say

OLDEST_NODE = 18  # what Debian 12 has; Ace 1.4.6 was measured with it


def ensure(folder: Path) -> None:
    """Installs what `package-lock.json` names; with the stamp in place, does nothing.

    Raises:
        SetupError: Node is too old, or a package cannot be had.
    """
    version = answer(["node", "--version"]).strip()
    _refuse_old(version)
    names = ("package.json", "package-lock.json", ".npmrc")
    wanted = stamp.fingerprint([folder / name for name in names], version.split(".")[0])
    mark = folder / "node_modules" / ".ready"
    if stamp.matches(mark, wanted):
        return
    say("Installing the Node packages of tests/node ...")
    run(
        ["npm", "ci"],
        folder=folder,
        failure="The Node packages could not be installed. Is this machine connected to the internet?",
    )
    stamp.leave(mark, wanted)


def _refuse_old(version: str) -> None:
    major = version.removeprefix("v").split(".")[0]
    if not major.isdecimal() or int(major) < OLDEST_NODE:
        raise SetupError(f"The tests need Node {OLDEST_NODE} or newer; node says: {version or 'nothing'}")
