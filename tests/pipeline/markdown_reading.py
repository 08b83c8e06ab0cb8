"""Markdown as those who show it read it."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def markdown_tokens(text: str) -> list[Token]:
    """Return all tokens of a text, those within lines behind their line."""
    return [inner for token in _PARSER.parse(text) for inner in (token, *(token.children or ()))]
