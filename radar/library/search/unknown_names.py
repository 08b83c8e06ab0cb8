"""What a question names that is not known: a tag, source, category or id, a field to search in, or days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from radar.papers.reader.query import PaperQuery
from radar.papers.search.fields import LIKE_A_FIELD, NAMES
from radar.papers.search.nodes import Category, Days, IdBegins, Source, Tag, Words
from radar.papers.search.parsing import parse
from radar.papers.text.patterns import pattern

_DATE = pattern("[0-9]+(?:-[0-9]+)*")


def names_in(query: PaperQuery, today: date) -> Iterator[tuple[str, PaperQuery]]:
    """Yield what is told of a name that all papers must have and none has, and the question for it alone."""
    if query.tag:
        yield f"there is no tag:{query.tag}", PaperQuery(tag=query.tag)
    for part in parse(query.text, today).parts:
        typed = query.text[part.start : part.end].strip()
        alone = PaperQuery(text=f"{typed} ")
        words = isinstance(part.node, Words) and part.node.column is None
        if isinstance(part.node, Tag | Source | Category | IdBegins):
            yield f"there is no {typed}", alone
        elif isinstance(part.node, Days):
            name, _, days = typed.partition(":")
            yield f"no paper is listed {_told(NAMES[name.lower()], days)}", alone
        elif words and (field := LIKE_A_FIELD.match(typed)):
            yield f"there is no field {field.group()}", alone


def _told(field: str, days: str) -> str:
    """Return what days are meant: a year is that of the listing."""
    if not _DATE.fullmatch(days):
        return f"{field}:{days}"
    on = "on" if days.count("-") > 1 else "in"
    return {"after": f"from {days} on", "before": f"before {days}"}.get(field, f"{on} {days}")
