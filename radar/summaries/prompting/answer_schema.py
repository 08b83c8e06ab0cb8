"""What an answer looks like, as endpoints with structured answers are told."""

from __future__ import annotations

from radar.papers.summaries.flags import Claim, Release

_SENTENCE: dict[str, object] = {"type": "integer", "minimum": 0, "maximum": 40}


def _schema(*more: str) -> dict[str, object]:
    """Return the schema with further fields of text; what strict endpoints refuse, such as lengths, is not
    in it, and every field is required."""
    properties: dict[str, object] = {
        "takeaway": {"type": "string"},
        "results_sentence": _SENTENCE,
        "results_kind": {"type": "string", "enum": [str(claim) for claim in Claim]},
        "code_sentence": _SENTENCE,
        "code_kind": {"type": "string", "enum": [str(release) for release in Release]},
        **{name: {"type": "string"} for name in more},
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


ANSWER_SCHEMA = _schema()
"""The same for every paper: strict endpoints compile each schema once."""
RELEVANCE_SCHEMA = _schema("relevance")
"""The same with a line on why a paper may matter to the reader, for those who said what they work on."""
