"""Whether an answer keeps to the schema that was sent with the question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from radar.papers.text.json_text import strict_json

_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def keeps_to(text: str, schema: Mapping[str, object]) -> bool:
    """Say whether a text is nothing but JSON that is valid against a schema.

    Knows what radar's own schema uses: type, enum, required, properties, additionalProperties, items,
    minimum and maximum (JSON Schema, draft 2020-12).
    """
    try:
        value = strict_json(text)
    except (ValueError, RecursionError):
        return False
    return _valid(value, schema)


def _valid(value: object, schema: Mapping[str, object]) -> bool:
    if not _of_type(value, schema.get("type")) or not _in_range(value, schema):
        return False
    allowed = schema.get("enum")
    if isinstance(allowed, Sequence) and value not in allowed:
        return False
    items = schema.get("items")
    if isinstance(value, list) and isinstance(items, Mapping):
        return all(_valid(part, items) for part in value)
    return not isinstance(value, dict) or _has_properties(value, schema)


def _of_type(value: object, named: object) -> bool:
    names = [named] if isinstance(named, str) else named
    if not isinstance(names, Sequence):
        return True
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, _TYPES.get(str(name), ())) for name in names)


def _in_range(value: object, schema: Mapping[str, object]) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    low, high = schema.get("minimum"), schema.get("maximum")
    above = not isinstance(low, int | float) or value >= low
    return above and (not isinstance(high, int | float) or value <= high)


def _has_properties(value: Mapping[str, object], schema: Mapping[str, object]) -> bool:
    known = schema.get("properties")
    properties = known if isinstance(known, Mapping) else {}
    required = schema.get("required")
    if isinstance(required, Sequence) and not all(name in value for name in required):
        return False
    if schema.get("additionalProperties") is False and not set(value) <= set(properties):
        return False
    return all(_valid(part, properties[name]) for name, part in value.items() if name in properties)
