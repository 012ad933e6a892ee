"""Every finding code, with what it means: one TOML file a family, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from bindery.findings.finding import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A finding code: its title, its weight, and what `bindery explain` tells of it."""

    code: str
    title: str
    severity: Severity
    explanation: str


@cache
def codes() -> dict[str, Code]:
    """All codes by name, sorted. The families are the TOML files beside this module."""
    tables = [tomllib.loads(entry.read_text("utf-8")) for entry in _families()]
    found = {name: _code(name, table) for family in tables for name, table in family.items()}
    return dict(sorted(found.items()))


def code_of(name: str) -> Code:
    """The code of this name; KeyError when there is none."""
    return codes()[name]


def _families() -> list[Traversable]:
    folder = files("bindery.findings.catalogue")
    return sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda e: e.name)


def _code(name: str, table: dict[str, str]) -> Code:
    return Code(name, table["title"], Severity(table["severity"]), table["explanation"].strip())
