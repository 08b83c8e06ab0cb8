"""The fields of the language: their names, what stands behind each, and what is said where it is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from radar.papers.bases import Value
from radar.papers.reader.tags import bare
from radar.papers.search import days
from radar.papers.search.nodes import (
    Category,
    Column,
    Days,
    Either,
    IdBegins,
    Is,
    Mistake,
    Node,
    Source,
    State,
    Tag,
    Words,
)
from radar.papers.search.spellings import spelled
from radar.papers.text.patterns import pattern

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "author": "author", "authors": "author", "title": "title", "abstract": "abstract",
        "takeaway": "takeaway", "venue": "venue", "comment": "comment", "comments": "comment", "id": "id",
        "tag": "tag", "tags": "tag", "note": "note", "notes": "note", "cat": "cat", "category": "cat",
        "from": "from", "source": "from", "only": "only",
        "after": "after", "since": "after", "before": "before", "on": "on", "date": "on", "year": "on",
        "has": "has", "is": "is",
    }
)  # fmt: skip
"""Every name that a field is known by, and the field."""

HAS: Mapping[str, State] = MappingProxyType(
    {
        "code": State.CODE,
        "promised": State.PROMISED,
        "data": State.DATA,
        "results": State.RESULTS,
        "numbers": State.NUMBERS,
        "sota": State.SOTA,
        "takeaway": State.TAKEAWAY,
        "tag": State.TAG,
        "note": State.NOTE,
    }
)
IS: Mapping[str, State] = MappingProxyType(
    {
        "unread": State.UNREAD,
        "read": State.READ,
        "starred": State.STARRED,
        "disputed": State.DISPUTED,
        "updated": State.UPDATED,
        "new": State.NEW,
        "failed": State.FAILED,
    }
)
STATES: Mapping[str, Mapping[str, State]] = MappingProxyType({"has": HAS, "is": IS})
"""The fields that ask for a state, and the states that each knows."""
WITH_MINUS = frozenset({"id", "after", "before", "on"})
"""Fields whose values may hold a minus; before that of another one it says: without."""
LIKE_A_FIELD = pattern(r"[A-Za-z]+:(?=[^\s/:])")
"""What begins as a field with its value does; where it is none, it is searched as words, "GPT:4" as well."""
_LEAST_CLOSE = 4
"""A field of fewer letters is too near to too many words to be what was meant."""
_EXAMPLES = {
    "author": "author:vaswani",
    "title": "title:attention",
    "abstract": "abstract:attention",
    "takeaway": "takeaway:faster",
    "venue": "venue:acl",
    "comment": "comment:accepted",
    "id": "id:2406.01234",
    "tag": "tag:reading",
    "note": "note:replicate",
    "cat": "cat:cs.CL",
    "from": "from:hf",
    "only": "only:file:book.bib",
    "after": "after:2026-01",
    "before": "before:2025",
    "on": "on:today",
}


class FieldValue(Value):
    """What stands behind the name of a field, and where field and value stand."""

    text: str
    start: int
    end: int
    quoted: bool = False
    closed: bool = True
    """False for a quotation that goes on to the end of the text."""
    last: bool = False
    """Whether the text ends with it, so that more may be typed."""
    name: str = ""
    """The name of the field as it was typed, which may be another one of it."""


class Meant(Value):
    """What a field with its value means; nothing where that is a mistake that leaves nothing to search."""

    node: Node | None = None
    mistake: Mistake | None = None


def close_to(name: str) -> str:
    """Return the field that a name seems to be meant for, or an empty text."""
    if len(name) < _LEAST_CLOSE:
        return ""
    # Imported where it is needed: the screen starts without it.
    from difflib import get_close_matches

    long = [known for known in NAMES if len(known) >= _LEAST_CLOSE]
    found = get_close_matches(name.lower(), long, n=1, cutoff=0.8)
    return found[0] if found else ""


def swapped_in(name: str) -> str:
    """Return the field that a name is but for two neighbours of its letters, or an empty text."""
    pairs = range(len(name) - 1)
    swapped = (name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in pairs)
    return next((one for one in swapped if one in NAMES), "")


def meaning(field: str, value: FieldValue, today: date) -> Meant:
    """Return what a field of NAMES with its value means."""
    if not (_tag(value) if field == "tag" else any(letter.isalnum() for letter in value.text)):
        lacking = value.text.strip()
        name = value.name or field
        message = f"there is no letter or digit behind {name}:" if lacking else f"nothing follows {name}:"
        return Meant(mistake=_mistake(value, message, _help(field), unfinished=value.last))
    if field in STATES:
        return _states(field, value)
    if field in ("after", "before", "on"):
        return _days(field, value, today)
    return Meant(_READ[field](value))


def words(value: FieldValue, column: Column | None = None) -> Words:
    """Return words as typed: a star, or an unfinished end of the text, lets the last of them go on."""
    text = value.text.rstrip("*")
    starred = text != value.text and not value.quoted and text[-1:].isalnum()
    going_on = value.last and text[-1:].isalnum() and not (value.quoted and value.closed)
    return Words(text, column, prefix=starred or going_on, starred=starred)


def _states(field: str, value: FieldValue) -> Meant:
    known = STATES[field]
    found: list[Node] = []
    for name in filter(None, re.split(r"[|,]", value.text.lower())):
        state = known.get(name) or known.get(name.removesuffix("s")) or known.get(name + "s")
        if state is None:
            begun = value.last and not value.quoted and any(one.startswith(name) for one in known)
            message = f"there is no {field}:{name}"
            return Meant(mistake=_mistake(value, message, _help(field), unfinished=begun))
        found.append(Is(state))
    return Meant(found[0] if len(found) == 1 else Either(tuple(found)))


def _days(field: str, value: FieldValue, today: date) -> Meant:
    text = value.text
    span, mistake = days.span_of(text, today), None
    if span is None:
        begun = value.last and days.begun(text)
        mistake = _mistake(
            value, f"{text} is no day", f"{value.name or field}: takes {days.FORMS}", unfinished=begun
        )
        span = days.so_far(text, today) if begun else None
    if span is None:
        return Meant(mistake=mistake)
    node = {
        "after": Days(first=span.first),
        "before": Days(end=span.first),
        "on": Days(span.first, span.end),
    }[field]
    return Meant(node, mistake)


def _tag(value: FieldValue) -> str:
    """Return the name of a tag as tags are kept, which may be nothing but signs; empty where none is left."""
    text = value.text if value.quoted else value.text.rstrip("*")
    return bare(text)


def _name(value: FieldValue) -> str:
    """Return the name of a listing, which files give; in quotes a star is a sign like others."""
    return value.text if value.quoted else value.text.rstrip("*")


def _categories(value: FieldValue) -> Node:
    names = [name.rstrip("*.") for name in re.split(r"[|,]", value.text)]
    found = tuple(Category(name, exact=value.quoted) for name in names if name)
    return found[0] if len(found) == 1 else Either(found)


def _in(column: Column) -> Callable[[FieldValue], Node]:
    return lambda value: spelled(words(value, column))


def _people(value: FieldValue) -> Node:
    """Return a name as it is kept, the given names first, also where it was quoted the other way round.

    While the given names are still typed, the family name is looked for.
    """
    family, comma, given = (part.strip() for part in value.text.partition(","))
    if not (value.quoted and comma and family and given):
        return words(value, Column.AUTHOR)
    return Words(f"{given} {family}" if value.closed else family, Column.AUTHOR)


_READ: Mapping[str, Callable[[FieldValue], Node]] = MappingProxyType(
    {
        **{column.value: _in(column) for column in Column},
        Column.AUTHOR.value: _people,
        "id": lambda value: IdBegins(value.text.rstrip("*")),
        "tag": lambda value: Tag(_tag(value), exact=value.quoted),
        "cat": _categories,
        "from": lambda value: Source(_name(value)),
        "only": lambda value: Source(_name(value), alone=True),
    }
)


def _help(field: str) -> str:
    if field in STATES:
        return f"{field}: knows {', '.join(STATES[field])}"
    return f"write it as {_EXAMPLES[field]}"


def _mistake(value: FieldValue, message: str, help: str, *, unfinished: bool) -> Mistake:
    return Mistake(value.start, value.end, message, help, unfinished)
