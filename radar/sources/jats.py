"""Titles and abstracts in the markup of publishers (JATS, HTML, MathML) as plain text."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<(?P<end>/?)(?:\w+:)?(?P<name>[A-Za-z][\w.-]{0,40})(?:\s[^<>]*|/)?>")
_NAMESPACED_TAG = re.compile(r"</?(?:jats|mml|xhtml):[\w.-]{1,40}(?:\s[^<>]*|/)?>")
_COMMENT = re.compile(r"<!--[^<>]*-->|<!\[CDATA\[|\]\]>|<\?[^<>]*\?>")
_BLOCKS = frozenset(
    {"p", "sec", "title", "list", "list-item", "break", "br", "div", "li", "ul", "ol", "disp-formula"}
)
_HEADS = frozenset({"abstract", "summary", "synopsis", "abstract:", "summary:", "graphical abstract"})
"""Titles that say no more than that an abstract follows."""
_HEAD = re.compile(r"<(?:\w+:)?title(?:\s[^<>]*)?>([^<>]{0,200})</(?:\w+:)?title>", re.IGNORECASE)
_TEX_DOCUMENT = re.compile(
    r"\\documentclass(?:(?!\\documentclass).){0,2000}?\\begin\{document\}(.{0,2000}?)\\end\{document\}",
    re.DOTALL,
)
_MATH_TWICE = re.compile(
    r"(</(?:\w+:)?tex-math>)\s*<(mml:)?math\b(?:(?!</?(?:mml:)?math\b).){0,20000}</(?:mml:)?math>", re.DOTALL
)
_MAX_CHARACTERS = 200_000


def plain_text(markup: str) -> str:
    """Return a text without its markup: words parted where paragraphs were, formulas as they are written.

    Some publishers escape what they send twice. The text is not cleaned of what a terminal would take for
    commands; that is for whoever makes a paper of it.
    """
    text = markup[:_MAX_CHARACTERS]
    if "<" in text:
        text = _COMMENT.sub("", text)
        text = _MATH_TWICE.sub(r"\1", _TEX_DOCUMENT.sub(r"\1", text))
        text = _TAG.sub(_without_tag, _HEAD.sub(_head, text))
    if "&" in text:
        text = _NAMESPACED_TAG.sub(" ", html.unescape(text))
        text = html.unescape(text)
    return " ".join(text.split())


def _without_tag(tag: re.Match[str]) -> str:
    return " " if tag["name"].lower() in _BLOCKS else ""


def _head(title: re.Match[str]) -> str:
    words = title[1].strip()
    if words.lower() in _HEADS:
        return " "
    return f" {words} " if not words or words[-1] in ".:?!" else f" {words}: "
