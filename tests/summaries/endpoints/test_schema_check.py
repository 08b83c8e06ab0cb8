"""Answers held against a schema."""

from __future__ import annotations

import pytest

from radar.summaries.endpoints.schema_check import keeps_to
from radar.summaries.prompting.answer_schema import ANSWER_SCHEMA
from tests.summaries.quirk_server.endpoints import ANSWER

SCHEMA: dict[str, object] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["line"],
    "properties": {
        "line": {"type": "string"},
        "number": {"type": "integer", "minimum": 0, "maximum": 40},
        "kind": {"enum": ["code", "data"]},
        "sure": {"type": ["boolean", "null"]},
        "parts": {"type": "array", "items": {"type": "number"}},
    },
}


@pytest.mark.parametrize(
    "text",
    [
        '{"line": "a"}',
        ' {"line": "a", "number": 40, "kind": "data", "sure": true, "parts": [1, 2.5]}\n',
        '{"line": "a", "sure": null, "parts": []}',
    ],
)
def test_what_keeps_to_the_schema_does(text: str) -> None:
    assert keeps_to(text, SCHEMA)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '"line"',
        "{}",
        '{"line": 3}',
        '{"line": "a", "number": 41}',
        '{"line": "a", "number": -1}',
        '{"line": "a", "number": 1.5}',
        '{"line": "a", "number": true}',
        '{"line": "a", "number": NaN}',
        '{"line": "a", "number": ' + "9" * 5000 + "}",
        '{"line": "a", "kind": "other"}',
        '{"line": "a", "sure": 1}',
        '{"line": "a", "parts": ["b"]}',
        '{"line": "a", "more": 1}',
        '```json\n{"line": "a"}\n```',
        '{"line": "a"} {"line": "b"}',
        "[" * 100_000,
    ],
)
def test_what_does_not_is_seen(text: str) -> None:
    assert not keeps_to(text, SCHEMA)


def test_radars_own_schema_is_understood() -> None:
    assert keeps_to(ANSWER, ANSWER_SCHEMA)
    assert not keeps_to("{}", ANSWER_SCHEMA)
