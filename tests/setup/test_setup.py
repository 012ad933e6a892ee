"""Making a machine ready, without touching this one."""

import os
import platform
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from bindery.setup import environment, machine, needs, stamp
from bindery.setup.command import ROOT, main
from bindery.setup.needs import Need
from bindery.setup.shell import SetupError, run

LOCK_LINE = re.compile(
    r"""
    [\w-]+==[\w.]+(\ ;\ [^/@]+)?\ \\      # a name, its version, perhaps for some machines only
    | \ {4}--hash=sha256:[0-9a-f]{64}(\ \\)?
    | \ *\#(?!.*(://|\s/)).*              # a remark without an address or a path
    """,
    re.VERBOSE,
)
PANGO = Need("libpango-1.0-0", library="no-such-library-anywhere")
SHELL = Need("dash", program="sh")


def refuse(*_: object, **__: object) -> None:
    pytest.fail("nothing should be installed")


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "sudo" else f"/usr/bin/{name}")
    monkeypatch.setattr(machine, "run", refuse)


def dpkg_answers(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    def answer(_: Sequence[str]) -> str:
        return text

    monkeypatch.setattr(machine, "answer", answer)


@pytest.mark.usefixtures("debian")
def test_nothing_is_installed_when_all_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    dpkg_answers(monkeypatch, "libpango-1.0-0 installed\n")
    machine.ensure([PANGO])


@pytest.mark.usefixtures("debian")
def test_a_program_from_elsewhere_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    dpkg_answers(monkeypatch, "")
    machine.ensure([SHELL])


@pytest.mark.usefixtures("debian")
def test_a_removed_package_is_missing_and_only_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    dpkg_answers(monkeypatch, "libpango-1.0-0 config-files\n")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SetupError, match=r"(?m)^  apt-get install --no-install-recommends libpango-1.0-0$"):
        machine.ensure([PANGO, SHELL])


def test_an_unknown_system_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", lambda: "FreeBSD")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SetupError, match="neither apt nor Homebrew") as told:
        machine.ensure([PANGO])
    assert "libpango-1.0-0" in str(told.value)


def test_a_mac_is_told_that_the_tests_do_not_run_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    with pytest.raises(SetupError, match="on Debian and its relatives only"):
        machine.ensure(needs.WORKBOOK + needs.TESTS)


def test_a_failing_command_shows_its_output() -> None:
    with pytest.raises(SetupError, match=r"It broke\.\n  because\n  \(command: sh -c"):
        run(["sh", "-c", "echo because; exit 1"], failure="It broke.")


def test_a_missing_command_is_no_traceback() -> None:
    with pytest.raises(SetupError, match="It broke"):
        run(["no-such-program-anywhere"], failure="It broke.")


def test_a_stamp_holds_for_the_same_inputs_only(tmp_path: Path) -> None:
    lock, mark = tmp_path / "a.lock", tmp_path / "mark"
    lock.write_text("a==1\n")
    first = stamp.fingerprint([lock], "3.11")
    stamp.leave(mark, first)
    assert stamp.matches(mark, stamp.fingerprint([lock], "3.11"))
    assert not stamp.matches(mark, stamp.fingerprint([lock], "3.12"))
    lock.write_text("a==2\n")
    assert not stamp.matches(mark, stamp.fingerprint([lock], "3.11"))


@pytest.mark.parametrize(
    ("made_at", "version", "usable"),
    [("here", "", True), ("elsewhere", "", False), ("here", "3.1.9", False)],
)
def test_an_environment_works_only_where_it_was_made(
    tmp_path: Path, made_at: str, version: str, usable: bool
) -> None:
    venv = tmp_path / "here"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").touch()
    made_with = version or f"{environment.PYTHON_SERIES}.2"
    settings = f"version = {made_with}\ncommand = /usr/bin/python3 -m venv {tmp_path / made_at}\n"
    (venv / "pyvenv.cfg").write_text(settings)
    assert environment._is_usable(venv) is usable


@pytest.mark.parametrize("arguments", [[], ["book"], ["workbook", "tests"]])
def test_wrong_usage_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "usage:" in capsys.readouterr().err


def test_locks_name_no_place_of_download() -> None:
    assert '"resolved"' not in (ROOT / "tests/node/package-lock.json").read_text()
    for purpose in ("workbook", "tests"):
        for line in (ROOT / f"requirements/{purpose}.lock").read_text().splitlines():
            assert LOCK_LINE.fullmatch(line), line
