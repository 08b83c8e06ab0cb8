"""What a question names that is not known: a tag, source, category or id, a field to search in, or days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from radar.papers.patterns import pattern
from radar.papers.query import PaperQuery
from radar.papers.search.fields import NAMES
from radar.papers.search.nodes import Category, Days, IdBegins, Source, Tag, Words
from radar.papers.search.parsing import parse

_LIKE_A_FIELD = pattern(r"[A-Za-z]+:(?=[^\s/:])")
"""What begins as a field with its value does; where it is none, it is searched as words, "GPT:4" as well."""


def names_in(query: PaperQuery, today: date) -> Iterator[tuple[str, PaperQuery]]:
    """Yield each name that every paper must have, as it is typed, and the question for that alone."""
    if query.tag:
        yield f"tag:{query.tag}", PaperQuery(tag=query.tag)
    for part in parse(query.text, today).parts:
        typed = query.text[part.start : part.end].strip()
        alone = PaperQuery(text=f"{typed} ")
        words = isinstance(part.node, Words) and part.node.column is None
        if isinstance(part.node, Tag | Source | Category | IdBegins):
            yield typed, alone
        elif isinstance(part.node, Days):
            # By the name that says which days are meant: a year is that of the listing.
            name, _, days = typed.partition(":")
            yield f"paper listed {NAMES[name.lower()]}:{days}", alone
        elif words and (field := _LIKE_A_FIELD.match(typed)):
            yield f"field {field.group()}", alone
