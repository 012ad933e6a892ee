"""System packages: Debian's apt, or Homebrew on macOS; elsewhere the packages are named and left to you."""

import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Sequence
from ctypes.util import find_library

from bindery.setup.needs import TESTS, Need
from bindery.setup.shell import SetupError, answer, run, say

# A fresh machine may be busy with its own updates: wait for them, in seconds.
WAIT_FOR_OTHERS = ("--option", "DPkg::Lock::Timeout=300")


def ensure(needs: Sequence[Need]) -> None:
    """Installs what is missing; asks no network when nothing is.

    Raises:
        SetupError: something is missing and cannot be installed here.
    """
    if platform.system() == "Darwin":
        _ensure_with_homebrew(needs)
    elif shutil.which("apt-get") and shutil.which("dpkg-query"):
        _ensure_with_apt(needs)
    else:
        _ensure_by_hand(needs)


def _ensure_with_apt(needs: Sequence[Need]) -> None:
    names = [need.debian for need in needs]
    known = answer(["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *names])
    installed = {line.split()[0] for line in known.splitlines() if line.endswith(" installed")}
    missing = [need.debian for need in needs if need.debian not in installed and not _found(need)]
    if missing:
        _apt_install(missing)


def _apt_install(packages: Sequence[str]) -> None:
    apt = [*_as_root(packages), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *WAIT_FOR_OTHERS]
    say(f"Installing system packages: {', '.join(packages)}.\n  Done once; this can take some minutes ...")
    try:
        run([*apt, "update"], failure="The list of packages could not be brought up to date.")
    except SetupError as error:
        # One broken source among several must not stop us: the packages may be known all the same.
        say(str(error))
    run(
        [*apt, "install", "--yes", "--no-install-recommends", *packages],
        failure="The system packages could not be installed. Is this machine connected to the internet?",
    )


def _as_root(packages: Sequence[str]) -> list[str]:
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        raise SetupError(_ask_administrator("installing them takes an administrator", packages))
    may_ask = sys.stdin.isatty() and not os.environ.get("CI")
    sudo = ["sudo"] if may_ask else ["sudo", "--non-interactive"]
    run([*sudo, "true"], failure=_ask_administrator("sudo did not let us install them", packages))
    return sudo


def _ask_administrator(reason: str, packages: Sequence[str]) -> str:
    return (
        f"Some system packages are missing, and {reason}. Ask for this command to be run:\n\n"
        f"  apt-get install --no-install-recommends {' '.join(packages)}\n\n"
        "Then run the same make command again."
    )


def _ensure_with_homebrew(needs: Sequence[Need]) -> None:
    if any(need in TESTS for need in needs):
        raise SetupError(
            "The tests run on Debian and its relatives only: Homebrew does not have all that they need.\n"
            "Making workbooks works here: make workbook"
        )
    missing = [need.homebrew for need in needs if need.homebrew and not _poured(need)]
    if missing and not shutil.which("brew"):
        raise SetupError(
            f"Homebrew is needed to install {' '.join(missing)}. Install Homebrew, then try again."
        )
    if missing:
        say(f"Installing with Homebrew: {', '.join(missing)} ...")
        run(["brew", "install", *missing], failure="Homebrew could not install what is missing.")


def _poured(need: Need) -> bool:
    return _found(need) or bool(answer(["brew", "list", "--versions", need.homebrew]))


def _ensure_by_hand(needs: Sequence[Need]) -> None:
    missing = [need.debian for need in needs if not _found(need)]
    if missing:
        raise SetupError(
            "This system has neither apt nor Homebrew, so nothing can be installed from here.\n"
            "Bindery needs these, by the names Debian gives them; your system may call them otherwise:\n\n  "
            + "\n  ".join(missing)
        )


def _found(need: Need) -> bool:
    if need.program:
        return shutil.which(need.program) is not None
    if need.module:
        return importlib.util.find_spec(need.module) is not None
    return bool(need.library) and find_library(need.library) is not None
