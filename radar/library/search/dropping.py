"""The parts of a question that one may drop where it finds nothing."""

from __future__ import annotations

from datetime import date

from radar.papers.bases import replace
from radar.papers.reader.query import CodeFilter, PaperQuery, ResultFilter
from radar.papers.search.nodes import Words
from radar.papers.search.parsing import parse

_MOST = 4
"""Parts of the text that are tried; each is a count of its own."""


def dropped(query: PaperQuery, today: date) -> list[tuple[str, PaperQuery]]:
    """Return each filter that is set, by name, and each part of the text that is more than words, as it was
    typed; with the query without it."""
    filters: list[tuple[str, bool, dict[str, object]]] = [
        ("text", bool(query.text.strip()), {"text": ""}),
        ("code", query.code is not CodeFilter.ANY, {"code": CodeFilter.ANY}),
        ("data", query.data, {"data": False}),
        ("results", query.results is not ResultFilter.ALL, {"results": ResultFilter.ALL}),
        ("unread", query.unread, {"unread": False}),
        ("starred", query.starred, {"starred": False}),
        ("disputed", query.disputed, {"disputed": False}),
        ("updated", query.updated, {"updated": False}),
        ("tag", bool(query.tag), {"tag": ""}),
    ]
    found = [(name, replace(query, **change)) for name, is_set, change in filters if is_set]  # type: ignore[arg-type]
    return found + _parts(query, today)


def _parts(query: PaperQuery, today: date) -> list[tuple[str, PaperQuery]]:
    text = query.text
    parts = parse(text, today).parts
    if len(parts) < 2:
        return []
    special = [part for part in parts if not (isinstance(part.node, Words) and part.node.column is None)]
    return [
        (text[part.start : part.end].strip(), replace(query, text=text[: part.start] + text[part.end :]))
        for part in special[:_MOST]
    ]
