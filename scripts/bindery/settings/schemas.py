"""The JSON Schemas that give editors completion, made from the models.

`python -m bindery.settings.schemas` writes them.
"""

import json
from pathlib import Path
from typing import Any

from bindery.model.edition import EditionSettings
from bindery.model.journal import JournalKind
from bindery.model.questionnaire import Questionnaire
from bindery.model.settings import BookSettings, FrontMatter, GlossaryEntry, Reference
from bindery.model.style import HouseStyle
from bindery.settings.shapes import schema_of

FOLDER = Path(__file__).with_name("schemas")

# Every kind of file, and what it holds.
_KINDS: dict[str, Any] = {
    "book": BookSettings,
    "edition": EditionSettings,
    "front-matter": FrontMatter,
    "glossary": tuple[GlossaryEntry, ...],
    "journal": JournalKind,
    "house-style": HouseStyle,
    "questionnaire": Questionnaire,
    "references": dict[str, Reference],
}


def schemas() -> dict[str, str]:
    """The text of every schema by its file name. Draft 7, which is what YAML language servers read."""
    return {f"{name}.schema.json": _text(kind) for name, kind in _KINDS.items()}


def _text(kind: Any) -> str:
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", **_in_draft_7(schema_of(kind))}
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _in_draft_7(node: Any) -> Any:
    """The schema with draft 7's names: `definitions`, and a reference alone, since draft 7 ignores its neighbours."""
    if isinstance(node, list):
        return [_in_draft_7(item) for item in node]
    if not isinstance(node, dict):
        return node.replace("#/$defs/", "#/definitions/") if isinstance(node, str) else node
    changed = {"definitions" if key == "$defs" else key: _in_draft_7(value) for key, value in node.items()}
    if "$ref" in changed and len(changed) > 1:
        changed["allOf"] = [{"$ref": changed.pop("$ref")}]
    return changed


def write_schemas() -> None:
    """Write every schema to its file in the folder beside this module."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas()
