"""What a question names that the library does not know: a tag, a source, a category or an id."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from radar.papers.query import PaperQuery
from radar.papers.search.nodes import Category, IdBegins, Source, Tag
from radar.papers.search.parsing import parse


def names_in(query: PaperQuery, today: date) -> Iterator[tuple[str, PaperQuery]]:
    """Yield each name that every paper must have, as it is typed, and the question for that alone."""
    if query.tag:
        yield f"tag:{query.tag}", PaperQuery(tag=query.tag)
    for part in parse(query.text, today).parts:
        if isinstance(part.node, Tag | Source | Category | IdBegins):
            typed = query.text[part.start : part.end].strip()
            yield typed, PaperQuery(text=f"{typed} ")
