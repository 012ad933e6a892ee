"""The schemas for editors are those of the models."""

import json
from pathlib import Path

import pytest

from bindery.settings.schemas import FOLDER, schemas

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_on_disk_is_up_to_date(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == schemas()[name], "run: python -m bindery.settings.schemas"


def test_there_is_no_schema_without_a_model() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(schemas())


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_is_of_draft_7(name: str) -> None:
    text = schemas()[name]
    assert json.loads(text)["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "$defs" not in text
    assert "prefixItems" not in text


def test_every_settings_file_of_the_book_names_a_schema_that_exists() -> None:
    for path in (ROOT / "book").rglob("*.yaml"):
        first = path.read_text("utf-8").split("\n", 1)[0]
        assert first.startswith("# yaml-language-server: $schema="), path
        assert (path.parent / first.partition("$schema=")[2]).resolve().is_relative_to(FOLDER), path
        assert (path.parent / first.partition("$schema=")[2]).is_file(), path
