"""Markdown of a digest, read by a real Markdown parser."""

from __future__ import annotations

import itertools

import pytest
from markdown_it.token import Token

from radar.pipeline.digest.markdown_text import render
from tests.pipeline.digest.digests import NASTY, full, hostile
from tests.pipeline.markdown_reading import markdown_tokens

_TYPES = frozenset(
    f"{name}_{end}"
    for name in ("heading", "paragraph", "bullet_list", "list_item", "strong", "em", "link")
    for end in ("open", "close")
) | {"inline", "text", "text_special", "hardbreak", "softbreak"}


def _links(tokens: list[Token]) -> set[str]:
    return {str(token.attrs["href"]) for token in tokens if token.type == "link_open"}


def test_sections_are_headings_and_papers_items_with_their_flags_below() -> None:
    tokens = markdown_tokens(render(full()))
    headings = [one.content for before, one in itertools.pairwise(tokens) if before.type == "heading_open"]
    assert headings == [
        "Radar digest, Thursday 26 November 2026",
        "snails (3)",
        "Everything else (1)",
        "Updated (2)",
        "Sources that failed",
    ]
    assert _links(tokens) == {
        *(f"https://arxiv.org/abs/2511.0012{number}" for number in (3, 4, 5)),
        "https://github.com/snail/sort",
    }
    text = render(full())
    assert "- **[Snails Sort Marbles with BERT](https://arxiv.org/abs/2511.00123)** (arxiv.org)" in text
    assert "  - Because of: snails, marbles" in text
    assert "  - Updated: code is now out: github.com/snail/sort" in text


@pytest.mark.parametrize("text", NASTY)
def test_what_others_wrote_is_text_and_never_mark_up(text: str) -> None:
    tokens = markdown_tokens(render(hostile(text)))
    assert {token.type for token in tokens} <= _TYPES
    assert _links(tokens) <= {"https://arxiv.org/abs/2511.00123", "https://github.com/snail/sort"}
    assert sum(token.type == "heading_open" for token in tokens) == 4
