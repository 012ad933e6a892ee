"""What may stand where in a file: questions to the JSON Schema that pydantic makes of a model."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bindery.intake.located import DataPath


@cache
def schema_of(kind: Any) -> dict[str, Any]:
    """The JSON Schema of what an author may write for a value of this type."""
    return TypeAdapter(kind).json_schema(mode="validation")


def known_keys(kind: Any, path: DataPath) -> tuple[str, ...]:
    """The keys that may stand in the mapping at this path; none where any key may stand, or no mapping."""
    schema = schema_of(kind)
    node = _followed(schema, schema)
    for step in path:
        node = _followed(_inner(node, step), schema)
    return tuple(node.get("properties", ()))


def _inner(node: dict[str, Any], step: str | int) -> dict[str, Any]:
    inner = node.get("items") if isinstance(step, int) else node.get("properties", {}).get(step)
    inner = inner or node.get("additionalProperties")
    return inner if isinstance(inner, dict) else {}


def _followed(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """The node itself, a reference followed, and of several possibilities the one that has something inside."""
    if "$ref" in node:
        return _followed(schema["$defs"][node["$ref"].rsplit("/", 1)[1]], schema)
    for possibility in node.get("anyOf", ()):
        found = _followed(possibility, schema)
        if found.get("type") in ("object", "array"):
            return found
    return node
